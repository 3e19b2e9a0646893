using PostLint.Findings;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Reporting;

/// <summary>The counts of a run; suppressed findings are counted as suppressed only.</summary>
internal sealed record Tally(
    int Submissions,
    int Errors,
    int Warnings,
    int Notes,
    int Suppressed,
    int Unread,
    int Faults,
    int NotFullyChecked
)
{
    /// <summary>How many submissions have a post that was read as a whole.</summary>
    public int Whole { get; init; }

    /// <summary>How many files were opened and not looked into as a whole, such as encrypted ones, or are of no format that is
    /// read.</summary>
    public int Gaps { get; init; }

    /// <summary>How many paths were asked for and left out by a pattern.</summary>
    public int Excluded { get; init; }

    /// <summary>How many files and folders the work tree's <c>.gitignore</c> hides.</summary>
    public int Ignored { get; init; }

    /// <summary>How much could not be checked.</summary>
    public int NotChecked => Unread + Gaps;

    /// <summary>How many findings nobody suppressed.</summary>
    public int Open => Errors + Warnings + Notes;

    public static Tally Of(LintRun run)
    {
        ILookup<Severity, Finding> open = run.OpenFindings.ToLookup(finding => finding.Severity);
        int errors = open[Severity.Error].Count(),
            warnings = open[Severity.Warning].Count(),
            notes = open[Severity.Note].Count();
        return new(
            run.Results.Count,
            errors,
            warnings,
            notes,
            run.Results.Sum(result => result.Findings.Count(finding => finding.Suppression is not null)),
            run.Unread.Count + run.Results.Sum(result => result.Submission.Unread.Count(unread => !unread.IsBeyondLimit)),
            run.Results.Sum(result => result.Faults.Count + result.Submission.Faults.Count),
            run.Results.Sum(result => result.Stops.Count + CutOffIn(result.Submission))
        )
        {
            Whole = run.Results.Count(result => result.IsWhole),
            Gaps = run.Results.Sum(result => GapsOf(result.Submission)),
            Excluded = run.Excluded.Count,
            Ignored = run.Ignored,
        };
    }

    /// <summary>Files that PostLint's limits keep from being read to their end, each once.</summary>
    private static int CutOffIn(Submission submission) =>
        submission.Unread.Concat(submission.Gaps).Where(unread => unread.IsBeyondLimit).Select(unread => unread.Path).Distinct().Count();

    /// <summary>Files in which something stayed unseen, each once.</summary>
    private static int GapsOf(Submission submission) =>
        submission
            .Gaps.Where(gap => !gap.IsBeyondLimit)
            .Select(gap => gap.Path)
            .Concat(submission.Files.Where(file => file is { Role: FileRole.BinaryAsset, Text: null }).Select(file => file.Path))
            .Except(submission.Unread.Select(unread => unread.Path))
            .Count();
}
