using System.CommandLine;
using PostLint.Profiles;

namespace PostLint.Cli;

/// <summary>What <c>postlint fix</c> was asked.</summary>
/// <param name="Check">What is linted, and how.</param>
/// <param name="Unsafe">Whether fixes are applied that a reader might miss.</param>
/// <param name="Diff">Whether changes are shown instead of made.</param>
/// <param name="OnlyChecks">Whether nothing is written and the exit code says whether something would be.</param>
/// <param name="Select">Ids and families whose findings are fixed; empty for all.</param>
/// <param name="Ignore">Ids and families whose findings are not fixed.</param>
internal sealed record FixOptions(
    CheckOptions Check,
    bool Unsafe,
    bool Diff,
    bool OnlyChecks,
    IReadOnlyList<string> Select,
    IReadOnlyList<string> Ignore
)
{
    /// <summary>Whether nothing is written.</summary>
    public bool WritesNothing => Diff || OnlyChecks;

    /// <summary>Whether a rule's findings are fixed.</summary>
    public bool Selects(string rule) => (Select.Count == 0 || Names(Select, rule)) && !Names(Ignore, rule);

    private static bool Names(IReadOnlyList<string> names, string rule) => names.Contains(rule) || names.Contains(rule.Split('/')[0]);
}

/// <summary>The options of <c>postlint fix</c> as the command line has them.</summary>
internal sealed class FixSyntax
{
    private readonly Argument<string[]> _paths = new("path")
    {
        Description = "Posts, folders or “-” for standard input, which is printed fixed",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _unsafe = new("--unsafe")
    {
        Description = "Also apply fixes that take away what a reader may miss, such as an acknowledgment or a link",
    };
    private readonly Option<bool> _diff = new("--diff") { Description = "Show what would change, and change nothing" };
    private readonly Option<bool> _check = new("--check")
    {
        Description = "Change nothing; the exit code is 1 if something would change, with --diff it is shown",
    };

    private readonly Option<string[]> _select = SharedOptions.Rules("--select", "Fix only findings of these rules or families");
    private readonly Option<string[]> _ignore = SharedOptions.Rules("--ignore", "Do not fix findings of these rules or families");
    private readonly Option<string> _stdinPath = SharedOptions.StdinPath();
    private readonly Option<string[]> _pack = PackOption.Create();
    private readonly Option<string?> _profile = SharedOptions.Profile("The profile of the call; told from each submission if left out");
    private readonly Option<string[]> _exclude = SharedOptions.Exclude();
    private readonly (Option<bool> Reveal, Option<bool> Mask) _masking = SharedOptions.Masking();
    private readonly Option<bool> _quiet = SharedOptions.Quiet();
    private readonly Option<bool> _isolated = SharedOptions.Isolated();
    private readonly Option<bool> _noIgnore = SharedOptions.NoIgnore();

    public FixSyntax()
    {
        Command = new("fix", "Fix what can be fixed safely, and say what remains")
        {
            _paths,
            _unsafe,
            _diff,
            _check,
            _select,
            _ignore,
            _pack,
            _profile,
            _exclude,
            _masking.Reveal,
            _masking.Mask,
            _quiet,
            _isolated,
            _noIgnore,
            _stdinPath,
        };
        Command.Contradict(_masking.Reveal, _masking.Mask);
        Command.NeedsInput(_stdinPath, _paths);
    }

    public Command Command { get; }

    public FixOptions Read(ParseResult parsed)
    {
        var check = new CheckOptions
        {
            Paths = parsed.GetValue(_paths)!,
            StdinPath = parsed.GetValue(_stdinPath)!,
            Profile = parsed.GetValue(_profile),
            Exclude = SharedOptions.Split(parsed.GetValue(_exclude)),
            Packs = parsed.GetValue(_pack)!,
            Reveal = SharedOptions.Reveals(parsed, _masking.Reveal, _masking.Mask),
            Quiet = parsed.GetValue(_quiet),
            Isolated = parsed.GetValue(_isolated),
            NoIgnore = parsed.GetValue(_noIgnore),
        };
        string[] select = SharedOptions.Split(parsed.GetValue(_select)),
            ignore = SharedOptions.Split(parsed.GetValue(_ignore));
        return new(check, parsed.GetValue(_unsafe), parsed.GetValue(_diff), parsed.GetValue(_check), select, ignore);
    }
}
