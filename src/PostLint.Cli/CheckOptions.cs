using System.CommandLine;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Setup;
using PostLint.Submissions;

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

    /// <summary>What runs the rules, one of <see cref="ConfigurationReader.Engines"/>; null to let the configuration say so.</summary>
    public string? Engine { get; init; }

    public bool Why { get; init; }

    /// <summary>A rule and a place that it says nothing of; null where nobody asks why.</summary>
    public WhyNotQuestion? WhyNot { get; init; }

    /// <summary>Whether names are shown; null to let the surroundings decide.</summary>
    public bool? Reveal { get; init; }

    public int Jobs { get; init; } = Environment.ProcessorCount;

    public bool Quiet { get; init; }

    /// <summary>Whether text is coloured: <c>auto</c>, <c>always</c> or <c>never</c>.</summary>
    public string Color { get; init; } = "auto";

    /// <summary>Whether what can be fixed safely is fixed first.</summary>
    public bool Fix { get; init; }

    /// <summary>Whether it checks again whenever a file changes.</summary>
    public bool Watch { get; init; }

    public bool Isolated { get; init; }

    /// <summary>Whether rules that are still tried run, too.</summary>
    public bool Preview { get; init; }

    public bool NoSuppressions { get; init; }

    /// <summary>Whether also what the work tree's <c>.gitignore</c> hides is read.</summary>
    public bool NoIgnore { get; init; }

    /// <summary>Full path of the roster; null for none.</summary>
    public string? Roster { get; init; }

    /// <summary>How much is read.</summary>
    public ReadLimits Limits { get; init; } = new(Submissions.Limits.Default, Assets.AssetLimits.Default);

    /// <summary>What a library is asked for it.</summary>
    public RunSettings SettingsIn(string workingDirectory) =>
        new()
        {
            WorkingDirectory = workingDirectory,
            Profile = Profile is null ? null : ProfileReader.FullPathOf(Profile, workingDirectory),
            Phase = Phase,
            Select = Select,
            Ignore = Ignore,
            Preview = Preview,
            Packs = [.. Packs.Select(pack => Path.GetFullPath(pack, workingDirectory))],
            Engine = Engine,
            Engines = Engines.All,
            Roster = Roster is null ? null : Path.GetFullPath(Roster, workingDirectory),
            IsIsolated = Isolated,
            HonoursSuppressions = !NoSuppressions,
            HonoursGitIgnore = !NoIgnore,
            Exclude = Exclude,
            Limits = Limits,
        };
}

/// <summary>Where a report goes.</summary>
/// <param name="Format">The name of one of <see cref="Reporting.ReportFormats"/>.</param>
/// <param name="Path">A file; null for standard output.</param>
internal sealed record OutputTarget(string Format, string? Path)
{
    /// <summary>Reads <c>FORMAT</c> or <c>FORMAT=PATH</c>; null if there is no such format.</summary>
    public static OutputTarget? Parse(string value)
    {
        string[] parts = value.Split('=', 2);
        return Reporting.ReportFormats.All.Any(format => format.Name == parts[0]) && parts is not [_, ""]
            ? new(parts[0], parts.Length > 1 ? parts[1] : null)
            : null;
    }
}

/// <summary>The options of <c>postlint check</c> as the command line has them.</summary>
internal sealed class CheckSyntax
{
    private readonly Argument<string[]> _paths = new("path")
    {
        Description = "Posts, folders or “-” for standard input; the folder it runs in if left out",
        Arity = ArgumentArity.ZeroOrMore,
    };
    private readonly Option<bool> _fix = new("--fix") { Description = "Fix what can be fixed safely first, as postlint fix does" };
    private readonly Option<bool> _watch = new("--watch") { Description = "Check again whenever a file changes, until you stop it" };
    private readonly Option<bool> _statistics = new("--statistics")
    {
        Description = "How often each rule finds something, instead of the findings; short for --format statistics",
    };
    private readonly Option<string> _color = SharedOptions.Color();
    private readonly Option<string> _stdinPath = SharedOptions.StdinPath();
    private readonly Option<string?> _profile = SharedOptions.Profile(
        "The profile of the call; if neither this nor the configuration names one, each submission’s edition is told "
            + "from its dates and layout, or double-blind holds"
    );

    private readonly Option<string> _phase = SharedOptions.Phase();
    private readonly Option<string[]> _format = FormatOption.Create();
    private readonly Option<string> _failOn = SharedOptions.FailOn();
    private readonly Option<string[]> _select = SharedOptions.Rules("--select", "Run only these rules or families");
    private readonly Option<string[]> _ignore = SharedOptions.Rules("--ignore", "Do not run these rules or families");
    private readonly Option<bool> _preview = new("--preview")
    {
        Description = "Run also rules that are still tried (“postlint rules” says which)",
    };
    private readonly Option<string[]> _pack = PackOption.Create();
    private readonly Option<string?> _roster = new("--roster")
    {
        Description = "Who wrote what, as CSV, JSON or OpenReview profiles: what is theirs is found; held in memory only",
        HelpName = "FILE",
    };

    private readonly Option<string[]> _exclude = SharedOptions.Exclude();
    private readonly Option<bool> _why = new("--why") { Description = "Show the facts and rules behind each finding" };
    private readonly Option<string[]> _whyNot = new("--why-not")
    {
        Description = "Say which condition of a rule fails first at a line, and nothing else: --why-not identity/own-repository post.md:12",
        HelpName = "RULE FILE:LINE",
        Arity = new(2, 2),
        AllowMultipleArgumentsPerToken = true,
    };
    private readonly (Option<bool> Reveal, Option<bool> Mask) _masking = SharedOptions.Masking();
    private readonly Option<int> _jobs = SharedOptions.Number("--jobs", "Submissions at once", "N", 1, 256, () =>
        Environment.ProcessorCount
    );
    private readonly Option<bool> _quiet = SharedOptions.Quiet();
    private readonly Option<bool> _isolated = SharedOptions.Isolated();
    private readonly Option<string> _engine = SharedOptions.Engine();

    private readonly Option<bool> _noSuppressions = new("--no-suppressions")
    {
        Description = "Let no comment or configuration suppress a finding",
    };
    private readonly Option<bool> _noIgnore = SharedOptions.NoIgnore();
    private readonly Option<string[]> _limit = SharedOptions.Limit();

    public CheckSyntax()
    {
        Command = new("check", "Check posts and say what reveals their authors")
        {
            _paths,
            _fix,
            _watch,
            _profile,
            _phase,
            _format,
            _statistics,
            _color,
            _failOn,
            _select,
            _ignore,
            _preview,
            _pack,
            _roster,
            _exclude,
            _why,
            _whyNot,
            _masking.Reveal,
            _masking.Mask,
            _jobs,
            _quiet,
            _isolated,
            _noSuppressions,
            _noIgnore,
            _limit,
            _engine,
            _stdinPath,
        };
        Command.Contradict(_masking.Reveal, _masking.Mask);
        Command.NeedsInput(_stdinPath, _paths);
        Command.Validators.Add(result =>
        {
            bool readsInput = result.GetValue(_paths)?.Contains("-") == true;
            if (result.GetValue(_fix) && readsInput)
                result.AddError("--fix changes files; “postlint fix -” prints standard input fixed");
            if (result.GetValue(_watch) && readsInput)
                result.AddError("--watch looks at files, and standard input is none");
            if (
                result.GetValue(_statistics)
                && result.GetValue(_format)?.Any(value => !value.Contains('=', StringComparison.Ordinal)) == true
            )
                result.AddError("--statistics goes to standard output itself; write the other format to a file, as --format FORMAT=FILE");
        });
        Command.Contradict(_fix, _whyNot);
        Command.Contradict(_watch, _whyNot);
    }

    public Command Command { get; }

    public CheckOptions Read(ParseResult parsed) =>
        new()
        {
            Paths = parsed.GetValue(_paths) is { Length: > 0 } paths ? paths : ["."],
            Fix = parsed.GetValue(_fix),
            Watch = parsed.GetValue(_watch),
            Color = parsed.GetValue(_color)!,
            StdinPath = parsed.GetValue(_stdinPath)!,
            Profile = parsed.GetValue(_profile),
            Phase = SharedOptions.PhaseOf(parsed.GetValue(_phase)),
            Outputs = FormatOption.Read(
                parsed.GetValue(_statistics) ? ["statistics", .. parsed.GetValue(_format)!] : parsed.GetValue(_format)!
            ),
            FailOn = SharedOptions.SeverityOf(parsed.GetValue(_failOn)!),
            Select = SharedOptions.Split(parsed.GetValue(_select)),
            Ignore = SharedOptions.Split(parsed.GetValue(_ignore)),
            Exclude = SharedOptions.Split(parsed.GetValue(_exclude)),
            Preview = parsed.GetValue(_preview),
            Packs = parsed.GetValue(_pack)!,
            Roster = parsed.GetValue(_roster),
            Why = parsed.GetValue(_why),
            WhyNot = parsed.GetValue(_whyNot) is [var rule, var place] ? new(rule, place) : null,
            Reveal = SharedOptions.Reveals(parsed, _masking.Reveal, _masking.Mask),
            Jobs = parsed.GetValue(_jobs),
            Quiet = parsed.GetValue(_quiet),
            Isolated = parsed.GetValue(_isolated),
            NoSuppressions = parsed.GetValue(_noSuppressions),
            NoIgnore = parsed.GetValue(_noIgnore),
            Engine = parsed.GetValue(_engine),
            Limits = ReadLimits.Parse(parsed.GetValue(_limit)!).Limits!,
        };
}
