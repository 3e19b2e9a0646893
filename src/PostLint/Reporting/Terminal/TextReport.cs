using PostLint.Facts;
using PostLint.Profiles;
using PostLint.Rules;

namespace PostLint.Reporting.Terminal;

/// <summary>
/// One text report while it is written: findings of each submission, the worst first, then what went wrong, then the counts.
/// </summary>
internal sealed class TextReport(RedactedRun run, TextWriter writer)
{
    public void Write()
    {
        var findings = new FindingWriter(run.Options, writer);
        foreach (RedactedSubmission submission in run.Submissions)
        {
            foreach (RedactedFinding finding in submission.OpenFindings.OrderByDescending(finding => finding.Severity))
                findings.Write(finding);
        }
        foreach (RedactedSubmission submission in run.Submissions)
        {
            foreach (RedactedFault fault in submission.Faults)
                WriteFault(submission, fault);
            foreach (RedactedStop stop in submission.Stops)
                WriteStop(submission, stop);
            foreach (RedactedGap unread in submission.Unread)
                WriteUnread(unread);
            if (submission.NotAsked.Count > 0)
                WriteLine(Words.NotAsked(submission.NotAsked));
        }
        foreach (RedactedGap unread in run.Unread)
            WriteUnread(unread);
        if (run.Options.Quiet)
            return;
        foreach (RedactedExcluded excluded in run.Excluded)
            WriteExcluded(excluded);
        WriteCounts();
    }

    /// <summary>Writes what ends a report: under which profile, how many findings, and how many can be fixed.</summary>
    public void WriteCounts() => WriteEnd(run.Tally);

    private void WriteUnread(RedactedGap unread) => WriteLine($"not read: {Printable.Path(unread.Path)}: {Printable.Of(unread.Reason)}");

    private void WriteExcluded(RedactedExcluded excluded) =>
        WriteLine($"not checked: {Printable.Path(excluded.Path)}: excluded by {Printable.Of(excluded.By)}");

    private void WriteFault(RedactedSubmission submission, RedactedFault fault)
    {
        string what = $"{Printable.Of(fault.What)} failed {Words.Count(fault.Count, "time")} in {Printable.Of(submission.Name)}";
        WriteLine($"fault of PostLint: {what}: {Printable.Of(fault.Exception)}");
    }

    private void WriteLine(string printable) => writer.WriteLine(Printable.Line(printable));

    private void WriteStop(RedactedSubmission submission, RedactedStop stop)
    {
        string where = stop.Place is { } place ? FindingWriter.TextOf(place) : Printable.Of(submission.Name);
        writer.WriteLine(Printable.Line($"{Words.Of(stop)}: {where}"));
    }

    private void WriteEnd(Tally tally)
    {
        if (run.Configuration is { } path)
            writer.WriteLine(Printable.Line($"configuration: {Printable.Of(path)}"));
        WriteProfiles();
        WriteBinary();
        writer.WriteLine(End(tally));
        WriteFixable();
        if (run.HasMasked)
            writer.WriteLine($"{Message.Mask} stands for what identifies somebody; --reveal shows it");
    }

    /// <summary>Says which profiles were told, and from what; one that was named needs no telling.</summary>
    private void WriteProfiles()
    {
        var told = run
            .Submissions.Where(submission => submission.DetectedBy is not null)
            .GroupBy(submission => submission.Profile.Name)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (IGrouping<string, RedactedSubmission> group in told)
        {
            string count = run.Submissions.Count > 1 ? $" for {Words.Count(group.Count(), "submission")}" : "";
            IEnumerable<DetectedBy> sources = group.Select(submission => submission.DetectedBy!.Value).Distinct().Order();
            writer.WriteLine($"profile: {Printable.Of(group.Key)}{count}, {string.Join(", ", sources.Select(source => source.Text()))}");
        }
    }

    /// <summary>Says what the run cannot vouch for: binary files of formats that it does not read.</summary>
    private void WriteBinary()
    {
        IEnumerable<RedactedFile> files = run.Submissions.SelectMany(submission => submission.Files);
        string[] paths = [.. files.Where(file => file.IsOpaque).Select(file => file.Path)];
        if (paths.Length == 0)
            return;
        string more = paths.Length > 1 ? ", …" : "";
        writer.WriteLine(Printable.Line($"not looked into: {Words.Count(paths.Length, "binary file")} ({Printable.Path(paths[0])}{more})"));
    }

    /// <summary>Says how many findings need no person.</summary>
    private void WriteFixable()
    {
        int safe = run.OpenFindings.Count(finding => finding.Fixes.Any(fix => fix.IsSafe));
        int others = run.OpenFindings.Count(finding => finding.Fixes.Count > 0) - safe;
        string unsafely = $"{others} {(safe > 0 ? "more " : "can be fixed ")}by postlint fix --unsafe";
        if (safe > 0)
            writer.WriteLine($"{safe} can be fixed by postlint fix{(others > 0 ? $", {unsafely}" : "")}");
        else if (others > 0)
            writer.WriteLine(unsafely);
    }

    private static string End(Tally tally)
    {
        string rest =
            (tally.Suppressed > 0 ? $", {tally.Suppressed} suppressed" : "")
            + (tally.NotChecked > 0 ? $", {tally.NotChecked} not checked" : "")
            + (tally.NotFullyChecked > 0 ? $", {tally.NotFullyChecked} not fully checked" : "")
            + (tally.Excluded > 0 ? $", {tally.Excluded} excluded" : "")
            + (tally.Ignored > 0 ? $", {tally.Ignored} ignored by git" : "")
            + (tally.Faults > 0 ? $", {Words.Count(tally.Faults, "fault")} of PostLint" : "");
        if (tally is { Whole: 0, Open: 0 })
            return $"nothing was checked{rest}";
        string what = (tally.Open, tally.Suppressed) switch
        {
            (0, 0) => "no direct trace found",
            (0, _) => "no open finding",
            _ => Counts(tally),
        };
        if (tally.Open == 0 && tally.NotFullyChecked > 0)
            what = "not everything was checked, nothing found";
        // What was found in files beside a post that could not be read counts; what was not found says nothing of such a post.
        int submissions = tally.Open == 0 ? tally.Whole : tally.Submissions;
        return $"{what} in {Words.Count(submissions, "submission")}{rest}";
    }

    private static string Counts(Tally tally)
    {
        (int Number, string Thing)[] counts = [(tally.Errors, "error"), (tally.Warnings, "warning"), (tally.Notes, "note")];
        return string.Join(", ", counts.Where(count => count.Number > 0).Select(count => Words.Count(count.Number, count.Thing)));
    }
}
