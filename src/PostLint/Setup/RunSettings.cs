using PostLint.Assets;
using PostLint.Engine;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Submissions;

namespace PostLint.Setup;

/// <summary>What submissions are judged by, as somebody asks for it: a command line, a page, an editor.</summary>
public sealed record RunSettings
{
    /// <summary>The profile of a submission whose edition cannot be told.</summary>
    public const string PlainProfile = "double-blind";

    /// <summary>The engine that runs rules where nobody names another.</summary>
    public const string PlainEngine = "matcher";

    /// <summary>Full path of the folder that relative paths start from, and that paths are reported from.</summary>
    public string WorkingDirectory { get; init; } = Path.GetPathRoot(AppContext.BaseDirectory) ?? "/";

    /// <summary>Name or full path of the profile; null to let the configuration say so, or each submission tell its own.</summary>
    public string? Profile { get; init; }

    /// <summary>The phase of the call.</summary>
    public Phase Phase { get; init; } = Phase.Submission;

    /// <summary>Ids or families of the only rules to run; empty for all.</summary>
    public IReadOnlyList<string> Select { get; init; } = [];

    /// <summary>Whether rules that are still tried run, too.</summary>
    public bool Preview { get; init; }

    /// <summary>Ids or families of rules not to run.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>Packs beside the built-in one: names of those that ship, and full paths.</summary>
    public IReadOnlyList<string> Packs { get; init; } = [];

    /// <summary>What runs the rules, one of <see cref="ConfigurationReader.Engines"/>; null to let the configuration say so.</summary>
    public string? Engine { get; init; }

    /// <summary>What makes the engines that this program has, by their names.</summary>
    public IReadOnlyDictionary<string, Func<RuleSet, IEngine>> Engines { get; init; } =
        new Dictionary<string, Func<RuleSet, IEngine>> { [PlainEngine] = static rules => new Matcher(rules) };

    /// <summary>Full path of the roster; null for none.</summary>
    public string? Roster { get; init; }

    /// <summary>Whether no configuration is looked for, and no <c>.gitignore</c>.</summary>
    public bool IsIsolated { get; init; }

    /// <summary>Whether comments in the submission and the configuration may suppress findings.</summary>
    public bool HonoursSuppressions { get; init; } = true;

    /// <summary>Whether what a work tree's <c>.gitignore</c> hides is left out.</summary>
    public bool HonoursGitIgnore { get; init; } = true;

    /// <summary>Patterns of paths that are left out, from the working directory on.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>How much is read.</summary>
    public ReadLimits Limits { get; init; } = new(Submissions.Limits.Default, AssetLimits.Default);
}
