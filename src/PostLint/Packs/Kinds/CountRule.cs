using System.Globalization;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules;
using PostLint.Text;

namespace PostLint.Packs.Kinds;

/// <summary>More or fewer of something than the call allows.</summary>
internal sealed class CountRule(RuleDescriptor descriptor, RuleValues values) : DataRule(descriptor, values)
{
    private const double Kilobyte = 1 << 10;
    private const double Megabyte = 1 << 20;
    private static readonly string[] s_ofText =
    [
        "words",
        "characters",
        "sentences",
        "sentence-words",
        "long-sentence-percent",
        "reading-ease",
        "school-years",
        "lix",
        "minutes",
        "code-percent",
        "quote-percent",
    ];
    private static readonly string[] s_ofFiles = ["files", "bytes", "kilobytes", "megabytes", "pages", "pixels"];

    public static RuleKind Kind { get; } =
        new(
            "count",
            "More or fewer words, figures, footnotes, citations, files, megabytes or pixels than the call allows, or a text "
                + "that reads harder",
            [
                new(
                    "of",
                    PackValue.Text,
                    "What is counted; reading-ease is Flesch’s, school-years Gunning’s, both for English; pixels are those "
                        + "of the longer side",
                    IsRequired: true,
                    Words: [.. s_ofText, "figures", "footnotes", "citations", "references", "headings", "links", .. s_ofFiles, "matches"]
                ),
                new("find", PackValue.Pattern, "What is counted as a match"),
                new("in", PackValue.Globs, "Globs of the files that are counted or weighed; left out, all; {slug} is the post’s name"),
                new("kinds", PackValue.Texts, "Kinds of the files that are counted or weighed; left out, all", Words: FileGroups.Names),
                new("each", PackValue.Flag, "Whether the limits hold for each file, and not for all of them together"),
                new("min", PackValue.Number, "The least number that is allowed"),
                new("max", PackValue.Number, "The greatest number that is allowed"),
                new("silent-below", PackValue.Number, "The number below which the rule says nothing, because another does"),
                new("silent-from", PackValue.Number, "The number from which on the rule says nothing, because another does"),
            ],
            "There are {count} {of}; the call allows {limit}",
            new Dictionary<string, string>
            {
                ["count"] = "the number",
                ["of"] = "what is counted",
                ["limit"] = "the number that is allowed",
                ["amount"] = "the number with its unit",
                ["allowed"] = "the number that is allowed with its unit",
                ["bytes"] = "the size of the files, such as 2.4 MB",
                ["file"] = "with each, the name of the file",
            }
        )
        {
            Needs = static values => values.Has("min") ? Completeness.WholeSubmission : Completeness.Any,
            Create = (descriptor, values) => new CountRule(descriptor, values),
            Check = Wrong,
        };

    public override Pattern Pattern =>
        Values.Text("of") switch
        {
            "words" => Measured(post => post.Words),
            "characters" => Measured(post => post.ProseCharacters),
            "sentences" => Read(reading => reading.Sentences),
            "sentence-words" => Read(reading => reading.SentenceLength),
            "long-sentence-percent" => Read(reading => reading.LongShare),
            "reading-ease" => Read(reading => reading.FleschReadingEase),
            "school-years" => Read(reading => reading.GunningFog),
            "lix" => Read(reading => reading.Lix),
            "minutes" => Measured(post => post.Minutes),
            "code-percent" => Measured(post => post.CodeShare),
            "quote-percent" => Measured(post => post.QuotedShare),
            "figures" => Counted<AssetReference>(figure => figure.Form is not AssetForm.Mention, figures => figures.Count),
            "footnotes" => Counted<Footnote>(null, footnotes => footnotes.Count),
            "citations" => Counted<CitedKey>(null, cited => cited.Select(one => one.Key).Distinct().Count()),
            "references" => Counted<BibliographyEntry>(null, entries => entries.Count),
            "headings" => Counted<Heading>(null, headings => headings.Count),
            "links" => Counted<WebLink>(link => link.Use is LinkUse.Text or LinkUse.Anchor, links => links.Count),
            "matches" => Counted(Of(Values.Pattern("find")), matches => matches.Count),
            _ when Values.Flag("each") => WhenPost()
                .And<FileEntry>((post, file) => IsMeant(post, file))
                .Gather<OptionValue<double>>((_, _, limit) => limit.Rule == Descriptor.Id)
                .Where((_, file, limits) => IsBroken(Weigh(file), limits))
                .Report((_, file, limits) => Say(file, Weigh(file), limits, file.Bytes, Path.GetFileName(file.SitePath))),
            _ => WhenPost()
                .Gather<FileEntry>((post, file) => IsMeant(post, file))
                .Gather<OptionValue<double>>((_, _, limit) => limit.Rule == Descriptor.Id)
                .Where((post, others, limits) => IsBroken(Meant(post, others).Sum(Weigh), limits))
                .Report(
                    (post, others, limits) =>
                        Say(post, Meant(post, others).Sum(Weigh), limits, Meant(post, others).Sum(file => file.Bytes), "")
                ),
        };

    private static string? Wrong(RuleValues values)
    {
        string of = values.Text("of");
        if (!values.Has("min") && !values.Has("max"))
            return "a count rule has min, max or both";
        if (values.Number("min") > values.Number("max"))
            return "min is greater than max";
        if (of is "matches" != values.Has("find"))
            return "find belongs to “of: matches”, which needs it";
        if (s_ofFiles.Contains(of))
            return of is "pixels" && !values.Flag("each") ? "pixels are those of one picture: write each: true"
                : of is "files" && values.Flag("each") ? "each file is one: bound files without each"
                : null;
        return ((string[])["in", "kinds", "each"]).FirstOrDefault(values.Has) is { } key
            ? $"{key} belongs to {string.Join(", ", s_ofFiles)}"
            : null;
    }

    private bool IsMeant(FileEntry post, FileEntry file) =>
        FileGroups.IsOf(Values.Texts("kinds"), file.SitePath) && (!Values.Has("in") || Globs.Match(Values.Texts("in"), post, file));

    private IEnumerable<FileEntry> Meant(FileEntry post, Group<FileEntry> others) => IsMeant(post, post) ? others.Append(post) : others;

    /// <summary>What a file adds to the sum; 0 where that could not be read, which is said elsewhere.</summary>
    private double Weigh(FileEntry file) =>
        Values.Text("of") switch
        {
            "bytes" => file.Bytes,
            "kilobytes" => file.Bytes / Kilobyte,
            "megabytes" => file.Bytes / Megabyte,
            "pages" => file.Pages,
            "pixels" => Math.Max(file.Pixels.Width, file.Pixels.Height),
            _ => 1,
        };

    private Pattern Read(Func<Readability, double> measure) =>
        Measured(post => measure(post.Reading), post => post.Reading is { IsEnglish: true, Sentences: > 0 });

    private Pattern Measured(Func<TextMeasure, double> measure, Func<TextMeasure, bool>? isMeant = null) =>
        When<TextMeasure>(post => post.IsWhole && isMeant?.Invoke(post) != false)
            .Gather<OptionValue<double>>((_, limit) => limit.Rule == Descriptor.Id)
            .Where((post, limits) => IsBroken(measure(post), limits))
            .Report((post, limits) => Say(post, measure(post), limits, 0, ""));

    private Pattern Counted<T>(Func<T, bool>? where, Func<Group<T>, double> count)
        where T : Fact =>
        WhenPost()
            .Gather<T>((_, one) => where?.Invoke(one) != false)
            .Gather<OptionValue<double>>((_, _, limit) => limit.Rule == Descriptor.Id)
            .Where((_, all, limits) => IsBroken(count(all), limits))
            .Report((post, all, limits) => Say(post, count(all), limits, 0, ""));

    private bool IsBroken(double number, Group<OptionValue<double>> limits)
    {
        // A file whose size, pages or pixels nobody could read breaks no limit.
        if (number == 0 && Values.Flag("each"))
            return false;
        if (number < LimitOf(limits, "silent-below") || number >= LimitOf(limits, "silent-from"))
            return false;
        return number > LimitOf(limits, "max") || number < LimitOf(limits, "min");
    }

    private Report Say(Fact at, double number, Group<OptionValue<double>> limits, long bytes, string file)
    {
        double allowed = LimitOf(limits, number > LimitOf(limits, "max") ? "max" : "min")!.Value;
        return Say(
            at,
            Shown("count", number),
            Shown("of", new Neutral(Values.Text("of"))),
            Shown("limit", allowed),
            Shown("amount", new Neutral(WithUnit(number))),
            Shown("allowed", new Neutral(WithUnit(allowed))),
            Shown("bytes", new Neutral(SizeOf(bytes))),
            Shown("file", new Quoted(file))
        );
    }

    private string WithUnit(double number) =>
        Values.Text("of") switch
        {
            "megabytes" => $"{Text(number)} MB",
            "kilobytes" => $"{Text(number)} KB",
            "long-sentence-percent" or "code-percent" or "quote-percent" => $"{Text(number)} %",
            "reading-ease" or "lix" => Text(number),
            "school-years" => $"{Text(number)} years of school",
            "sentence-words" => $"{Text(number)} words a sentence",
            var things => $"{Text(number)} {(number == 1 ? things.TrimEnd('s') : things)}",
        };

    private static string SizeOf(long bytes) =>
        bytes < Kilobyte ? $"{bytes} bytes"
        : bytes < Megabyte ? $"{Text(bytes / Kilobyte)} KB"
        : $"{Text(bytes / Megabyte)} MB";

    private static string Text(double number) => number.ToString(Math.Abs(number) < 10 ? "0.##" : "0.#", CultureInfo.InvariantCulture);
}
