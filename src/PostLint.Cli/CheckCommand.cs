using System.CommandLine;
using PostLint.Findings;
using PostLint.Output;
using PostLint.Packs;
using PostLint.Profiles;
using PostLint.Reporting;
using PostLint.Rules;
using PostLint.Setup;
using PostLint.Submissions;

namespace PostLint.Cli;

/// <summary><c>postlint check</c>: the main job.</summary>
internal static class CheckCommand
{
    public static Command Create(Host host)
    {
        var syntax = new CheckSyntax();
        syntax.Command.SetAction(parsed => Run(syntax.Read(parsed), host));
        return syntax.Command;
    }

    private static int Run(CheckOptions options, Host host)
    {
        CheckTargets(options, host);
        TellNearlyNamed(options, host);
        if (options.WhyNot is { } asked)
            return WhyNotCommand.Run(asked, options, host);
        return options.Watch ? WatchedCheck.Run(options, Once, host) : Once(options, host);
    }

    private static int Once(CheckOptions options, Host host) =>
        options.Fix
            ? FixCommand.Run(new(options, Unsafe: false, Diff: false, OnlyChecks: false, [], []), host)
            : Report(Lint(options, host, keepsTexts: false), options, host);

    /// <summary>Checks, before anything is read, that reports can be written where they are asked for.</summary>
    /// <exception cref="UserException">One cannot.</exception>
    public static void CheckTargets(CheckOptions options, Host host)
    {
        foreach (string path in options.Outputs.Select(target => target.Path).OfType<string>())
        {
            string full = Path.GetFullPath(path, host.WorkingDirectory);
            if (Directory.Exists(full))
            {
                throw new UserException([new(path, 0, 0, "a report cannot be written here: it is a folder")]);
            }
            if (!Directory.Exists(Path.GetDirectoryName(full)))
            {
                throw new UserException([new(path, 0, 0, "a report cannot be written here: there is no such folder")]);
            }
        }
    }

    /// <summary>Sets up what the options ask for.</summary>
    public static LintSession Open(CheckOptions options, Host host)
    {
        RunSettings settings = options.SettingsIn(host.WorkingDirectory);
        LintSession session = LintSession.Open(BuiltInPack.Catalogue, settings, options.Paths, host.In, options.StdinPath);
        foreach (string name in options.Select.Concat(options.Ignore).Where(session.Catalogue.Renamed.ContainsKey))
            host.Error.WriteLine($"postlint: {name} is called {session.Catalogue.Renamed[name]} now");
        return session;
    }

    /// <summary>Finds, reads and lints what the options name.</summary>
    /// <param name="options">The options.</param>
    /// <param name="host">What surrounds the run.</param>
    /// <param name="keepsTexts">Whether texts are needed that no finding speaks of.</param>
    public static LintRun Lint(CheckOptions options, Host host, bool keepsTexts = true)
    {
        LintSession session = Open(options, host);
        Discovery found = session.Reader.Discover(options.Paths);
        using var progress = new Progress(host, found.Sources.Count, options.Quiet);
        LintRun run = session.Run(found, options.Jobs, () => progress.Step(), keepsTexts);
        if (session.Linters.Strangers > 0)
            host.Error.WriteLine(
                (
                    $"postlint: the roster lists no authors of {session.Linters.Strangers} of "
                    + $"{CommandLine.Count(run.Results.Count, "submission")}; its column submission has to hold a slug, or the name "
                    + $"of a folder on the way to the post"
                )
            );
        return run;
    }

    /// <summary>Writes the reports that the options ask for; returns the exit code.</summary>
    public static int Report(LintRun run, CheckOptions options, Host host)
    {
        foreach (OutputTarget target in options.Outputs)
            Write(run, target, options, host);
        return ExitCodeOf(run, options);
    }

    /// <summary>Says where a file is called nearly like a configuration: who wrote it expects it to hold.</summary>
    public static void TellNearlyNamed(CheckOptions options, Host host)
    {
        if (options.Isolated)
            return;
        IEnumerable<string> paths = options.Paths.Select(path =>
            path is "-" ? host.WorkingDirectory : Path.GetFullPath(path, host.WorkingDirectory)
        );
        foreach (string file in paths.SelectMany(ConfigurationReader.FindNearlyNamed).Distinct())
        {
            string shown = CommandLine.Shown(file, host);
            host.Error.WriteLine($"postlint: {shown} is not read; a configuration is called {ConfigurationReader.FileName}");
        }
    }

    /// <summary>The rules that a run with some options knows.</summary>
    public static Catalogue CatalogueOf(CheckOptions options, Host host) =>
        LintSession.CatalogueOf(BuiltInPack.Catalogue, options.SettingsIn(host.WorkingDirectory), options.Paths);

    private static void Write(LintRun run, OutputTarget target, CheckOptions options, Host host)
    {
        bool isForEyes = target is { Format: "text" or "concise" or "statistics", Path: null };
        bool isWatched = isForEyes && host.IsTerminal && !host.IsAutomatic;
        var report = new ReportOptions(CommandLine.Version)
        {
            Reveal = options.Reveal ?? isWatched,
            ShowWhy = options.Why,
            Color = isForEyes && host.Colors(options.Color),
            Links = isForEyes && host.ShowsLinks,
            Site = RulePages.Site,
            PageOf = RulePages.Of,
            Width = host.Width,
            Quiet = options.Quiet,
        };
        ReportFormat format = ReportFormats.Named(target.Format);
        if (target.Path is null)
            format.Write(run, report, host.Out);
        else
            AtomicFile.Write(Path.Combine(host.WorkingDirectory, target.Path), stream => format.Write(run, report, stream));
    }

    /// <summary>The highest that applies: faults before what could not be read before findings.</summary>
    public static int ExitCodeOf(LintRun run, CheckOptions options)
    {
        if (run.HasFaults)
            return ExitCode.Fault;
        if (!run.IsComplete)
            return ExitCode.Usage;
        return options.FailOn is { } level && run.OpenFindings.Any(finding => finding.Severity >= level)
            ? ExitCode.Findings
            : ExitCode.Clean;
    }
}
