using PostLint.Findings;

namespace PostLint.Reporting;

/// <summary>Writes a run in one format.</summary>
public interface IReporter
{
    /// <summary>Writes a whole document, in UTF-8 without byte-order mark and with LF line ends, and leaves the stream open.</summary>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    void Write(LintRun run, Stream output);
}
