using System.CommandLine;
using PostLint.Findings;
using PostLint.Profiles;

namespace PostLint.Cli;

/// <summary>What <c>postlint fix</c> was asked.</summary>
/// <param name="Check">What is linted, and how.</param>
/// <param name="Unsafe">Whether fixes are applied that a reader might miss.</param>
/// <param name="Diff">Whether changes are shown instead of made.</param>
/// <param name="Rules">Ids and families whose findings are mended; empty for all.</param>
internal sealed record FixOptions(CheckOptions Check, bool Unsafe, bool Diff, IReadOnlyList<string> Rules)
{
    /// <summary>Whether a rule's findings are mended.</summary>
    public bool Selects(string rule) => Rules.Count == 0 || Rules.Contains(rule) || Rules.Contains(rule.Split('/')[0]);
}

/// <summary>The options of <c>postlint fix</c> as the command line has them.</summary>
internal sealed class FixSyntax
{
    private readonly Argument<string[]> _paths = new("path") { Description = "Posts, folders or “-” for standard input, which is printed mended", Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> _unsafe = new("--unsafe") { Description = "Also apply fixes that take away what a reader may miss, such as an acknowledgment or a link" };
    private readonly Option<bool> _diff = new("--diff") { Description = "Show what would change, and change nothing" };
    private readonly Option<string[]> _rule = new("--rule") { Description = "Mend only findings of these rules or families", HelpName = "RULE" };
    private readonly Option<string> _stdinPath = new("--stdin-path") { Description = "The path that standard input is linted as", DefaultValueFactory = _ => "stdin.md", HelpName = "PATH" };
    private readonly Option<string[]> _pack = PackOption.Create();
    private readonly Option<string?> _profile = new("--profile") { Description = "The profile of the call; told from each submission if left out", HelpName = "NAME" };
    private readonly Option<string[]> _exclude = new("--exclude") { Description = "Leave out files that match", HelpName = "GLOB" };
    private readonly Option<bool> _reveal = new("--reveal") { Description = "Show what identifies people, also where it would be masked" };
    private readonly Option<bool> _quiet = new("--quiet") { Description = "No progress and no counts" };
    private readonly Option<bool> _isolated = new("--isolated") { Description = "Use no configuration file" };

    public FixSyntax()
    {
        _rule.DefaultValueFactory = _ => [];
        _exclude.DefaultValueFactory = _ => [];
        _rule.CompletionSources.Add(_ => RulesCommand.All().Where(rule => rule.Mend is not null).Select(rule => new System.CommandLine.Completions.CompletionItem(rule.Id)));
        Command = new("fix", "Mend what can be mended safely, and say what remains") { _paths, _unsafe, _diff, _rule, _pack, _profile, _exclude, _reveal, _quiet, _isolated, _stdinPath };
    }

    public Command Command { get; }

    public FixOptions Read(ParseResult parsed)
    {
        var check = new CheckOptions
        {
            Paths = parsed.GetValue(_paths)!,
            StdinPath = parsed.GetValue(_stdinPath)!,
            Profile = parsed.GetValue(_profile),
            Exclude = CheckSyntax.Split(parsed.GetValue(_exclude)),
            Packs = parsed.GetValue(_pack)!,
            Reveal = parsed.GetValue(_reveal) ? true : null,
            Quiet = parsed.GetValue(_quiet),
            Isolated = parsed.GetValue(_isolated),
        };
        return new(check, parsed.GetValue(_unsafe), parsed.GetValue(_diff), CheckSyntax.Split(parsed.GetValue(_rule)));
    }
}
