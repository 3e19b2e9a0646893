using PostLint.Findings;

namespace PostLint.Reporting;

/// <summary>The counts of a run; waived findings are counted as suppressed only.</summary>
internal sealed record Tally(int Submissions, int Errors, int Warnings, int Notes, int Suppressed, int Unread, int Faults, int NotFullyChecked)
{
    /// <summary>How many findings nobody waived.</summary>
    public int Open => Errors + Warnings + Notes;

    public static Tally Of(LintRun run)
    {
        ILookup<Severity, Finding> open = run.OpenFindings.ToLookup(finding => finding.Severity);
        int errors = open[Severity.Error].Count(), warnings = open[Severity.Warning].Count(), notes = open[Severity.Note].Count();
        return new(
            run.Results.Count, errors, warnings, notes,
            run.Results.Sum(result => result.Findings.Count(finding => finding.Suppression is not null)),
            run.Unread.Count + run.Results.Sum(result => result.Submission.Unread.Count),
            run.Results.Sum(result => result.Faults.Count + result.Submission.Faults.Count),
            run.Results.Sum(result => result.Stops.Count));
    }
}
