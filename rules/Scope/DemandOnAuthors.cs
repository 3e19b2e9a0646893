using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Scope;

/// <summary>The post asks the authors of a paper for changes.</summary>
internal sealed class DemandOnAuthors : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("scope/demand-on-authors")
        {
            Summary = "The post asks the authors of a paper for changes",
            Why = "A post is no review: its readers cannot revise the paper, and its authors are not asked to answer.",
            Fix = "Turn the demand into what you tried yourself, or into an open question to all readers.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(phrase => phrase.Kind.StartsWith("demand.", StringComparison.Ordinal) && Review.IsSign(phrase))
            .Unless<Phrase>(Within.Sentence, Review.IsReported)
            .Gather<Phrase>(Within.Lines(Review.Reach), (sign, other) => Review.IsSign(other))
            .Where((sign, others) => Review.IsEnough(sign, others))
            .Report((sign, others) => At(sign, $"{sign.Quoted} asks for changes, as a referee would", Review.CauseOf(sign)));
}
