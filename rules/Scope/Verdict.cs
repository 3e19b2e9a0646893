using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Scope;

/// <summary>The post passes a verdict on a paper.</summary>
internal sealed class Verdict : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("scope/verdict")
        {
            Summary = "The post passes a verdict on a paper",
            Why =
                "The track wants posts that explain and extend work; whether a paper is good, well written or worth "
                + "accepting is for its own review.",
            Fix = "Say what the paper does and what you found out about it, with the evidence, and leave the grade out.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(phrase => phrase.Kind.StartsWith("verdict.", StringComparison.Ordinal) && Review.IsSign(phrase))
            .Unless<Phrase>(Within.Sentence, Review.IsReported)
            .Gather<Phrase>(Within.Lines(Review.Reach), (sign, other) => Review.IsSign(other))
            .Where((sign, others) => Review.IsEnough(sign, others))
            .Report((sign, others) => At(sign, $"{sign.Quoted} passes a verdict, as a referee would", Review.CauseOf(sign)));
}
