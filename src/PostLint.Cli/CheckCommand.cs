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
        Configuration? configuration = options.Isolated ? null : ConfigurationReader.Find(options.Paths, host.WorkingDirectory, BuiltInPack.RuleNames);
        return Check(options, configuration, host);
    }

    private static int Check(CheckOptions options, Configuration? configuration, Host host)
    {
        Profile profile = BuiltInPack.Profile(options.Profile ?? configuration?.Profile ?? "double-blind") with { Phase = options.Phase };
        var linter = new Linter(BuiltInPack.Create(), profile, new LintOptions
        {
            Select = [.. options.Select.Count > 0 ? options.Select : configuration?.Select ?? []],
            Ignore = [.. options.Ignore, .. configuration?.Ignore ?? []],
            Levels = configuration?.Levels ?? new Dictionary<string, Severity>(),
            Allow = configuration?.Allow ?? [],
            HonoursSuppressions = !options.NoSuppressions,
        });
        var reader = new SubmissionReader(host.WorkingDirectory, [.. options.Exclude, .. configuration?.Exclude ?? []]);
        (IReadOnlyList<SubmissionSource> sources, IReadOnlyList<Unread> unread) = Discover(options, reader, host);
        IReadOnlyList<SubmissionResult> results = Lint(linter, reader, sources, options, host);
        var run = new LintRun(profile, linter.Rules, results, configuration?.Path, unread);
        foreach (OutputTarget target in options.Outputs) Write(run, target, options, host);
        return ExitCodeOf(run, options);
    }

    private static (IReadOnlyList<SubmissionSource> Sources, IReadOnlyList<Unread> Unread) Discover(CheckOptions options, SubmissionReader reader, Host host)
    {
        var sources = new List<SubmissionSource>();
        var unread = new List<Unread>();
        foreach (string path in options.Paths)
        {
            Discovery found = path == "-" ? SubmissionReader.FromStream(host.In, options.StdinPath) : reader.Discover(path);
            sources.AddRange(found.Sources);
            unread.AddRange(found.Unread);
        }
        return (sources, unread);
    }

    private static SubmissionResult[] Lint(Linter linter, SubmissionReader reader, IReadOnlyList<SubmissionSource> sources, CheckOptions options, Host host)
    {
        var results = new SubmissionResult[sources.Count];
        using var progress = new Progress(host, sources.Count, options.Quiet);
        if (sources.Count == 1) results[0] = linter.Lint(reader.Read(sources[0]));
        else
        {
            Parallel.For(0, sources.Count, new ParallelOptions { MaxDegreeOfParallelism = options.Jobs }, i =>
            {
                results[i] = linter.Lint(reader.Read(sources[i]));
                progress.Step();
            });
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
        IReporter reporter = target.Format switch { "json" => new JsonReporter(report), "sarif" => new SarifReporter(report), _ => new TextReporter(report) };
        if (target.Path is null) reporter.Write(run, host.Out);
        else AtomicFile.Write(Path.Combine(host.WorkingDirectory, target.Path), stream => reporter.Write(run, stream));
    }

    /// <summary>The highest that applies: faults before what could not be read before findings.</summary>
    private static int ExitCodeOf(LintRun run, CheckOptions options)
    {
        if (run.Results.Any(result => result.Faults.Count > 0)) return ExitCode.Fault;
        if (run.Unread.Count > 0 || run.Results.Any(result => result.Submission.Unread.Count > 0)) return ExitCode.Usage;
        return options.FailOn is { } level && run.OpenFindings.Any(finding => finding.Severity >= level) ? ExitCode.Findings : ExitCode.Clean;
    }
}
