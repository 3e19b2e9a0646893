using System.Text;
using PostLint.Findings;
using PostLint.Reporting.Terminal;
using PostLint.Rules;

namespace PostLint.Reporting.GitHub;

/// <summary>
/// A page in Markdown: verdict, counts, each finding with how to fix it, the worst first. It is the same in the summary of a job as in a
/// comment, and never longer than a comment may be.
/// </summary>
/// <param name="run">What is told.</param>
internal sealed class SummaryPage(RedactedRun run)
{
    /// <summary>The most bytes: GitHub takes comments of 65,536 characters, and drops a summary above 1 MiB as a whole.</summary>
    private const int Limit = 60_000;

    private const int RoomForEnd = 600;

    /// <summary>Writes the page.</summary>
    public void Write(Stream output)
    {
        Tally tally = run.Tally;
        var page = new StringBuilder($"## PostLint: {Verdict(tally)}\n\n");
        if (run.Options.Reveal)
            page.Append("> **Names are shown.** Everybody who can see this page can read them.\n\n");
        page.Append("| errors | warnings | notes | suppressed | not checked |\n|--:|--:|--:|--:|--:|\n");
        int unseen = tally.NotChecked + tally.NotFullyChecked;
        page.Append($"| {tally.Errors} | {tally.Warnings} | {tally.Notes} | {tally.Suppressed} | {unseen} |\n\n");
        RedactedFinding[] open = [.. run.OpenFindings.OrderByDescending(finding => finding.Severity)];
        int bytes = Encoding.UTF8.GetByteCount(page.ToString()),
            shown = 0;
        foreach (RedactedFinding finding in open)
        {
            string entry = Entry(finding);
            bytes += Encoding.UTF8.GetByteCount(entry);
            if (bytes > Limit - RoomForEnd)
                break;
            page.Append(entry);
            shown++;
        }
        if (shown < open.Length)
        {
            page.Append($"\n{open.Length - shown} more findings are not shown here; `postlint check` on your machine shows them all.\n");
        }
        AppendEnd(page, Limit - bytes);
        if (run.HasMasked)
        {
            page.Append($"\n{Message.Mask} stands for what identifies somebody; `postlint check --reveal` shows it on your machine.\n");
        }
        output.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    private static string Verdict(Tally tally) =>
        tally switch
        {
            { Faults: > 0 } => "it failed itself; its report is not complete",
            { Unread: > 0 } => "not everything could be read",
            { NotFullyChecked: > 0 } => "not everything was checked",
            { Errors: > 0 } => $"{Words.Count(tally.Errors, "thing")} to change before review",
            { Warnings: > 0 } => $"{Words.Count(tally.Warnings, "thing")} to look at",
            { Whole: 0 } => "nothing was checked",
            _ => "no direct trace found",
        };

    private static string Entry(RedactedFinding finding)
    {
        Region? region = finding.Place.Inner is null ? finding.Place.TightRegion : null;
        string place = MarkdownText.Of(Printable.Shortened(finding.Place.File) + (region is { Line: > 0 } at ? $":{at.Line}" : ""));
        string where = Words.Where(finding.Place.Context) is { } context ? $", {context}" : "";
        string help = finding.Fixes.Any(fix => fix.IsSafe) ? " `postlint fix` does it." : "";
        string call = finding.Requirement is { } asked ? $"\n  Call: {MarkdownText.Of(asked.Text)}  " : "";
        string message = MarkdownText.Of(Words.Sentence(finding.Message));
        return $"- **{Words.Of(finding.Severity)}** `{finding.Rule.Id}` {place}{where}: {message}  {call}\n"
            + $"  Why: {MarkdownText.Of(finding.Rule.Why)}  \n  Fix: {MarkdownText.Of(finding.Rule.Fix)}{help}\n";
    }

    /// <summary>What was suppressed and what could not be read are told, too, as long as there is room.</summary>
    private void AppendEnd(StringBuilder page, int room)
    {
        IEnumerable<string> suppressed = run
            .Submissions.SelectMany(submission => submission.Findings)
            .Where(finding => finding.Suppression is not null)
            .Select(finding => $"- suppressed: `{finding.Rule.Id}` {PlaceOf(finding.Place)}, by {Origin(finding.Suppression!)}\n");
        IEnumerable<string> unread = run.AllUnread.Select(file =>
            $"- not read: {MarkdownText.Of(Printable.Shortened(file.Path))}: {MarkdownText.Of(file.Reason)}\n"
        );
        IEnumerable<string> stopped = run.Stops.Select(stop => $"- {MarkdownText.Of(Words.Of(stop))}\n");
        IEnumerable<string> notAsked = run
            .Submissions.Where(submission => submission.NotAsked.Count > 0)
            .Select(submission => $"- {MarkdownText.Of(Words.NotAsked(submission.NotAsked))}\n");
        foreach (string line in suppressed.Concat(unread).Concat(stopped).Concat(notAsked))
        {
            room -= Encoding.UTF8.GetByteCount(line);
            if (room < RoomForEnd)
                return;
            page.Append(line);
        }
    }

    private static string PlaceOf(RedactedPlace place) =>
        MarkdownText.Of(Printable.Shortened(place.File)) + (place.Region is { Line: > 0 } region ? $":{region.Line}" : "");

    private static string Origin(RedactedSuppression suppression) =>
        suppression.Kind is SuppressionKind.InSource ? "a comment in the post" : "the configuration";
}
