using System.Globalization;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Packs.Kinds;

/// <summary>More or fewer of something than the call allows.</summary>
internal sealed class CountRule(RuleInfo info, RuleValues values) : DataRule(info, values)
{
    public static RuleKind Kind { get; } = new(
        "count", "More or fewer words, figures, citations, files or megabytes than the call allows",
        [
            new("of", PackValue.Text, "What is counted", IsRequired: true, Words: ["words", "minutes", "code-percent", "quote-percent", "figures", "citations", "references", "headings", "links", "files", "megabytes", "matches"]),
            new("find", PackValue.Pattern, "What is counted as a match"),
            new("in", PackValue.Texts, "Globs of the files that are counted or weighed; left out, all; {slug} is the post’s name"),
            new("min", PackValue.Number, "The least number that is allowed"),
            new("max", PackValue.Number, "The greatest number that is allowed"),
            new("silent-below", PackValue.Number, "The number below which the rule says nothing, because another does"),
            new("silent-from", PackValue.Number, "The number from which on the rule says nothing, because another does"),
        ],
        "There are {count} {of}; the call allows {limit}", new Dictionary<string, string> { ["count"] = "the number", ["of"] = "what is counted", ["limit"] = "the number that is allowed" })
    {
        Create = (info, values) => new CountRule(info, values),
        Check = values => !values.Has("min") && !values.Has("max") ? "a count rule has min, max or both" : values.Text("of") is "matches" != values.Has("find") ? "find belongs to “of: matches”, which needs it" : values.Has("in") && values.Text("of") is not ("files" or "megabytes") ? "in belongs to files and megabytes" : null,
    };

    public override Pattern Pattern => Values.Text("of") switch
    {
        "words" => Measured(post => post.Words),
        "minutes" => Measured(post => post.Minutes),
        "code-percent" => Measured(post => post.CodeShare),
        "quote-percent" => Measured(post => post.QuotedShare),
        "figures" => Counted<AssetReference>(figure => figure.Form is not AssetForm.Mention, figures => figures.Count),
        "citations" => Counted<CitedKey>(null, cited => cited.Select(one => one.Key).Distinct().Count()),
        "references" => Counted<BibliographyEntry>(null, entries => entries.Count),
        "headings" => Counted<Heading>(null, headings => headings.Count),
        "links" => Counted<WebLink>(link => link.Use is LinkUse.Text or LinkUse.Anchor, links => links.Count),
        "matches" => Counted(Of(Values.Pattern("find")), matches => matches.Count),
        var files => WhenPost().Gather<FileEntry>().And<OptionValue>((_, _, limit) => IsLimit(limit))
            .Report((post, others, limit) => Judge(post, Weigh(others.Append(post).Where(file => !Values.Has("in") || Globs.Match(Values.Texts("in"), post, file)), isSize: files is "megabytes"), limit)),
    };

    private static double Weigh(IEnumerable<FileEntry> files, bool isSize) => isSize ? files.Sum(file => file.Bytes) / (double)(1 << 20) : files.Count();

    private Pattern Measured(Func<TextMeasure, double> measure) => When<TextMeasure>(post => post.IsWhole)
        .And<OptionValue>((_, limit) => IsLimit(limit))
        .Report((post, limit) => Judge(post, measure(post), limit));

    private Pattern Counted<T>(Func<T, bool>? where, Func<Group<T>, double> count) where T : Fact => WhenPost()
        .Gather<T>((_, one) => where?.Invoke(one) != false)
        .And<OptionValue>((_, _, limit) => IsLimit(limit))
        .Report((post, all, limit) => Judge(post, count(all), limit));

    private bool IsLimit(OptionValue limit) => limit.Rule == Info.Id && limit.Name is "min" or "max";

    private Report? Judge(Fact at, double number, OptionValue limit)
    {
        if (!double.TryParse(limit.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double allowed)) return null;
        if (number < Values.Number("silent-below") || number >= Values.Number("silent-from")) return null;
        bool isBroken = limit.Name is "max" ? number > allowed : number < allowed;
        return isBroken ? Say(at, Shown("count", number), Shown("of", new Neutral(Values.Text("of"))), Shown("limit", allowed)) : null;
    }
}
