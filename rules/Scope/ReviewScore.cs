using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Scope;

/// <summary>The post scores a paper as a review form asks for.</summary>
internal sealed class ReviewScore : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("scope/review-score")
        {
            Summary = "The post scores a paper as a review form asks for",
            Why = "A score or recommendation is a referee’s; the track wants posts that explain and extend work.",
            Fix = "Leave the score out, and say what supports it.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        WhenEach<Phrase>(
                by: phrase => phrase.Place.File,
                where: phrase => phrase.Kind.StartsWith("score.", StringComparison.Ordinal) && Review.IsOwnVoice(phrase)
            )
            .Where(scores => Weight(scores) >= Review.Enough)
            .Report(scores => At(scores[0], $"{scores[0].Quoted} scores a paper, as a referee would"));

    /// <summary>A vote in the first person decides; labels and grades must be of several kinds, or criteria of several names.</summary>
    private static int Weight(Group<Phrase> scores) =>
        (scores.Any(score => score.Kind is "score.vote") ? Review.Enough : 0)
        + (scores.Any(score => score.Kind is "score.grade") ? 1 : 0)
        + (scores.Any(score => score.Kind is "score.overall") ? 1 : 0)
        + (
            scores
                .Where(score => score.Kind is "score.criterion")
                .DistinctBy(score => score.Words.Text.Split(' ')[0].ToUpperInvariant())
                .Count() > 1
                ? 1
                : 0
        );
}
