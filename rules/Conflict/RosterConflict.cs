using PostLint.Engine;
using PostLint.Facts;
using PostLint.Rules.Scope;

namespace PostLint.Rules.Conflict;

/// <summary>A conflict of interest that something shows.</summary>
/// <param name="Tie">What ties an author of the post to one of the paper; null where an author of the post wrote the paper.</param>
/// <param name="Name">The author of the discussed paper, as the bibliography has the name.</param>
/// <param name="Place">The entry.</param>
internal sealed record RosterConflictFact(Tie? Tie, Sensitive Name, Place Place) : Fact(Place);

/// <summary>Concludes that an author of the post has a conflict with the paper that it discusses.</summary>
internal sealed class RosterConflict : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("conflict/roster-conflict")
        {
            Summary = "An author of the post wrote the paper that it discusses",
            Why = "Who wrote a paper, or wrote with its authors lately, does not judge it freely.",
            Fix = "See the findings about conflicts.",
            Severity = Severity.Note,
            IsConfidential = true,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<DiscussedPaperFact>()
            .And<RosterWork>(paper => paper.Key, work => work.Key)
            .Conclude((paper, work) => new RosterConflictFact(null, work.Name, work.Place));
}
