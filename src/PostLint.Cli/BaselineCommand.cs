using System.CommandLine;
using PostLint.Baselines;
using PostLint.Findings;
using PostLint.Output;
using PostLint.Profiles;
using PostLint.Reporting;

namespace PostLint.Cli;

/// <summary><c>postlint baseline</c>: for repositories with old posts, takes note of what is known and tells only what is new.</summary>
internal static class BaselineCommand
{
    public static Command Create(Host host) =>
        new("baseline", "Take note of what old posts hold, and tell only what is new")
        {
            Verb("create", "Write a baseline of all open findings", host, CreateFile),
            Verb("check", "Tell the findings that the baseline does not know, and what of it is stale", host, Check),
            Verb("prune", "Take what is stale out of the baseline", host, Prune),
        };

    private static Command Verb(string name, string summary, Host host, Func<CheckOptions, string, Host, int> run)
    {
        var paths = new Argument<string[]>("path") { Description = "Posts or folders", Arity = ArgumentArity.OneOrMore };
        var file = new Option<string>("--file")
        {
            Description = "The baseline",
            DefaultValueFactory = _ => Baseline.FileName,
            HelpName = "FILE",
        };
        var profile = SharedOptions.Profile("The profile of the call, as for check");
        Option<string[]> pack = PackOption.Create();
        Option<bool> noIgnore = SharedOptions.NoIgnore();
        var command = new Command(name, summary) { paths, file, profile, pack, noIgnore };
        command.SetAction(parsed =>
        {
            CheckOptions options = Read(parsed);
            CheckCommand.TellNearlyNamed(options, host);
            return run(options, Path.GetFullPath(parsed.GetValue(file)!, host.WorkingDirectory), host);
        });
        return command;

        CheckOptions Read(ParseResult parsed) =>
            new()
            {
                Paths = parsed.GetValue(paths)!,
                Profile = parsed.GetValue(profile),
                Packs = parsed.GetValue(pack)!,
                NoIgnore = parsed.GetValue(noIgnore),
            };
    }

    private static int CreateFile(CheckOptions options, string file, Host host)
    {
        if (Path.Exists(file))
        {
            throw new UserException([new(CommandLine.Shown(file, host), 0, 0, "it is there already; delete it first, or prune it")]);
        }
        if (!Directory.Exists(Path.GetDirectoryName(file)))
        {
            throw new UserException([
                new(CommandLine.Shown(file, host), 0, 0, "a baseline cannot be written here: there is no such folder"),
            ]);
        }
        CommandLine.RefuseMissing(options.Paths, "no baseline is written", host);
        LintRun run = CheckCommand.Lint(options, host);
        Baseline baseline = Baseline.Of(run);
        AtomicFile.Write(file, baseline.Write);
        Say(host, $"{CommandLine.Count(baseline.Entries.Count, "finding")} written to {CommandLine.Shown(file, host)}, known from now on");
        return CheckCommand.ExitCodeOf(run, options with { FailOn = null });
    }

    private static int Check(CheckOptions options, string file, Host host)
    {
        Baseline baseline = Load(file, host);
        (LintRun run, IReadOnlyList<BaselineEntry> stale, IReadOnlyList<Finding> grown) = baseline.Apply(CheckCommand.Lint(options, host));
        int code = CheckCommand.Report(run, options, host);
        var names = new ShownNames(run, options.Reveal ?? host.Reveals);
        int left = baseline.Entries.Count - stale.Count;
        Say(host, $"baseline: {left} of {CommandLine.Count(baseline.Entries.Count, "finding")} are still there and known");
        foreach (Finding finding in grown)
        {
            Say(host, $"grown: {finding.Rule.Id} in {names.File(finding.Place.File)} is known and stands also on {Lines(finding)}");
        }
        foreach (BaselineEntry entry in stale)
        {
            Say(host, $"stale: {entry.Rule} in {names.File(entry.File)} is not found any more; take it out with postlint baseline prune");
        }
        return code;
    }

    private static int Prune(CheckOptions options, string file, Host host)
    {
        Baseline baseline = Load(file, host);
        (LintRun run, IReadOnlyList<BaselineEntry> stale, _) = baseline.Apply(CheckCommand.Lint(options, host));
        if (stale.Count > 0)
            AtomicFile.Write(file, baseline.Without(stale).Write);
        string known = CommandLine.Count(baseline.Entries.Count, "finding");
        Say(host, $"{stale.Count} stale of {known} taken out of {CommandLine.Shown(file, host)}");
        return CheckCommand.ExitCodeOf(run, options with { FailOn = null });
    }

    private static string Lines(Finding finding)
    {
        int[] lines = [.. finding.OtherPlaces.Prepend(finding.Place).Select(place => place.Line).Distinct()];
        return $"line{(lines.Length == 1 ? "" : "s")} {string.Join(", ", lines)}";
    }

    private static Baseline Load(string file, Host host)
    {
        try
        {
            return Baseline.Load(file);
        }
        catch (UserException) when (Directory.Exists(file))
        {
            throw new UserException([new(CommandLine.Shown(file, host), 0, 0, "it is a folder; --file names the baseline")]);
        }
    }

    private static void Say(Host host, string line)
    {
        using OutputWriter output = host.OpenText();
        output.WriteLine(line);
    }
}
