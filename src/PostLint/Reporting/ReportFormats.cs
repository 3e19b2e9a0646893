namespace PostLint.Reporting;

/// <summary>All formats of reports: one for each file of the folder Formats, which the build lists.</summary>
public static partial class ReportFormats
{
    /// <summary>By name, that for people first.</summary>
    public static IReadOnlyList<ReportFormat> All { get; } =
    [
        .. Reporters()
            .Select(reporter => new ReportFormat(reporter))
            .OrderBy(format => format.Name is not "text")
            .ThenBy(format => format.Name, StringComparer.Ordinal),
    ];

    /// <summary>The format of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static ReportFormat Named(string name) =>
        All.FirstOrDefault(format => format.Name == name) ?? throw new ArgumentException($"There is no format {name}.", nameof(name));
}

/// <summary>A format of reports.</summary>
public sealed class ReportFormat
{
    internal ReportFormat(IReporter reporter) => Reporter = reporter;

    /// <summary>What the command line calls it.</summary>
    public string Name => Reporter.Name;

    /// <summary>What it is for, in a few words.</summary>
    public string Summary => Reporter.Summary;

    internal IReporter Reporter { get; }

    /// <summary>Writes a whole document, in UTF-8 without byte-order mark and with LF line ends, and leaves the stream open.</summary>
    /// <param name="run">What was found; what the options do not reveal is masked before the format sees it.</param>
    /// <param name="options">What to show, and how.</param>
    /// <param name="output">Where it goes.</param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public void Write(LintRun run, ReportOptions options, Stream output) => Reporter.Write(new(run, options), output);
}
