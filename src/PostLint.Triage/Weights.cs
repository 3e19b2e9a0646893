using PostLint.Facts;
using PostLint.Findings;
using PostLint.Reporting;
using PostLint.Rules;

namespace PostLint.Triage;

/// <summary>
/// How heavy findings are, so that the first hour is best spent: what reveals authors or steers reviewers comes first, because calls reject
/// it; then other errors; a warning outweighs
/// any number of notes. A second finding of the same rule adds a tenth: ten of one kind are one thing to decide.
/// </summary>
internal static class Weights
{
    private const int Error = 100,
        Warning = 10,
        Note = 1;
    private const int Rejected = 2; // factor of families whose breach calls reject
    private const int MostRepeats = 5; // further findings of a rule that count

    private static readonly string[] s_rejected = ["identity", "acknowledgment", "integrity"];

    public static int Of(Finding finding) => Of(finding.Rule.Id, finding.Severity);

    public static int Of(string rule, Severity severity) =>
        severity switch
        {
            Severity.Error => Error,
            Severity.Warning => Warning,
            _ => Note,
        } * (severity > Severity.Note && s_rejected.Any(family => rule.StartsWith(family + "/", StringComparison.Ordinal)) ? Rejected : 1);

    /// <summary>Why a submission has its verdict, the heaviest reason first.</summary>
    public static IReadOnlyList<Reason> ReasonsOf(IEnumerable<Finding> findings, int unread, int faults)
    {
        var reasons = findings
            .GroupBy(finding => (finding.Rule.Id, finding.Severity))
            .Select(group => ReasonOf(group.Key.Id, group.Key.Severity, group.Count()))
            .ToList();
        if (unread > 0)
            reasons.Add(ReasonOf("unread", Severity.Warning, unread));
        if (faults > 0)
            reasons.Add(ReasonOf("fault", Severity.Warning, faults));
        return Ordered(reasons);
    }

    public static Reason ReasonOf(string rule, Severity severity, int count)
    {
        int weight = Of(rule, severity);
        return new(rule, Words.Of(severity), count, weight + (Math.Min(count - 1, MostRepeats) * weight / 10));
    }

    public static IReadOnlyList<Reason> Ordered(IEnumerable<Reason> reasons) =>
        [.. reasons.OrderByDescending(reason => reason.Weight).ThenBy(reason => reason.Rule, StringComparer.Ordinal)];
}
