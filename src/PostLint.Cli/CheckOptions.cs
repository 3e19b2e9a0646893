using System.CommandLine;
using PostLint.Findings;
using PostLint.Profiles;

namespace PostLint.Cli;

/// <summary>What <c>postlint check</c> was asked.</summary>
internal sealed record CheckOptions
{
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>The path that standard input is linted as.</summary>
    public string StdinPath { get; init; } = "stdin.md";

    /// <summary>Name or path of the profile; null to tell it.</summary>
    public string? Profile { get; init; }

    public Phase Phase { get; init; } = Phase.Submission;

    public IReadOnlyList<OutputTarget> Outputs { get; init; } = [new("text", null)];

    /// <summary>The least severity that makes the run fail; null for never.</summary>
    public Severity? FailOn { get; init; } = Severity.Error;

    public IReadOnlyList<string> Select { get; init; } = [];

    public IReadOnlyList<string> Ignore { get; init; } = [];

    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Packs of rules, as the command line names them.</summary>
    public IReadOnlyList<string> Packs { get; init; } = [];

    /// <summary>What runs the rules, one of <see cref="Engines.Names"/>.</summary>
    public string Engine { get; init; } = Engines.Default;

    public bool Why { get; init; }

    /// <summary>Whether names are shown; null to let the surroundings decide.</summary>
    public bool? Reveal { get; init; }

    public int Jobs { get; init; } = Environment.ProcessorCount;

    public bool Quiet { get; init; }

    public bool Isolated { get; init; }

    public bool NoSuppressions { get; init; }

    /// <summary>Full path of the roster; null for none.</summary>
    public string? Roster { get; init; }

    /// <summary>How much is read.</summary>
    public ReadLimits Limits { get; init; } = new(Submissions.Limits.Default, Assets.AssetLimits.Default);
}

/// <summary>Where a report goes.</summary>
/// <param name="Format">One of <see cref="Formats"/>.</param>
/// <param name="Path">A file; null for standard output.</param>
internal sealed record OutputTarget(string Format, string? Path)
{
    public static readonly string[] Formats = ["text", "json", "sarif", "sarif-github", "github", "summary", "comment"];

    /// <summary>Reads <c>FORMAT</c> or <c>FORMAT=PATH</c>; null if there is no such format.</summary>
    public static OutputTarget? Parse(string value)
    {
        string[] parts = value.Split('=', 2);
        return Formats.Contains(parts[0]) && parts is not [_, ""] ? new(parts[0], parts.Length > 1 ? parts[1] : null) : null;
    }
}

/// <summary>The options of <c>postlint check</c> as the command line has them.</summary>
internal sealed class CheckSyntax
{
    private readonly Argument<string[]> _paths = new("path") { Description = "Posts, folders or “-” for standard input", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> _stdinPath = new("--stdin-path") { Description = "The path that standard input is linted as", DefaultValueFactory = _ => "stdin.md", HelpName = "PATH" };
    private readonly Option<string?> _profile = new("--profile") { Description = "The profile of the call; if neither this nor the configuration names one, each submission’s edition is told from its dates and layout, or double-blind holds", HelpName = "NAME" };
    private readonly Option<string> _phase = new("--phase") { Description = "submission or camera-ready", DefaultValueFactory = _ => "submission" };
    private readonly Option<string[]> _format = FormatOption.Create();
    private readonly Option<string> _failOn = new("--fail-on") { Description = "The least severity that makes the exit code 1: error, warning, note or never", DefaultValueFactory = _ => "error" };
    private readonly Option<string[]> _select = new("--select") { Description = "Run only these rules or families", HelpName = "RULE" };
    private readonly Option<string[]> _ignore = new("--ignore") { Description = "Do not run these rules or families", HelpName = "RULE" };
    private readonly Option<string[]> _pack = PackOption.Create();
    private readonly Option<string?> _roster = new("--roster") { Description = "Who wrote what, as CSV, JSON or OpenReview profiles: what is theirs is found; held in memory only", HelpName = "FILE" };
    private readonly Option<string[]> _exclude = new("--exclude") { Description = "Leave out files that match", HelpName = "GLOB" };
    private readonly Option<bool> _why = new("--why") { Description = "Show the facts and rules behind each finding" };
    private readonly Option<bool> _reveal = new("--reveal") { Description = "Show what identifies people, also where it would be masked" };
    private readonly Option<bool> _mask = new("--mask") { Description = "Mask what identifies people, also on a terminal" };
    private readonly Option<int> _jobs = new("--jobs") { Description = "Submissions at once", DefaultValueFactory = _ => Environment.ProcessorCount, HelpName = "N" };
    private readonly Option<bool> _quiet = new("--quiet") { Description = "No progress and no counts" };
    private readonly Option<bool> _isolated = new("--isolated") { Description = "Use no configuration file" };
    private readonly Option<string> _engine = new("--engine") { Description = "What runs the rules: matcher, or nrules where the build has it; they find the same", DefaultValueFactory = _ => Engines.Default };
    private readonly Option<bool> _noSuppressions = new("--no-suppressions") { Description = "Let no comment or configuration waive a finding" };

    private readonly Option<string[]> _limit = new("--limit") { Description = $"How much is read: {string.Join(", ", ReadLimits.Names.Select(limit => $"{limit.Key}, {limit.Value}"))}; what is left out is said; may be repeated", HelpName = "NAME=N" };

    public CheckSyntax()
    {
        _phase.AcceptOnlyFromAmong("submission", "camera-ready");
        _engine.AcceptOnlyFromAmong(Engines.Names);
        _failOn.AcceptOnlyFromAmong("error", "warning", "note", "never");
        _paths.Validators.Add(result =>
        {
            foreach (string token in result.Tokens.Select(token => token.Value).Where(token => token.Length > 1 && token[0] == '-')) result.AddError($"There is no option {token}.");
        });
        foreach (Option<string[]> list in (Option<string[]>[])[_select, _ignore, _exclude, _limit])
        {
            list.AllowMultipleArgumentsPerToken = false;
            list.DefaultValueFactory = _ => [];
        }
        foreach (Option<string[]> rules in (Option<string[]>[])[_select, _ignore])
        {
            rules.CompletionSources.Add(_ => RulesCommand.All().Select(rule => new System.CommandLine.Completions.CompletionItem(rule.Id)));
        }
        _jobs.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() is < 1 or > 256) result.AddError("--jobs takes a number from 1 to 256.");
        });
        _limit.Validators.Add(result =>
        {
            if (ReadLimits.Parse(result.GetValueOrDefault<string[]>() ?? []).Error is { } error) result.AddError(error);
        });
        Command = new("check", "Check posts and say what reveals their authors")
        {
            _paths, _profile, _phase, _format, _failOn, _select, _ignore, _pack, _roster, _exclude, _why, _reveal, _mask, _jobs, _quiet, _isolated, _noSuppressions, _limit, _engine, _stdinPath,
        };
        Command.Validators.Add(result =>
        {
            if (result.GetValue(_reveal) && result.GetValue(_mask)) result.AddError("--reveal and --mask contradict each other.");
        });
    }

    public Command Command { get; }

    public CheckOptions Read(ParseResult parsed) => new()
    {
        Paths = parsed.GetValue(_paths)!,
        StdinPath = parsed.GetValue(_stdinPath)!,
        Profile = parsed.GetValue(_profile),
        Phase = parsed.GetValue(_phase) is "camera-ready" ? Phase.CameraReady : Phase.Submission,
        Outputs = FormatOption.Read(parsed.GetValue(_format)!),
        FailOn = parsed.GetValue(_failOn) is "never" ? null : Enum.Parse<Severity>(parsed.GetValue(_failOn)!, ignoreCase: true),
        Select = Split(parsed.GetValue(_select)),
        Ignore = Split(parsed.GetValue(_ignore)),
        Exclude = Split(parsed.GetValue(_exclude)),
        Packs = parsed.GetValue(_pack)!,
        Roster = parsed.GetValue(_roster),
        Why = parsed.GetValue(_why),
        Reveal = parsed.GetValue(_reveal) ? true : parsed.GetValue(_mask) ? false : null,
        Jobs = parsed.GetValue(_jobs),
        Quiet = parsed.GetValue(_quiet),
        Isolated = parsed.GetValue(_isolated),
        NoSuppressions = parsed.GetValue(_noSuppressions),
        Engine = parsed.GetValue(_engine)!,
        Limits = ReadLimits.Parse(parsed.GetValue(_limit)!).Limits!,
    };

    public static string[] Split(string[]? values) => [.. (values ?? []).SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
