using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules;

namespace PostLint.Packs.Kinds;

/// <summary>More or fewer of something than the call allows.</summary>
internal sealed class CountRule(RuleDescriptor info, RuleValues values) : DataRule(info, values)
{
    public static RuleKind Kind { get; } =
        new(
            "count",
            "More or fewer words, figures, citations, files or megabytes than the call allows",
            [
                new(
                    "of",
                    PackValue.Text,
                    "What is counted",
                    IsRequired: true,
                    Words:
                    [
                        "words",
                        "minutes",
                        "code-percent",
                        "quote-percent",
                        "figures",
                        "citations",
                        "references",
                        "headings",
                        "links",
                        "files",
                        "megabytes",
                        "matches",
                    ]
                ),
                new("find", PackValue.Pattern, "What is counted as a match"),
                new("in", PackValue.Globs, "Globs of the files that are counted or weighed; left out, all; {slug} is the post’s name"),
                new("min", PackValue.Number, "The least number that is allowed") { Min = 0 },
                new("max", PackValue.Number, "The greatest number that is allowed") { Min = 0 },
                new("silent-below", PackValue.Number, "The number below which the rule says nothing, because another does") { Min = 0 },
                new("silent-from", PackValue.Number, "The number from which on the rule says nothing, because another does") { Min = 0 },
            ],
            "There are {count} {of}; the call allows {limit}",
            new Dictionary<string, string>
            {
                ["count"] = "the number",
                ["of"] = "what is counted",
                ["limit"] = "the number that is allowed",
            }
        )
        {
            Needs = static values => values.Has("min") ? Completeness.WholeSubmission : Completeness.Any,
            Create = (info, values) => new CountRule(info, values),
            Check = Wrong,
        };

    public override Pattern Pattern =>
        Values.Text("of") switch
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
            var files => WhenPost()
                .Gather<FileEntry>()
                .Gather<OptionValue<double>>((_, _, limit) => limit.Rule == Descriptor.Id)
                .Where((post, others, limits) => IsBroken(Weigh(Meant(post, others), isSize: files is "megabytes"), limits))
                .Report((post, others, limits) => Say(post, Weigh(Meant(post, others), isSize: files is "megabytes"), limits)),
        };

    private static string? Wrong(RuleValues values)
    {
        if (!values.Has("min") && !values.Has("max"))
            return "a count rule has min, max or both";
        if (values.Number("min") > values.Number("max"))
            return "min is greater than max";
        if (values.Text("of") is "matches" != values.Has("find"))
            return "find belongs to “of: matches”, which needs it";
        return values.Has("in") && values.Text("of") is not ("files" or "megabytes") ? "in belongs to files and megabytes" : null;
    }

    private IEnumerable<FileEntry> Meant(FileEntry post, Group<FileEntry> others) =>
        others.Append(post).Where(file => !Values.Has("in") || Globs.Match(Values.Texts("in"), post, file));

    private static double Weigh(IEnumerable<FileEntry> files, bool isSize) =>
        isSize ? files.Sum(file => file.Bytes) / (double)(1 << 20) : files.Count();

    private Pattern Measured(Func<TextMeasure, double> measure) =>
        When<TextMeasure>(post => post.IsWhole)
            .Gather<OptionValue<double>>((_, limit) => limit.Rule == Descriptor.Id)
            .Where((post, limits) => IsBroken(measure(post), limits))
            .Report((post, limits) => Say(post, measure(post), limits));

    private Pattern Counted<T>(Func<T, bool>? where, Func<Group<T>, double> count)
        where T : Fact =>
        WhenPost()
            .Gather<T>((_, one) => where?.Invoke(one) != false)
            .Gather<OptionValue<double>>((_, _, limit) => limit.Rule == Descriptor.Id)
            .Where((_, all, limits) => IsBroken(count(all), limits))
            .Report((post, all, limits) => Say(post, count(all), limits));

    private static bool IsBroken(double number, Group<OptionValue<double>> limits)
    {
        if (number < LimitOf(limits, "silent-below") || number >= LimitOf(limits, "silent-from"))
            return false;
        return number > LimitOf(limits, "max") || number < LimitOf(limits, "min");
    }

    private Report Say(Fact at, double number, Group<OptionValue<double>> limits)
    {
        double allowed = LimitOf(limits, number > LimitOf(limits, "max") ? "max" : "min")!.Value;
        return Say(at, Shown("count", number), Shown("of", new Neutral(Values.Text("of"))), Shown("limit", allowed));
    }
}
