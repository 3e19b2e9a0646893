using System.CommandLine;
using PostLint.Findings;
using PostLint.Output;
using PostLint.Profiles;
using PostLint.Reporting;

namespace PostLint.Cli;

/// <summary><c>postlint baseline</c>: for repositories with old posts, takes note of what is known and tells only what is new.</summary>
internal static class BaselineCommand
{
    public static Command Create(Host host) => new("baseline", "Take note of what old posts hold, and tell only what is new")
    {
        Verb("create", "Write a baseline of all open findings", host, CreateFile),
        Verb("check", "Tell the findings that the baseline does not know, and what of it is stale", host, Check),
        Verb("prune", "Take what is stale out of the baseline", host, Prune),
    };

    private static Command Verb(string name, string summary, Host host, Func<CheckOptions, string, Host, int> run)
    {
        var paths = new Argument<string[]>("path") { Description = "Posts or folders", Arity = ArgumentArity.OneOrMore };
        var file = new Option<string>("--file") { Description = "The baseline", DefaultValueFactory = _ => Baseline.FileName, HelpName = "FILE" };
        var profile = new Option<string?>("--profile") { Description = "The profile of the call, as for check", HelpName = "NAME" };
        Option<string[]> pack = PackOption.Create();
        var command = new Command(name, summary) { paths, file, profile, pack };
        command.SetAction(parsed => run(new CheckOptions { Paths = parsed.GetValue(paths)!, Profile = parsed.GetValue(profile), Packs = parsed.GetValue(pack)! }, Path.GetFullPath(parsed.GetValue(file)!, host.WorkingDirectory), host));
        return command;
    }

    private static int CreateFile(CheckOptions options, string file, Host host)
    {
        if (File.Exists(file)) throw new ConfigurationException([new(CommandLine.Shown(file, host), 0, 0, "it is there already; delete it first, or prune it")]);
        LintRun run = CheckCommand.Lint(options, host);
        Baseline baseline = Baseline.Of(run);
        AtomicFile.Write(file, baseline.Write);
        Say(host, $"{baseline.Entries.Count} findings written to {CommandLine.Shown(file, host)}; they count as known from now on");
        return CheckCommand.ExitCodeOf(run, options with { FailOn = null });
    }

    private static int Check(CheckOptions options, string file, Host host)
    {
        (LintRun run, IReadOnlyList<BaselineEntry> stale) = Baseline.Load(file).Apply(CheckCommand.Lint(options, host));
        int code = CheckCommand.Report(run, options, host);
        var names = new ShownNames(run, options.Reveal ?? host.Reveals);
        foreach (BaselineEntry entry in stale)
        {
            Say(host, $"stale: {entry.Rule} in {names.File(entry.File)} is not found any more; take it out with postlint baseline prune");
        }
        return code;
    }

    private static int Prune(CheckOptions options, string file, Host host)
    {
        Baseline baseline = Baseline.Load(file);
        (LintRun run, IReadOnlyList<BaselineEntry> stale) = baseline.Apply(CheckCommand.Lint(options, host));
        if (stale.Count > 0) AtomicFile.Write(file, baseline.Without(stale).Write);
        Say(host, $"{stale.Count} stale of {baseline.Entries.Count} entries taken out of {CommandLine.Shown(file, host)}");
        return CheckCommand.ExitCodeOf(run, options with { FailOn = null });
    }

    private static void Say(Host host, string line)
    {
        using OutputWriter output = host.OpenText();
        output.WriteLine(line);
    }
}
