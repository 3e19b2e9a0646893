using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Names;

namespace PostLint.Rules.Identity;

/// <summary>A name that may be an author’s stands in the text.</summary>
internal sealed class RosterPossibleName : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/roster-possible-name")
        {
            Summary = "A name that may be an author’s stands in the text",
            Why = "Many bear the name, or it is shortened, and posts name other people; but it is a name of the roster.",
            Fix = "Look at it; take it out if it is the author’s.",
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<RosterNameFact>(name =>
                (name.Relation is NameRelation.Initials || name.Bits < RosterNames.Enough)
                && name.Bits >= RosterPlaces.FewestBits
                && !RosterPlaces.IsBackstage(name.Place.Context)
                && !RosterPlaces.IsOfReferences(name)
            )
            .Unless<Citation>(Within.Sentence)
            .Report(name => At(name, $"{name.Name} may be one of the authors", name.Name.Text.ToUpperInvariant()));
}
