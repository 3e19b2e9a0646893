using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Scope;

/// <summary>The edition asks for a paper of its venue, and the discussed paper was published elsewhere.</summary>
internal sealed class PaperElsewhere : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("scope/paper-elsewhere")
        {
            Summary = "The discussed paper was published elsewhere than this edition asks for",
            Why =
                "This edition of the call asks for a subject published at ICLR; the entry of the work that the post cites "
                + "most names another venue, a workshop, or a blog track.",
            Fix = "Correct the entry if the paper did appear at ICLR; otherwise name the ICLR paper that the post builds on.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<DiscussedPaperFact>()
            .And<Publication>(paper => paper.Key, work => work.Key, (_, work) => work.AtIclr is Proof.Contradicted)
            .With<Edition>((_, _, edition) => edition.Subject is SubjectPolicy.VenueSubject or SubjectPolicy.VenuePaper)
            .Unless<Publication>((_, _, other) => other.AtIclr is Proof.Proven)
            .Report(
                (paper, work) =>
                    At(work, $"The post is about this work, and its entry {Where(work)}; no other entry shows a paper published at ICLR")
            );

    private static Neutral Where(Publication work) =>
        new(
            work.Venue.Text is { Length: > 0 } and not "ICLR"
                ? $"names {work.Venue.Text}"
                : "names a side event, or a submission that was not published"
        );
}
