using System.Text;
using PostLint.Reporting.Terminal;

namespace PostLint.Reporting.Formats;

/// <summary>One line a finding, as compilers write them: editors and scripts take place, severity, rule and message apart.</summary>
internal sealed class ConciseReporter : IReporter
{
    /// <inheritdoc/>
    public string Name => "concise";

    /// <inheritdoc/>
    public string Summary => "one line a finding: path:line:column: severity rule message";

    /// <inheritdoc/>
    public void Write(RedactedRun run, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        var style = new Style(run.Options.Color);
        foreach (RedactedFinding finding in run.OpenFindings)
        {
            string place = style.Strong(Printable.Line(FindingWriter.TextOf(finding.Place)));
            string severity = style.Of(finding.Severity, Words.Of(finding.Severity));
            string rule = run.Options.RuleLink(finding.Rule.Id, style);
            writer.WriteLine($"{place}: {severity} {rule} {Printable.Line(Printable.Of(Words.OneLine(finding.Message)))}");
        }
        foreach (RedactedGap unread in run.AllUnread)
            writer.WriteLine(Printable.Line($"{Printable.Path(unread.Path)}: not read: {Printable.Of(unread.Reason)}"));
        foreach (RedactedStop stop in run.Stops)
            writer.WriteLine(Printable.Line(Words.Of(stop)));
        foreach (RedactedFault fault in run.Faults)
            writer.WriteLine(Printable.Line($"fault of PostLint: {Printable.Of(fault.What)}: {Printable.Of(fault.Exception)}"));
    }
}
