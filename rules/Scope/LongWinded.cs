using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Scope;

/// <summary>The text uses many words where few would do.</summary>
internal sealed class LongWinded : Rule
{
    private static readonly RuleOption<int> s_phrases = new(
        "phrases",
        5,
        "Wordy phrases a thousand words from which on a text counts as long-winded; four times what the "
            + "middle one of past posts has, 1.2",
        Min: 1,
        Max: 1000
    )
    {
        Unit = "phrases",
    };

    private static readonly RuleOption<int> s_least = new("least", 8, "Wordy phrases that there must be in all; fewer are chance", Min: 1)
    {
        Unit = "phrases",
    };

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("scope/long-winded")
        {
            Summary = "The text uses many words where few would do",
            Why = "Calls ask for clear and concise writing; phrases that carry nothing make readers search for what does.",
            Fix = "Replace such phrases by one word (“to” for “in order to”), or strike them out.",
            Severity = Severity.Note,
            Options = [s_phrases, s_least],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        WhenEach<Phrase>(by: phrase => phrase.Place.File, where: phrase => phrase.Kind is "wordy" && Review.IsOwnVoice(phrase))
            .And<TextMeasure>((phrases, post) => post.IsWhole && post.Place.File == phrases[0].Place.File)
            .With<OptionValue<int>>(
                (phrases, post, rate) => rate.Is(Descriptor.Id, s_phrases) && phrases.Count * 1_000L >= (long)rate.Value * post.Words
            )
            .With<OptionValue<int>>((phrases, post, least) => least.Is(Descriptor.Id, s_least) && phrases.Count >= least.Value)
            .Report(
                (phrases, post) => At(phrases[0], $"{phrases.Count} wordy phrases such as {phrases[0].Quoted} stand in {post.Words} words")
            );
}
