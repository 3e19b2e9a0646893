using System.Text;
using PostLint.Findings;
using PostLint.Reporting.Terminal;

namespace PostLint.Reporting;

/// <summary>Text for people. Nothing of what was read can command the terminal.</summary>
/// <param name="options">What to show.</param>
public sealed class TextReporter(ReportOptions options) : IReporter
{
    /// <inheritdoc/>
    public void Write(LintRun run, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        new TextReport(run, options, writer).Write();
    }
}
