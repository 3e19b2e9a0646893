using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Names;

namespace PostLint.Rules.Identity;

/// <summary>The name of one of the authors stands in the submission.</summary>
internal sealed class RosterName : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/roster-name")
        {
            Summary = "The name of one of the authors stands in the submission",
            Why = "It is a name of the roster, whole and too rare to be somebody else’s, and nothing makes it a citation.",
            Fix = "Take the name out, or write about the person as about any other author and cite the work.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<RosterNameFact>(name =>
                name.Relation is not NameRelation.Initials && name.Bits >= RosterNames.Enough && !RosterPlaces.IsOfReferences(name)
            )
            .Unless<Citation>(Within.Sentence)
            .Report(name => At(name, $"{name.Name} is the name of one of the authors", name.Name.Text.ToUpperInvariant()));
}
