using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Scope;

/// <summary>The text uses many words where few would do.</summary>
public sealed class LongWinded : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("scope/long-winded")
    {
        Summary = "The text uses many words where few would do",
        Why = "Calls ask for clear and concise writing; phrases that carry nothing make readers search for what does.",
        Fix = "Replace such phrases by one word (“to” for “in order to”), or strike them out.",
        Severity = Severity.Note,
        Options =
        [
            new RuleOption("phrases", "5", "Wordy phrases a thousand words from which on a text counts as long-winded; four times what the middle one of past posts has, 1.2"),
            new RuleOption("least", "8", "Wordy phrases that there must be in all; fewer are chance"),
        ],
    };

    /// <inheritdoc/>
    public override Pattern Pattern => WhenEach<Phrase>(by: phrase => phrase.Place.File, where: phrase => phrase.Kind is "wordy" && Review.IsOwnVoice(phrase))
        .And<TextMeasure>((phrases, post) => post.IsWhole && post.Place.File == phrases[0].Place.File)
        .With<OptionValue>((phrases, post, rate) => rate.Rule == Info.Id && rate.Name == "phrases" && phrases.Count * 1_000L >= (long)rate.Number * post.Words)
        .With<OptionValue>((phrases, post, least) => least.Rule == Info.Id && least.Name == "least" && phrases.Count >= least.Number)
        .Report((phrases, post) => At(phrases[0], $"{phrases.Count} wordy phrases such as {phrases[0].Quoted} stand in {post.Words} words"));
}
