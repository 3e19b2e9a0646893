using PostLint.Assets;
using PostLint.Rules;
using PostLint.Submissions;

namespace PostLint.Setup;

/// <summary>What submissions are judged by, as somebody asks for it: a command line, a page, an editor.</summary>
public sealed record RunSettings
{
    /// <summary>The profile of a submission whose edition cannot be told.</summary>
    public const string PlainProfile = "double-blind";

    /// <summary>Name or full path of the profile; null to let the configuration say so, or each submission tell its own.</summary>
    public string? Profile { get; init; }

    /// <summary>The phase of the call.</summary>
    public Phase Phase { get; init; } = Phase.Submission;

    /// <summary>Ids or families of the only rules to run; empty for all.</summary>
    public IReadOnlyList<string> Select { get; init; } = [];

    /// <summary>Ids or families of rules not to run.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>Packs beside the built-in one: names of those that ship, and full paths.</summary>
    public IReadOnlyList<string> Packs { get; init; } = [];

    /// <summary>Full path of the roster; null for none.</summary>
    public string? Roster { get; init; }

    /// <summary>How much is read.</summary>
    public ReadLimits Limits { get; init; } = new(Submissions.Limits.Default, AssetLimits.Default);
}
