using PostLint.Findings;

namespace PostLint.Profiles;

/// <summary>What a <c>.postlint.yml</c> says.</summary>
/// <param name="Path">The file, as reports print it.</param>
public sealed record Configuration(string Path)
{
    /// <summary>The name of the file.</summary>
    public const string FileName = ".postlint.yml";

    /// <summary>The profile; null where it names none.</summary>
    public string? Profile { get; init; }

    /// <summary>Severities by rule id.</summary>
    public IReadOnlyDictionary<string, Severity> Levels { get; init; } = new Dictionary<string, Severity>();

    /// <summary>Rules and families to run; empty for all.</summary>
    public IReadOnlyList<string> Select { get; init; } = [];

    /// <summary>Rules and families not to run, those with level “off” among them.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>Patterns of files to leave out.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Findings that are waived.</summary>
    public IReadOnlyList<AllowEntry> Allow { get; init; } = [];
}
