using PostLint.Engine;
using PostLint.Findings;
using PostLint.Profiles;
using PostLint.Submissions;

namespace PostLint.Reporting.Terminal;

/// <summary>One text report while it is written: findings, then what went wrong, then the counts.</summary>
internal sealed class TextReport(LintRun run, ReportOptions options, TextWriter writer)
{
    private readonly Veil _veil = new(run, options);

    public void Write()
    {
        var findings = new FindingWriter(new Sources(run), _veil, options, writer);
        foreach (Finding finding in run.OpenFindings) findings.Write(finding);
        foreach (SubmissionResult result in run.Results)
        {
            foreach (Fault fault in result.Faults) WriteFault(result.Submission, fault);
            foreach (Unread unread in result.Submission.Unread) WriteUnread(unread);
        }
        foreach (Unread unread in run.Unread) WriteUnread(unread);
        if (!options.Quiet) WriteEnd(Tally.Of(run));
    }

    private void WriteUnread(Unread unread) =>
        writer.WriteLine($"not read: {Printable.Of(_veil.ShowPath(unread.Path))}: {Printable.Of(_veil.Show(unread.Reason))}");

    private void WriteFault(Submission submission, Fault fault) => writer.WriteLine(
        $"fault of PostLint: {fault.Rule.Id} failed {Words.Count(fault.Count, "time")} in {Printable.Of(_veil.ShowPath(submission.Name))}: {Printable.Of(FaultText.Of(fault, _veil))}");

    private void WriteEnd(Tally tally)
    {
        if (run.ConfigurationPath is { } path) writer.WriteLine($"configuration: {Printable.Of(path)}");
        WriteProfiles();
        WriteBinary();
        writer.WriteLine(End(tally));
        WriteMendable();
    }

    /// <summary>Says which profiles were told, and from what; one that was named needs no telling.</summary>
    private void WriteProfiles()
    {
        var told = run.Results.Where(result => result.ToldBy is not null).GroupBy(result => result.Profile.Name).OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (IGrouping<string, SubmissionResult> group in told)
        {
            string count = run.Results.Count > 1 ? $" for {Words.Count(group.Count(), "submission")}" : "";
            string sources = string.Join(", ", group.Select(result => result.ToldBy!.Value).Distinct().Order().Select(source => source.Text()));
            writer.WriteLine($"profile: {Printable.Of(group.Key)}{count}, {sources}");
        }
    }

    /// <summary>Says what the run cannot vouch for: binary files of formats that it does not read.</summary>
    private void WriteBinary()
    {
        string[] paths = [.. run.Results.SelectMany(result => result.Submission.Files).Where(file => file is { Role: FileRole.BinaryAsset, Text: null }).Select(file => file.Path)];
        if (paths.Length > 0) writer.WriteLine($"not looked into: {Words.Count(paths.Length, "binary file")} ({Printable.Of(_veil.ShowPath(paths[0]))}{(paths.Length > 1 ? ", …" : "")})");
    }

    /// <summary>Says how many findings need no person.</summary>
    private void WriteMendable()
    {
        int safe = run.OpenFindings.Count(finding => finding.Fixes.Any(fix => fix.IsSafe)), others = run.OpenFindings.Count(finding => finding.Fixes.Count > 0) - safe;
        string? more = others > 0 ? $"{others} {(safe > 0 ? "more " : "")}by postlint fix --unsafe" : null;
        string? mendable = safe > 0 ? $"{safe} can be mended by postlint fix{(more is null ? "" : $", {more}")}" : more is null ? null : $"{others} can be mended by postlint fix --unsafe";
        if (mendable is not null) writer.WriteLine(mendable);
    }

    private static string End(Tally tally)
    {
        if (tally.Submissions == 0) return "no submission was read";
        string what = (tally.Open, tally.Suppressed) switch
        {
            (0, 0) => "no direct trace found",
            (0, _) => "no open finding",
            _ => Counts(tally),
        };
        string rest = (tally.Suppressed > 0 ? $", {tally.Suppressed} suppressed" : "")
            + (tally.Unread > 0 ? $", {tally.Unread} not read" : "")
            + (tally.Faults > 0 ? $", {Words.Count(tally.Faults, "fault")} of PostLint" : "");
        return $"{what} in {Words.Count(tally.Submissions, "submission")}{rest}";
    }

    private static string Counts(Tally tally)
    {
        (int Number, string Thing)[] counts = [(tally.Errors, "error"), (tally.Warnings, "warning"), (tally.Notes, "note")];
        return string.Join(", ", counts.Where(count => count.Number > 0).Select(count => Words.Count(count.Number, count.Thing)));
    }
}
