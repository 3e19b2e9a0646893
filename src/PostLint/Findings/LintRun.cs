using PostLint.Engine;
using PostLint.Profiles;
using PostLint.Submissions;

namespace PostLint.Findings;

/// <summary>What was found in one submission.</summary>
/// <param name="Submission">What was read.</param>
/// <param name="Findings">In the order of places, then rules; suppressed ones are among them and say so.</param>
/// <param name="Faults">What went wrong in PostLint itself.</param>
public sealed record SubmissionResult(Submission Submission, IReadOnlyList<Finding> Findings, IReadOnlyList<Fault> Faults);

/// <summary>All that a report tells.</summary>
/// <param name="Profile">The profile of the run.</param>
/// <param name="Rules">The cards of all rules that ran, by id.</param>
/// <param name="Results">By the order of the command line, then by name.</param>
/// <param name="ConfigurationPath">The configuration file that was used; null for none.</param>
/// <param name="Unread">What was asked for and belongs to no submission because it could not be read.</param>
public sealed record LintRun(
    Profile Profile, IReadOnlyList<RuleInfo> Rules, IReadOnlyList<SubmissionResult> Results, string? ConfigurationPath, IReadOnlyList<Unread> Unread)
{
    /// <summary>The findings that count: those nobody waived.</summary>
    public IEnumerable<Finding> OpenFindings => Results.SelectMany(result => result.Findings).Where(finding => finding.Suppression is null);
}
