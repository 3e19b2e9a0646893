using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Scope;

/// <summary>The text is hard to read by published measures.</summary>
public sealed class UnclearWriting : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("scope/unclear-writing")
    {
        Summary = "The text is hard to read by published measures",
        Why = "Calls ask for clear writing, and posts are read outside the field too; the measures only count sentences, syllables and letters, so they are a hint.",
        Fix = "Shorten the longest sentences, and use common words where a term is not needed.",
        Severity = Severity.Note,
        Options = [new RuleOption("flesch", "20", "Flesch Reading Ease below which prose counts as hard; below 30 is very difficult (Flesch 1948), technical terms are allowed 10 points"),
            new RuleOption("lix", "60", "Läsbarhetsindex above which prose counts as hard; above 60 is very difficult (Björnsson 1968)"),
            new RuleOption("words", "300", "Words in whole sentences that a judgment takes; the measures were made for samples of at least 100")],
    };

    /// <inheritdoc/>
    public override Pattern Pattern => When<TextMeasure>(post => post.IsWhole && post.Reading.IsEnglish)
        .And<OptionValue>((post, flesch) => flesch.Rule == Info.Id && flesch.Name == "flesch" && post.Reading.FleschReadingEase < flesch.Number)
        .With<OptionValue>((post, flesch, lix) => lix.Rule == Info.Id && lix.Name == "lix" && post.Reading.Lix > lix.Number)
        .With<OptionValue>((post, flesch, words) => words.Rule == Info.Id && words.Name == "words" && post.Reading.Words >= words.Number)
        .Report((post, flesch) => At(post, $"The text reads as very difficult: Flesch Reading Ease {(int)Math.Round(post.Reading.FleschReadingEase)} of 100, {(int)Math.Round(post.Reading.SentenceLength)} words a sentence"));
}
