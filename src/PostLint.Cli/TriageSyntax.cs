using System.CommandLine;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Triage;

namespace PostLint.Cli;

/// <summary>A triage as the command line asks for it.</summary>
/// <param name="Options">What was asked.</param>
/// <param name="Check">How submissions are linted.</param>
internal sealed record TriageRequest(TriageOptions Options, CheckOptions Check);

/// <summary>The options of <c>postlint triage</c> as the command line has them; those who check for it take the same.</summary>
internal sealed class TriageSyntax
{
    // What a verdict depends on.
    private static readonly Type[] s_parts =
    [
        typeof(Engine.Rule),
        typeof(Linter),
        typeof(TriageOptions),
        typeof(BuiltInPack),
        typeof(CommandLine),
    ];

    private readonly Argument<string[]> _sources = new("source")
    {
        Description =
            "A folder with one folder, post or archive a submission; a manifest (.csv, .jsonl) with the columns id and path; "
            + "an export of OpenReview (.json); a repository, with --refs",
        Arity = ArgumentArity.OneOrMore,
    };
    private readonly Option<string> _out = new("--out")
    {
        Description = "The run folder; a run that was stopped goes on there",
        DefaultValueFactory = _ => "postlint-run",
        HelpName = "FOLDER",
    };
    private readonly Option<string?> _roster = new("--roster")
    {
        Description = "Who wrote what, as CSV, JSON or OpenReview profiles; held in memory only",
        HelpName = "FILE",
    };
    private readonly Option<string?> _attachments = new("--attachments")
    {
        Description = "Where the files of an export lie; its own folder if left out",
        HelpName = "FOLDER",
    };
    private readonly Option<string?> _refs = new("--refs")
    {
        Description = "Which refs of a repository are submissions, such as 'refs/pull/*/head'",
        HelpName = "PATTERN",
    };
    private readonly Option<string> _base = new("--base")
    {
        Description = "The branch that they go to",
        DefaultValueFactory = _ => "main",
        HelpName = "REVISION",
    };
    private readonly Option<string[]> _past = SharedOptions.List(
        "--past",
        "A folder with earlier posts; what a submission shares with them is told; may be repeated",
        "FOLDER"
    );
    private readonly Option<string?> _profile = SharedOptions.Profile(
        "The profile of the call; if left out, each submission’s edition is told"
    );
    private readonly Option<string> _phase = SharedOptions.Phase();
    private readonly Option<string[]> _select = SharedOptions.Rules("--select", "Run only these rules or families");
    private readonly Option<string[]> _ignore = SharedOptions.Rules("--ignore", "Do not run these rules or families");
    private readonly Option<string[]> _pack = PackOption.Create();
    private readonly Option<string[]> _limit = SharedOptions.Limit();
    private readonly Option<int> _jobs = SharedOptions.Number("--jobs", "Submissions at once", "N", 1, 256, () =>
        Environment.ProcessorCount
    );
    private readonly Option<int> _timeout = SharedOptions.Number(
        "--timeout",
        "The most seconds of processor time for one submission",
        "SECONDS",
        1,
        86_400,
        () => 60
    );
    private readonly Option<int> _memory = SharedOptions.Number(
        "--memory",
        "The most memory for one submission, in MB",
        "MB",
        64,
        1 << 20,
        () => 1024
    );
    private readonly Option<string> _shard = new("--shard")
    {
        Description = "Only the I-th of N parts, which are the same everywhere; postlint merge joins them; I+1/N where indices begin at 0",
        DefaultValueFactory = _ => "1/1",
        HelpName = "I/N",
    };
    private readonly Option<string> _sourceUrl = new("--source-url")
    {
        Description = "Where a line is on the web: https://… with {id}, {path}, {line} or names of columns",
        DefaultValueFactory = _ => "",
        HelpName = "URL",
    };
    private readonly Option<string> _title = new("--title")
    {
        Description = "What the report is called",
        DefaultValueFactory = _ => "Submissions",
        HelpName = "TEXT",
    };
    private readonly Option<string[]> _share = SharedOptions.List(
        "--share",
        "A column that may stand in what is made to be shared; titles, tracks, decisions and times do; may be repeated",
        "COLUMN"
    );

    private readonly Option<bool> _quiet = SharedOptions.Quiet("No progress and no list");

    public TriageSyntax(string name, string summary)
    {
        _shard.Validators.Add(result =>
        {
            if (Shard.Parse(result.GetValueOrDefault<string>() ?? "") is null)
            {
                result.AddError($"--shard takes I/N with I from 1 to N, as in 3/8, not “{result.GetValueOrDefault<string>()}”");
            }
        });
        _sourceUrl.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { Length: > 0 } url && !url.StartsWith("https://", StringComparison.Ordinal))
            {
                result.AddError($"--source-url takes an address that begins with https://, not “{url}”");
            }
        });
        Command = new(name, summary)
        {
            _sources,
            _out,
            _roster,
            _attachments,
            _refs,
            _base,
            _past,
            _profile,
            _phase,
            _select,
            _ignore,
            _pack,
            _limit,
            _jobs,
            _timeout,
            _memory,
            _shard,
            _sourceUrl,
            _title,
            _share,
            _quiet,
        };
        Command.Validators.Add(result =>
        {
            if (result.GetResult(_base) is { Implicit: false } && result.GetValue(_refs) is null)
            {
                result.AddError("--base belongs to --refs, the requests that go to it");
            }
        });
    }

    public Command Command { get; }

    public TriageRequest Read(ParseResult parsed, Host host)
    {
        string[] select = SharedOptions.Split(parsed.GetValue(_select)),
            ignore = SharedOptions.Split(parsed.GetValue(_ignore)),
            shared = [SharedWithOthers.Descriptor.Id, SharedWithOthers.Descriptor.Family];
        string? Full(Option<string?> option) => parsed.GetValue(option) is { } path ? Path.GetFullPath(path, host.WorkingDirectory) : null;
        var check = new CheckOptions
        {
            Paths = parsed.GetValue(_sources)!,
            Profile = parsed.GetValue(_profile) is { } profile ? ProfileReader.FullPathOf(profile, host.WorkingDirectory) : null,
            Phase = SharedOptions.PhaseOf(parsed.GetValue(_phase)),
            Select = [.. select.Except(shared[..1])],
            Ignore = [.. ignore.Except(shared[..1])],
            Packs = [.. parsed.GetValue(_pack)!.Select(pack => Path.GetFullPath(pack, host.WorkingDirectory))],
            Jobs = parsed.GetValue(_jobs),
            Quiet = parsed.GetValue(_quiet),
            Isolated = true,
            NoSuppressions = true,
            Roster = Full(_roster),
            Limits = ReadLimits.Parse(parsed.GetValue(_limit)!).Limits!,
        };
        return new(
            new()
            {
                Sources = check.Paths,
                WorkingDirectory = host.WorkingDirectory,
                Out = Path.TrimEndingDirectorySeparator(Path.GetFullPath(parsed.GetValue(_out)!, host.WorkingDirectory)),
                Settings = check.SettingsIn(host.WorkingDirectory),
                Version = CommandLine.Version,
                Build = [.. s_parts.Select(part => part.Module.ModuleVersionId.ToString())],
                Attachments = Full(_attachments),
                Refs = parsed.GetValue(_refs),
                Base = parsed.GetValue(_base)!,
                Past = [.. parsed.GetValue(_past)!.Select(path => Path.GetFullPath(path, host.WorkingDirectory))],
                Jobs = check.Jobs,
                Timeout = TimeSpan.FromSeconds(parsed.GetValue(_timeout)),
                Memory = parsed.GetValue(_memory),
                Shard = Shard.Parse(parsed.GetValue(_shard)!)!,
                SourceUrl = parsed.GetValue(_sourceUrl)!,
                Title = parsed.GetValue(_title)!,
                Share = parsed.GetValue(_share)!,
                TellsShared = (select.Length == 0 || select.Intersect(shared).Any()) && !ignore.Intersect(shared).Any(),
            },
            check
        );
    }
}
