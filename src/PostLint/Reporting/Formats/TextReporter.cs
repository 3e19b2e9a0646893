using System.Text;
using PostLint.Reporting.Terminal;

namespace PostLint.Reporting.Formats;

/// <summary>Text for people. Nothing of what was read can command the terminal.</summary>
internal sealed class TextReporter : IReporter
{
    /// <inheritdoc/>
    public string Name => "text";

    /// <inheritdoc/>
    public string Summary => "for people";

    /// <inheritdoc/>
    public void Write(RedactedRun run, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        new TextReport(run, writer).Write();
    }
}
