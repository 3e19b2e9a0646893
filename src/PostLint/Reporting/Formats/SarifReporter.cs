using PostLint.Reporting.Sarif;

namespace PostLint.Reporting.Formats;

/// <summary>SARIF 2.1.0 with one run.</summary>
internal sealed class SarifReporter : IReporter
{
    /// <summary>GitHub refuses a run with more.</summary>
    private const int MostResults = 25_000;

    /// <inheritdoc/>
    public string Name => "sarif";

    /// <inheritdoc/>
    public string Summary => "SARIF 2.1.0";

    /// <inheritdoc/>
    public void Write(RedactedRun run, Stream output) => new SarifWriter(run, MostResults, isForUpload: false).Write(output);
}
