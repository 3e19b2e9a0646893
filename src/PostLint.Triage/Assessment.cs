using System.Text.RegularExpressions;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Reporting;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Triage;

/// <summary>Makes of what was found in a submission what triage keeps of it.</summary>
internal static partial class Assessment
{
    private const int LongestLine = 240; // UTF-16 units of a source line that the page shows
    private const int MostFindings = 300; // of one submission; the heaviest are kept
    private const int MostEvidence = 24; // lines of evidence a finding
    private const int LongestHead = 4_000; // UTF-16 units in which a title is looked for

    // Columns that say what a submission is called.
    private static readonly string[] s_titles = ["title", "paper title", "Title", "Paper Title"];

    private static readonly string[] s_configuration = [".postlint.yml", ".postlint.yaml", ".postlint-baseline.json"];

    /// <summary>The record of a submission.</summary>
    /// <param name="item">Which one.</param>
    /// <param name="run">What was found in its posts.</param>
    public static CheckedSubmission Of(TriageItem item, LintRun run)
    {
        var redactor = new Redactor(run, reveals: false);
        Unread[] gaps = [.. run.Unread.Concat(run.Results.SelectMany(result => result.Submission.Unread)).Distinct()];
        string[] unread =
        [
            .. gaps.Select(file => $"{(file.Path is "." ? item.Id : redactor.ShowPath(file.Path))}: {redactor.ShowQuoted(file.Reason)}"),
        ];
        if (!run.Results.Any(result => result.Submission.Files.Any(file => file is { Role: FileRole.Post, Text: not null })))
        {
            CheckedSubmission unreadable = Unreadable(
                item,
                gaps.Length > 0 ? redactor.ShowQuoted(gaps[0].Reason) : "no post was found in it"
            );
            return unreadable with { Record = unreadable.Record with { Unread = unread } };
        }

        Finding[] open = [.. run.OpenFindings.OrderByDescending(Weights.Of)],
            shown = open[..Math.Min(open.Length, MostFindings)];
        string[] faults =
        [
            .. run.Results.SelectMany(result => result.Faults).Select(fault => fault.Rule.Id).Distinct(),
            .. run.Results.SelectMany(result => result.Submission.Faults).Select(fault => $"reading {redactor.ShowPath(fault.Path)}"),
        ];
        unread =
        [
            .. unread,
            .. run.Results.SelectMany(result => result.Stops).Select(stop => $"not fully checked: {stop.Rule.Id}").Distinct(),
        ];
        var sources = new Sources(run);
        IReadOnlyList<Reason> reasons = Weights.ReasonsOf(open, unread.Length, faults.Length);
        TriageFinding[] findings = [.. shown.Select(finding => Show(finding, sources, redactor))];
        var record = new TriageRecord(item.Id, VerdictOf(reasons), Weights.LanesOf(findings, unread.Length + faults.Length, isWhole: true))
        {
            Title = TitleOf(item) ?? redactor.ShowQuoted(PostTitleOf(run)),
            Profile = string.Join(", ", run.Results.Select(result => result.Profile.Name).Distinct()),
            Reasons = reasons,
            Findings = findings,
            Unread = [.. unread, .. faults.Select(rule => $"fault of PostLint in {rule}")],
            Ignored =
            [
                .. run.Results.SelectMany(result => SuppressionsIn(result.Submission, redactor)).Concat(ConfigurationOf(item)).Distinct(),
            ],
            Fields = item.Fields,
        };
        return new(record)
        {
            PrivateFindings = [.. shown.Select(finding => Reveal(finding, sources))],
            PrivateFields = item.PrivateFields,
            Traces = SharedTraces.Of(run),
        };
    }

    /// <summary>The record of a submission that could not be judged.</summary>
    /// <param name="item">Which one.</param>
    /// <param name="why">Why, in words that end a sentence.</param>
    public static CheckedSubmission Unreadable(TriageItem item, string why) =>
        new(
            new TriageRecord(item.Id, Verdict.Unreadable, Weights.LanesOf([], 0, isWhole: false))
            {
                Title = TitleOf(item) ?? "",
                Failure = why,
                Fields = item.Fields,
            }
        )
        {
            PrivateFields = item.PrivateFields,
        };

    /// <summary>What the source calls a submission; null where it says nothing.</summary>
    private static string? TitleOf(TriageItem item) =>
        s_titles.Select(column => item.Fields.GetValueOrDefault(column)).FirstOrDefault(title => title is { Length: > 0 });

    /// <summary>What the post is called in its front matter; empty for nothing.</summary>
    private static string PostTitleOf(LintRun run)
    {
        string text = run.Results.SelectMany(result => result.Submission.Files)
            .FirstOrDefault(file => file is { Text: not null })
            ?.Text!.Text
            ?? "";
        string head = text[..Math.Min(text.Length, LongestHead)];
        var title = PostTitle().Match(head);
        return title.Success ? title.Groups["title"].Value.Trim().Trim('"', '\'') : "";
    }

    /// <summary>What a chair has to do because of some reasons.</summary>
    internal static Verdict VerdictOf(IReadOnlyList<Reason> reasons) =>
        reasons.Any(reason => reason.Severity is "error") ? Verdict.Act
        : reasons.Any(reason => reason.Severity is "warning") ? Verdict.Look
        : Verdict.Clear;

    private static TriageFinding Show(Finding finding, Sources sources, Redactor redactor)
    {
        Region? region = sources.ContainerOf(finding.Place.File) is null ? sources.TightRegionOf(finding.Place) : null;
        return new(
            finding.Rule.Id,
            Words.Of(finding.Severity),
            redactor.Show(finding.Message),
            redactor.ShowPath(finding.Place.File),
            region?.Line ?? 0,
            Words.Where(finding.Place.Context)
        )
        {
            Weight = Weights.Of(finding),
            Clues = finding.Weight is { } weighed ? [.. weighed.Clues.Select(clue => clue.Weight.Clue)] : null,
            Field = sources.FieldOf(finding.Place) is { } field ? redactor.ShowField(field) : null,
            Others = finding.OtherPlaces.Count,
            IsFixable = finding.Fixes.Any(fix => fix.IsSafe),
            IsConfidential = finding.Rule.IsConfidential,
        };
    }

    private static PrivateFinding Reveal(Finding finding, Sources sources)
    {
        (string line, int start, int length) = LineOf(finding.Place, sources);
        string[] why = [.. EvidenceLine.Of(finding).Take(MostEvidence).Select(evidence => Explain(evidence, sources))];
        int number = line.Length > 0 ? sources.ShownTightRegionOf(finding.Place)?.Line ?? 0 : 0;
        return new(finding.Message.Reveal(), finding.Place.File, line, start, length, why)
        {
            Before = NeighbourOf(finding.Place, number - 1, sources),
            After = number > 0 ? NeighbourOf(finding.Place, number + 1, sources) : "",
        };
    }

    private static string Explain(EvidenceLine evidence, Sources sources)
    {
        string slice = Words.OneLine(sources.SliceOf(evidence.Fact.Place).ToString()),
            quote = slice.Length > 100 ? slice[..100] + "…" : slice;
        string line = evidence.Fact.Place.Line > 0 ? $" on line {evidence.Fact.Place.Line}" : "",
            concluded = evidence.ConcludedBy.Count > 0
                ? $", concluded by {string.Join(", ", evidence.ConcludedBy.Select(rule => rule.Id))}"
                : "";
        string indent = new(' ', 2 * evidence.Depth),
            quoted = quote.Length > 0 ? $": {quote}" : "";
        return $"{indent}{Words.KindOf(evidence.Fact)}{line}{quoted}{concluded}";
    }

    /// <summary>A line beside that of a place, cut where it is long; empty where there is none.</summary>
    private static string NeighbourOf(Place place, int number, Sources sources)
    {
        if (number < 1 || sources.TextOf(place.File) is not { } text || number > text.LineCount)
            return "";
        string line = text.Slice(text.LineSpan(number)).ToString().TrimEnd('\r', '\n');
        return line.Length > LongestLine ? line[..LongestLine] + "…" : line;
    }

    /// <summary>The line of a place, or the window of it that holds the place, and where in it the place stands.</summary>
    private static (string Line, int Start, int Length) LineOf(Place place, Sources sources)
    {
        if (sources.ShownTightRegionOf(place) is not { Column: > 0 } region || sources.TextOf(place.File) is not { } text)
            return ("", 0, 0);
        string whole = text.Slice(text.LineSpan(region.Line)).ToString().TrimEnd('\r', '\n');
        int start = Math.Min(region.Column - 1, whole.Length),
            end = region.EndLine > region.Line ? whole.Length : Math.Clamp(region.EndColumn - 1, start, whole.Length);
        int from = whole.Length <= LongestLine ? 0 : Math.Clamp(start - (LongestLine / 3), 0, whole.Length - LongestLine);
        string line = whole.Substring(from, Math.Min(LongestLine, whole.Length - from));
        return (line, start - from, Math.Min(end - from, line.Length) - (start - from));
    }

    /// <summary>Configuration that the submission brings along; no reader of submissions opens it.</summary>
    internal static IEnumerable<string> ConfigurationOf(TriageItem item) =>
        item.Head is null && item.Root is null
            ? s_configuration.Where(name => File.Exists(System.IO.Path.Combine(item.Path, name))).Select(name => $"{name}: a configuration")
            : [];

    /// <summary>Suppressions that the submission brings along.</summary>
    private static IEnumerable<string> SuppressionsIn(Submission submission, Redactor redactor)
    {
        foreach (SubmittedFile file in submission.Files.Where(file => file is { Text: not null, Sheet: null }))
        {
            int suppressions = file.Text!.Text.AsSpan().Count("postlint-disable");
            if (suppressions > 0)
                yield return $"{redactor.ShowPath(file.Path)}: {Words.Count(suppressions, "suppression")}";
        }
    }

    [GeneratedRegex(@"^title:[ \t]*(?<title>\S.*)$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex PostTitle();
}
