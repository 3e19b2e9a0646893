using System.Text;
using PostLint.Findings;
using PostLint.Reporting.GitHub;

namespace PostLint.Reporting;

/// <summary>A page in Markdown for a job summary or a comment: verdict, a table of counts, each finding with how to mend it, the worst first. It never grows beyond a limit.</summary>
/// <param name="options">What to show.</param>
/// <param name="limit">The most bytes; GitHub drops a summary above 1 MiB as a whole, and takes comments of 65,536 characters.</param>
public sealed class SummaryReporter(ReportOptions options, int limit = SummaryReporter.JobSummary) : IReporter
{
    /// <summary>What a job summary may hold, with some air.</summary>
    public const int JobSummary = 1_000_000;

    /// <summary>What a comment may hold, with some air.</summary>
    public const int Comment = 60_000;

    private const int RoomForEnd = 400;

    /// <inheritdoc/>
    public void Write(LintRun run, Stream output)
    {
        var veil = new Veil(run, options);
        var sources = new Sources(run);
        Tally tally = Tally.Of(run);
        var page = new StringBuilder($"## PostLint: {Verdict(tally)}\n\n");
        if (options.Reveal) page.Append("> **Names are shown.** Everybody who can see this page can read them.\n\n");
        page.Append($"| errors | warnings | notes | waived | not read |\n|--:|--:|--:|--:|--:|\n| {tally.Errors} | {tally.Warnings} | {tally.Notes} | {tally.Suppressed} | {tally.Unread} |\n\n");
        Finding[] open = [.. run.OpenFindings.OrderByDescending(finding => finding.Severity)];
        int bytes = Encoding.UTF8.GetByteCount(page.ToString()), shown = 0;
        foreach (Finding finding in open)
        {
            string entry = Entry(finding, veil, sources);
            bytes += Encoding.UTF8.GetByteCount(entry);
            if (bytes > limit - RoomForEnd) break;
            page.Append(entry);
            shown++;
        }
        if (shown < open.Length) page.Append($"\n{open.Length - shown} more findings are not shown here; run `postlint check` on your machine to see them all.\n");
        AppendEnd(page, run, veil, limit - bytes);
        output.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    private static string Verdict(Tally tally) => tally switch
    {
        { Faults: > 0 } => "it failed itself; its report is not complete",
        { Unread: > 0 } => "not everything could be read",
        { Errors: > 0 } => $"{Words.Count(tally.Errors, "thing")} to change before review",
        { Warnings: > 0 } => $"{Words.Count(tally.Warnings, "thing")} to look at",
        { Submissions: 0 } => "no post was found",
        _ => "no direct trace found",
    };

    private static string Entry(Finding finding, Veil veil, Sources sources)
    {
        Region? region = sources.ContainerOf(finding.Place.File) is null ? sources.TightRegionOf(finding.Place) : null;
        string place = MarkdownText.Of(veil.ShowPath(finding.Place.File) + (region is { Line: > 0 } at ? $":{at.Line}" : ""));
        string where = Words.Where(finding.Place.Channel) is { } channel ? $", {channel}" : "", mend = finding.Fixes.Any(fix => fix.IsSafe) ? " `postlint fix` does it." : "";
        string call = finding.Requirement is { } asked ? $"\n  Call: {MarkdownText.Of(asked.Text)}  " : "";
        return $"- **{Words.Of(finding.Severity)}** `{finding.Rule.Id}` {place}{where}: {MarkdownText.Of(Words.Sentence(veil.Show(finding.Message)))}  {call}\n  Why: {MarkdownText.Of(finding.Rule.Why)}  \n  Mend: {MarkdownText.Of(finding.Rule.Fix)}{mend}\n";
    }

    /// <summary>What was waived and what could not be read are told, too, as long as there is room.</summary>
    private static void AppendEnd(StringBuilder page, LintRun run, Veil veil, int room)
    {
        IEnumerable<string> waived = run.Results.SelectMany(result => result.Findings).Where(finding => finding.Suppression is not null)
            .Select(finding => $"- waived: `{finding.Rule.Id}` {MarkdownText.Of(veil.ShowPath(finding.Place.File))}:{finding.Place.Line}, by {(finding.Suppression!.Kind is SuppressionKind.InSource ? "a comment in the post" : "the configuration")}\n");
        IEnumerable<string> unread = run.Unread.Concat(run.Results.SelectMany(result => result.Submission.Unread)).Select(file => $"- not read: {MarkdownText.Of(veil.ShowPath(file.Path))}: {MarkdownText.Of(veil.Show(file.Reason))}\n");
        foreach (string line in waived.Concat(unread))
        {
            room -= Encoding.UTF8.GetByteCount(line);
            if (room < RoomForEnd) return;
            page.Append(line);
        }
    }
}
