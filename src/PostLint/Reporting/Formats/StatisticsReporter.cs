using System.Text;
using PostLint.Reporting.Terminal;
using PostLint.Rules;

namespace PostLint.Reporting.Formats;

/// <summary>How often each rule finds something: where to begin in a repository of many posts. It names no place and nobody.</summary>
internal sealed class StatisticsReporter : IReporter
{
    /// <inheritdoc/>
    public string Name => "statistics";

    /// <inheritdoc/>
    public string Summary => "how often each rule finds something";

    /// <inheritdoc/>
    public void Write(RedactedRun run, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        var style = new Style(run.Options.Color);
        IGrouping<string, RedactedFinding>[] rules =
        [
            .. run
                .OpenFindings.GroupBy(finding => finding.Rule.Id)
                .OrderByDescending(group => group.Max(finding => finding.Severity))
                .ThenByDescending(group => group.Count())
                .ThenBy(group => group.Key, StringComparer.Ordinal),
        ];
        int digits = rules.Select(group => $"{group.Count()}".Length).DefaultIfEmpty().Max();
        int width = rules.Select(group => group.Key.Length).DefaultIfEmpty().Max();
        foreach (IGrouping<string, RedactedFinding> group in rules)
        {
            Severity worst = group.Max(finding => finding.Severity);
            string severity = style.Of(worst, Words.Of(worst)) + new string(' ', "warning".Length - Words.Of(worst).Length);
            string id = run.Options.RuleLink(group.Key, style) + new string(' ', width - group.Key.Length);
            string count = $"{group.Count()}".PadLeft(digits);
            writer.WriteLine($"{count}  {severity}  {id}  {Fixable([.. group])}{Words.OneLine(group.First().Rule.Summary)}");
        }
        if (rules.Length > 0)
            writer.WriteLine();
        new TextReport(run, writer).WriteCounts();
    }

    private static string Fixable(IReadOnlyList<RedactedFinding> findings)
    {
        int safe = findings.Count(finding => finding.Fixes.Any(fix => fix.IsSafe));
        int others = findings.Count(finding => finding.Fixes.Count > 0) - safe;
        return safe > 0 ? $"[{safe} fixable] "
            : others > 0 ? $"[{others} fixable with --unsafe] "
            : "";
    }
}
