using PostLint.Reporting.Sarif;

namespace PostLint.Reporting.Formats;

/// <summary>
/// SARIF to upload to GitHub's code scanning: open findings only, since it takes suppressed ones for open; no fixes, which it does not read
/// and which would quote the post.
/// </summary>
internal sealed class SarifUploadReporter : IReporter
{
    /// <summary>GitHub keeps no more of a run.</summary>
    private const int MostResults = 5_000;

    /// <inheritdoc/>
    public string Name => "sarif-github";

    /// <inheritdoc/>
    public string Summary => "SARIF to upload to code scanning";

    /// <inheritdoc/>
    public void Write(RedactedRun run, Stream output) => new SarifWriter(run, MostResults, isForUpload: true).Write(output);
}
