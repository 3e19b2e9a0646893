using PostLint.Engine;
using PostLint.Facts.Language;
using PostLint.Findings;

namespace PostLint.Rules.Language;

/// <summary>Most of the post is not English.</summary>
internal sealed class ForeignPost : Rule
{
    /// <summary>Percent of the words of all prose from which a post counts as one in another language.</summary>
    internal const int Most = 50;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("language/foreign-post")
        {
            Summary = "Most of the post’s prose is not in English",
            Why = "Reviewers and readers of the track read English; a post that they cannot read cannot be reviewed.",
            Fix = "Write the post in English. Quotations and examples in other languages may stay.",
            Severity = Severity.Error,
            Phases = [Phase.Submission, Phase.CameraReady],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<ForeignShare>(share => share.Percent >= Most)
            .Report(share =>
                At(share, $"{share.Percent} % of the post’s prose is not in English; most of that seems to be {share.Language}")
            );
}
