using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Scope;

/// <summary>The post praises or blames the authors of a paper.</summary>
internal sealed class PraiseOrBlame : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("scope/praise-or-blame")
        {
            Summary = "The post praises or blames the authors of a paper",
            Why = "Judgments of persons are no part of what the track asks for, and may be read as partial.",
            Fix = "Write about the work, its methods and results, not about who did it.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(phrase => phrase.Kind is "praise.authors" or "blame.authors" && Review.IsSign(phrase))
            .Unless<Phrase>(Within.Sentence, Review.IsReported)
            .Gather<Phrase>(Within.Lines(Review.Reach), (sign, other) => Review.IsSign(other))
            .Where((sign, others) => Review.IsEnough(sign, others))
            .Report((sign, others) => At(sign, $"{sign.Quoted} judges the authors rather than their work", Review.CauseOf(sign)));
}
