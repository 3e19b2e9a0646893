using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules.Scope;

namespace PostLint.Rules.Conflict;

/// <summary>Whether co-authorship is recent enough to count is a matter of months.</summary>
internal sealed class BoundaryConflict : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("conflict/boundary-conflict")
        {
            Summary = "Whether co-authorship is recent enough to count is a matter of months",
            Why =
                "An author wrote with an author of the discussed paper in the year in which the window of the call begins, "
                + "and bibliographies do not say the month.",
            Fix = "Look up when the work appeared.",
            Severity = Severity.Note,
            IsConfidential = true,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<DiscussedPaperFact>()
            .And<RelatedWork>(paper => paper.Key, work => work.Key, (paper, work) => work.Window is ConflictWindow.Boundary)
            .Unless<DeclaredConflict>((_, _, declared) => declared.Answer is FormAnswer.Yes)
            .Report(
                (paper, work) =>
                    At(work, $"{work.Name}, an author of the discussed paper, wrote with an author of this post about three years ago")
            );
}
