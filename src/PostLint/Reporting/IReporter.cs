namespace PostLint.Reporting;

/// <summary>
/// Writes a run in one format. Each class of the folder Formats is one: whatever file is put there is a format of the command, of its help
/// and of its tests.
/// A reporter sees what it may tell, and nothing else.
/// </summary>
internal interface IReporter
{
    /// <summary>What the command line calls it.</summary>
    string Name { get; }

    /// <summary>What it is for, in a few words.</summary>
    string Summary { get; }

    /// <summary>Writes a whole document, in UTF-8 without byte-order mark and with LF line ends, and leaves the stream open.</summary>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    void Write(RedactedRun run, Stream output);
}
