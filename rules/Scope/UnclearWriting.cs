using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Scope;

/// <summary>The text is hard to read by published measures.</summary>
internal sealed class UnclearWriting : Rule
{
    private static readonly RuleOption<int> s_flesch = new(
        "flesch",
        20,
        "Flesch Reading Ease below which prose counts as hard; below 30 is very difficult (Flesch 1948), "
            + "technical terms are allowed 10 points",
        Min: -100,
        Max: 100
    )
    {
        Unit = "points",
    };

    private static readonly RuleOption<int> s_lix = new(
        "lix",
        60,
        "Läsbarhetsindex above which prose counts as hard; above 60 is very difficult (Björnsson 1968)",
        Min: 1,
        Max: 200
    )
    {
        Unit = "points",
    };

    private static readonly RuleOption<int> s_words = new(
        "words",
        300,
        "Words in whole sentences that a judgment takes; the measures were made for samples of at least 100",
        Min: 1
    )
    {
        Unit = "words",
    };

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("scope/unclear-writing")
        {
            Summary = "The text is hard to read by published measures",
            Why =
                "Calls ask for clear writing, and posts are read outside the field too; the measures only count sentences, "
                + "syllables and letters, so they are a hint.",
            Fix = "Shorten the longest sentences, and use common words where a term is not needed.",
            Severity = Severity.Note,
            Options = [s_flesch, s_lix, s_words],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<TextMeasure>(post => post.IsWhole && post.Reading.IsEnglish)
            .And<OptionValue<int>>((post, flesch) => flesch.Is(Descriptor.Id, s_flesch) && post.Reading.FleschReadingEase < flesch.Value)
            .With<OptionValue<int>>((post, flesch, lix) => lix.Is(Descriptor.Id, s_lix) && post.Reading.Lix > lix.Value)
            .With<OptionValue<int>>((post, flesch, words) => words.Is(Descriptor.Id, s_words) && post.Reading.Words >= words.Value)
            .Report(
                (post, flesch) =>
                    At(
                        post,
                        $"The text reads as very difficult: Flesch Reading Ease "
                            + $"{(int)Math.Round(post.Reading.FleschReadingEase)} of 100, "
                            + $"{(int)Math.Round(post.Reading.SentenceLength)} words a sentence"
                    )
            );
}
