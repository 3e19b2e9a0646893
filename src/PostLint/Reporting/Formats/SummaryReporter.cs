using PostLint.Reporting.GitHub;

namespace PostLint.Reporting.Formats;

/// <summary>A page in Markdown for the summary of a job.</summary>
internal sealed class SummaryReporter : IReporter
{
    /// <summary>The most bytes: GitHub drops a summary above 1 MiB as a whole.</summary>
    private const int Limit = 1_000_000;

    /// <inheritdoc/>
    public string Name => "summary";

    /// <inheritdoc/>
    public string Summary => "Markdown for the summary of a job";

    /// <inheritdoc/>
    public void Write(RedactedRun run, Stream output) => new SummaryPage(run, Limit).Write(output);
}
