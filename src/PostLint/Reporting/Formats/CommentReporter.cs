using PostLint.Reporting.GitHub;

namespace PostLint.Reporting.Formats;

/// <summary>A page in Markdown for a comment on a pull request.</summary>
internal sealed class CommentReporter : IReporter
{
    /// <inheritdoc/>
    public string Name => "comment";

    /// <inheritdoc/>
    public string Summary => "Markdown for a comment";

    /// <inheritdoc/>
    public void Write(RedactedRun run, Stream output) => new SummaryPage(run).Write(output);
}
