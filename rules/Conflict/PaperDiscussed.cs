using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules.Scope;

namespace PostLint.Rules.Conflict;

/// <summary>Tells a chair which paper the post discusses, and who wrote it.</summary>
internal sealed class PaperDiscussed : Rule
{
    private const int MostAuthors = 8;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("conflict/paper-discussed")
        {
            Summary = "The post discusses a paper, whose authors may be asked",
            Why = "The authors of the paper may be asked for feedback, and must not review the post.",
            Fix = "Nothing; choose reviewers accordingly.",
            Severity = Severity.Note,
            IsConfidential = true,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<DiscussedPaperFact>()
            .And<Publication>(paper => paper.Key, work => work.Key)
            .With<Triaged>()
            .Report(
                (paper, work) =>
                    At(
                        work,
                        $"The post discusses “{work.Title}” by {new Sensitive(string.Join(", ", work.Authors.Take(MostAuthors)))}",
                        work.Key.Text
                    )
            );
}
