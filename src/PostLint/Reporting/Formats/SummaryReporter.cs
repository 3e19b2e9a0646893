using PostLint.Reporting.GitHub;

namespace PostLint.Reporting.Formats;

/// <summary>A page in Markdown for the summary of a job.</summary>
internal sealed class SummaryReporter : IReporter
{
    /// <inheritdoc/>
    public string Name => "summary";

    /// <inheritdoc/>
    public string Summary => "Markdown for the summary of a job";

    /// <inheritdoc/>
    public void Write(RedactedRun run, Stream output) => new SummaryPage(run).Write(output);
}
