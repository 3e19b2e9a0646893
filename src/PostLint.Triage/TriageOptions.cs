using PostLint.Setup;

namespace PostLint.Triage;

/// <summary>What a triage was asked.</summary>
internal sealed record TriageOptions
{
    /// <summary>Folders, manifests, exports or a repository.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Full path of the folder that the sources are named from.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Full path of the run folder.</summary>
    public required string Out { get; init; }

    /// <summary>How submissions are judged.</summary>
    public required RunSettings Settings { get; init; }

    /// <summary>PostLint's version.</summary>
    public required string Version { get; init; }

    /// <summary>What tells this build of PostLint from all others, whose records are out of date.</summary>
    public required IReadOnlyList<string> Build { get; init; }

    /// <summary>Full path of the folder with the files of an export; null for the export's own.</summary>
    public string? Attachments { get; init; }

    /// <summary>Which refs of a repository are submissions; null where the source is none.</summary>
    public string? Refs { get; init; }

    /// <summary>The branch that requests go to.</summary>
    public string Base { get; init; } = "main";

    /// <summary>Full paths of folders of earlier posts to compare with.</summary>
    public IReadOnlyList<string> Past { get; init; } = [];

    /// <summary>How many submissions are checked at once.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>The most processor time for one submission.</summary>
    public TimeSpan Timeout { get; init; }

    /// <summary>The most memory for one submission, in MB.</summary>
    public int Memory { get; init; }

    /// <summary>Which part of the whole this is.</summary>
    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>The address of a line on the web; empty for none.</summary>
    public string SourceUrl { get; init; } = "";

    /// <summary>What the report is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>Whether what submissions share with others is told, which no rule of a single submission can.</summary>
    public bool TellsShared { get; init; } = true;

    /// <summary>Columns of the manifest that may stand in what is made to be shared, besides harmless ones.</summary>
    public IReadOnlyList<string> Share { get; init; } = [];
}
