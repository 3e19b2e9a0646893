using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Names;

namespace PostLint.Rules.Identity;

/// <summary>A name that may be an author’s stands where authors leave their names.</summary>
internal sealed class RosterLikelyName : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/roster-likely-name")
        {
            Summary = "A name that may be an author’s stands where authors leave their names",
            Why =
                "Many bear the name, or it is shortened; but in comments, metadata and front matter hardly any other name "
                + "stands than an author’s.",
            Fix = "Look at it; take it out if it is the author’s.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<RosterNameFact>(name =>
                (name.Relation is NameRelation.Initials || name.Bits < RosterNames.Enough)
                && name.Bits >= RosterPlaces.FewestBits
                && RosterPlaces.IsBackstage(name.Place.Context)
            )
            .Unless<Citation>(Within.Sentence)
            .Report(name => At(name, $"{name.Name} may be one of the authors", name.Name.Text.ToUpperInvariant()));
}
