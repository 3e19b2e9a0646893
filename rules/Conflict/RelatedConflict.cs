using PostLint.Engine;
using PostLint.Facts;
using PostLint.Rules.Scope;

namespace PostLint.Rules.Conflict;

/// <summary>Concludes that an author of the post wrote with, or is related to, an author of the paper that it discusses.</summary>
internal sealed class RelatedConflict : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("conflict/related-conflict")
        {
            Summary = "An author of the post is close to an author of the paper that it discusses",
            Why =
                "Calls count those who wrote together within three years, which the bibliography shows, and those at the "
                + "present institution, which the roster shows.",
            Fix = "See the findings about conflicts.",
            Severity = Severity.Note,
            IsConfidential = true,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<DiscussedPaperFact>()
            .And<RelatedWork>(paper => paper.Key, work => work.Key, (paper, work) => work.Window is ConflictWindow.Inside)
            .Conclude((paper, work) => new RosterConflictFact(work.Tie, work.Name, work.Place));
}
