using System.CommandLine;
using PostLint.Findings;
using PostLint.Output;
using PostLint.Profiles;
using PostLint.Reporting;
using PostLint.Rules;
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
        return Report(Lint(options, host), options, host);
    }

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

    /// <summary>What a check needs: linters, a reader, and the configuration as messages show it.</summary>
    public static (Linters Linters, SubmissionReader Reader, string? Configuration) Prepare(CheckOptions options, Host host)
    {
        if (options.Profile is { } profile)
            options = options with { Profile = ProfileReader.FullPathOf(profile, host.WorkingDirectory) };
        if (options.Roster is { } roster)
            options = options with { Roster = Path.GetFullPath(roster, host.WorkingDirectory) };
        string? file = options.Isolated ? null : FindConfiguration(options, host);
        Catalogue catalogue = CatalogueOf(options, host);
        string? shown = file is null ? null : OutsidePath.From(host.WorkingDirectory, file);
        Configuration? configuration = file is null
            ? null
            : new ConfigurationReader(catalogue.Options, BuiltInPack.ProfileNames).Load(file);
        if (configuration is not null)
        {
            configuration = configuration with
            {
                Suppressions = [.. configuration.Suppressions.Select(entry => entry with { File = shown! })],
            };
        }
        var linters = new Linters(options, configuration, catalogue);
        var reader = new SubmissionReader
        {
            WorkingDirectory = host.WorkingDirectory,
            Excluded =
            [
                .. options.Exclude.Select(glob => new PathPattern(host.WorkingDirectory, glob) { Origin = "--exclude" }),
                .. Excluded(configuration, host),
            ],
            HonoursGitIgnore = !options.Isolated && !options.NoIgnore,
            StandardInput = host.In,
            StandardInputPath = options.StdinPath,
            Limits = options.Limits.Text,
            AssetLimits = options.Limits.Assets,
        };
        return (linters, reader, shown);
    }

    /// <summary>Finds, reads and lints what the options name.</summary>
    public static LintRun Lint(CheckOptions options, Host host)
    {
        (Linters linters, SubmissionReader reader, string? shown) = Prepare(options, host);
        Discovery found = reader.Discover(options.Paths);
        SubmissionResult[] results = Lint(linters, reader, found.Sources, options, host);
        if (linters.Strangers > 0)
            host.Error.WriteLine(
                (
                    $"postlint: the roster lists no authors of {linters.Strangers} of "
                    + $"{CommandLine.Count(results.Length, "submission")}; its column submission has to hold a slug, or the name "
                    + $"of a folder on the way to the post"
                )
            );
        return new(linters.Profile, linters.RulesOf(results), results, shown, found.Unread)
        {
            Excluded = found.Excluded,
            Ignored = found.Ignored,
        };
    }

    /// <summary>What the configuration leaves out, with the line that says so as reports name it.</summary>
    private static IEnumerable<PathPattern> Excluded(Configuration? configuration, Host host) =>
        (configuration?.Exclude ?? []).Select(pattern => pattern with { Origin = CommandLine.Shown(pattern.Origin, host) });

    /// <summary>Writes the reports that the options ask for; returns the exit code.</summary>
    public static int Report(LintRun run, CheckOptions options, Host host)
    {
        foreach (OutputTarget target in options.Outputs)
            Write(run, target, options, host);
        return ExitCodeOf(run, options);
    }

    /// <summary>The nearest configuration above the paths; they must agree on one.</summary>
    public static string? FindConfiguration(CheckOptions options, Host host)
    {
        string[] files =
        [
            .. options
                .Paths.Select(path =>
                    ConfigurationReader.Find(path == "-" ? host.WorkingDirectory : Path.GetFullPath(path, host.WorkingDirectory))
                )
                .OfType<string>()
                .Distinct(),
        ];
        if (files.Length > 1)
            throw new UserException([
                new(files[0], 1, 1, $"the paths belong to different configurations, the other is {files[1]}; check them one at a time"),
            ]);
        return files.FirstOrDefault();
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
    public static Catalogue CatalogueOf(CheckOptions options, Host host)
    {
        string? configuration = options.Isolated ? null : FindConfiguration(options, host),
            profile = options.Profile;
        if (profile is null && configuration is not null)
            profile = ConfigurationReader.ProfileOf(configuration);
        return PackOption.Catalogue(options.Packs, configuration, profile, host);
    }

    private static SubmissionResult[] Lint(
        Linters linters,
        SubmissionReader reader,
        IReadOnlyList<SubmissionSource> sources,
        CheckOptions options,
        Host host
    )
    {
        var results = new SubmissionResult[sources.Count];
        using var progress = new Progress(host, sources.Count, options.Quiet);
        if (sources.Count == 1)
            results[0] = linters.Lint(reader.Read(sources[0]));
        else
        {
            try
            {
                Parallel.For(0, sources.Count, new ParallelOptions { MaxDegreeOfParallelism = options.Jobs }, i =>
                {
                    results[i] = linters.Lint(reader.Read(sources[i]));
                    progress.Step();
                });
            }
            catch (AggregateException e) when (e.InnerException is UserException broken)
            {
                throw new UserException(broken.Errors);
            }
        }
        return results;
    }

    private static void Write(LintRun run, OutputTarget target, CheckOptions options, Host host)
    {
        bool isForEyes = target is { Format: "text", Path: null } && host.IsTerminal && !host.IsAutomatic;
        var report = new ReportOptions(CommandLine.Version)
        {
            Reveal = options.Reveal ?? isForEyes,
            ShowWhy = options.Why,
            Color = isForEyes && host.AllowsColor,
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
