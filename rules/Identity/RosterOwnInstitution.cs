using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>The text says that the authors work at an institution of the roster.</summary>
internal sealed class RosterOwnInstitution : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/roster-own-institution")
        {
            Summary = "The text says that the authors work at an institution of the roster",
            Why = "The roster has an author there, and the sentence tells what the authors did.",
            Fix = "Name no institution; write “our cluster”, “a university”.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<RosterInstitution>(institution =>
                !RosterPlaces.IsBackstage(institution.Place.Context)
                && institution.Place.Context is not (TextContext.BibliographyField or TextContext.Link)
            )
            .With<Phrase>(Within.Sentence, (_, phrase) =>
                phrase.Kind is "own-making" or "ownership" or "affiliation" or "compute" or "own-work" && !phrase.IsQuoted
            )
            .Unless<Citation>(Within.Sentence)
            .Report(institution =>
                At(
                    institution,
                    $"{institution.Name} is an institution of one of the authors, and the sentence is about what they did",
                    institution.Name.Text.ToUpperInvariant()
                )
            );
}
