using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Names;

namespace PostLint.Rules.Identity;

/// <summary>The name of one of the authors stands beside a citation.</summary>
internal sealed class RosterCitedName : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/roster-cited-name")
        {
            Summary = "The name of one of the authors stands beside a citation",
            Why = "Authors may cite themselves as they cite others; a name in the text draws the eye to it all the same.",
            Fix = "Let the citation speak, without the name.",
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<RosterNameFact>(name =>
                name.Relation is not NameRelation.Initials && name.Bits >= RosterNames.Enough && !RosterPlaces.IsOfReferences(name)
            )
            .With<Citation>(Within.Sentence)
            .Report(name =>
                At(name, $"{name.Name}, the name of one of the authors, stands beside a citation", name.Name.Text.ToUpperInvariant())
            );
}
