using System.CommandLine;
using PostLint.Findings;
using PostLint.Fixing;
using PostLint.Output;
using PostLint.Packs;
using PostLint.Profiles;
using PostLint.Reporting;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Cli;

/// <summary><c>postlint fix</c>: fixes what can be fixed without a person, lints again, and says what remains.</summary>
internal static class FixCommand
{
    /// <summary>A fix may bring another to light, such as a second comment below the first; more rounds than this bring nothing.</summary>
    private const int MaxRounds = 5;

    private const string Hidden = "the changes are not shown, since they hold the names that they take out; --reveal shows them";

    public static Command Create(Host host)
    {
        var syntax = new FixSyntax();
        syntax.Command.SetAction(parsed => Run(syntax.Read(parsed), host));
        return syntax.Command;
    }

    /// <summary>Fixes what the options name, says what was changed, and reports what remains.</summary>
    public static int Run(FixOptions options, Host host)
    {
        CheckCommand.TellNearlyNamed(options.Check, host);
        Catalogue catalogue = CheckCommand.CatalogueOf(options.Check, host);
        catalogue.CheckNames("--select", options.Select);
        catalogue.CheckNames("--ignore", options.Ignore);
        if (options.Check.Paths is ["-"])
            return FixInput(options, host);
        if (options.Check.Paths.Contains("-"))
            throw new UserException([new("-", 0, 0, "standard input is fixed alone; name no other path with it")]);
        CommandLine.RefuseMissing(options.Check.Paths, "nothing is fixed", host);
        var fixedFiles = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        var refused = new SortedDictionary<string, string>(StringComparer.Ordinal);
        LintRun run = CheckCommand.Lint(options.Check, host);
        for (int round = 0; round < MaxRounds; round++)
        {
            IReadOnlyList<FileFix> plan = PlanOf(run, options);
            if (options.WritesNothing)
                return ShowPlan(plan, run, options, host);
            int changed = plan.Count(fix => !refused.ContainsKey(fix.File.Path) && TryApply(fix, host, fixedFiles, refused));
            if (changed == 0)
                break;
            run = CheckCommand.Lint(options.Check, host);
        }
        Tell(fixedFiles, refused, run, options, host);
        int remaining = CheckCommand.Report(run, options.Check, host);
        return refused.Count > 0 && remaining != ExitCode.Fault ? ExitCode.Usage : remaining;
    }

    private static IReadOnlyList<FileFix> PlanOf(LintRun run, FixOptions options) =>
        [.. run.Results.SelectMany(result => Fixer.Plan(result, options.Unsafe, options.Selects)).DistinctBy(fix => fix.File.Path)];

    private static bool TryApply(
        FileFix fix,
        Host host,
        SortedDictionary<string, SortedSet<string>> fixedFiles,
        SortedDictionary<string, string> refused
    )
    {
        string path = Path.GetFullPath(fix.File.Path, host.WorkingDirectory);
        try
        {
            if (Fixer.Refusal(fix, path) is { } reason)
            {
                refused[fix.File.Path] = reason;
                return false;
            }
            Fixer.Apply(fix, path);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            refused[fix.File.Path] = failure is InvalidDataException ? failure.Message : IoReason.Of(failure, "writing it fails");
            return false;
        }
        if (!fixedFiles.TryGetValue(fix.File.Path, out SortedSet<string>? rules))
            fixedFiles[fix.File.Path] = rules = new(StringComparer.Ordinal);
        rules.UnionWith(fix.Rules);
        return true;
    }

    private static void Tell(
        SortedDictionary<string, SortedSet<string>> fixedFiles,
        SortedDictionary<string, string> refused,
        LintRun run,
        FixOptions options,
        Host host
    )
    {
        var names = new ShownNames(run, options.Check.Reveal ?? host.Reveals);
        // A report for programs stands alone on standard output.
        bool isForPeople = options.Check.Outputs.All(target => target.Path is not null || target.Format is "text");
        using OutputWriter text = host.OpenText();
        TextWriter output = isForPeople ? text : host.Error;
        foreach ((string path, SortedSet<string> rules) in fixedFiles)
            output.WriteLine($"fixed: {names.File(path)}: {string.Join(", ", rules)}");
        foreach ((string path, string reason) in refused)
            output.WriteLine($"not fixed: {names.File(path)}: {ShownPath.In(reason, host)}");
        if (fixedFiles.Count == 0 && refused.Count == 0 && !options.Check.Quiet)
            output.WriteLine("nothing to fix");
        if (options.Check.Quiet || !isForPeople)
            return;
        output.WriteLine(run.OpenFindings.Any() ? "\nWhat remains, and what to do about it:\n" : "");
    }

    /// <summary>
    /// Shows what would change. A difference is made of the submission's own words, so that a masked one tells files and rules only.
    /// </summary>
    private static int ShowPlan(IReadOnlyList<FileFix> plan, LintRun run, FixOptions options, Host host)
    {
        bool reveals = options.Check.Reveal ?? host.Reveals;
        var writer = new PlanWriter(new(run, reveals), reveals && options.Diff, host);
        int refused = 0;
        using OutputWriter output = host.OpenText();
        foreach (FileFix fix in plan)
        {
            string? reason = options.Check.Paths is ["-"]
                ? null
                : Fixer.Refusal(fix, Path.GetFullPath(fix.File.Path, host.WorkingDirectory));
            if (reason is not null)
            {
                refused++;
                output.WriteLine($"not fixed: {writer.Names.File(fix.File.Path)}: {reason}");
            }
            else
                writer.Write(fix, output);
        }
        if (writer.HasHidden && options.Diff)
            output.WriteLine(Hidden);
        if (plan.Count == 0 && !options.Check.Quiet)
            TellNothing(run, writer.Names, output);
        int code = CheckCommand.ExitCodeOf(run, options.Check with { FailOn = null });
        if (refused > 0)
            code = Math.Max(code, ExitCode.Usage);
        return options.OnlyChecks && plan.Count > refused ? Math.Max(code, ExitCode.Findings) : code;
    }

    /// <summary>Nothing is to be fixed: what was not looked at stands beside it, so that nobody takes it for sound.</summary>
    private static void TellNothing(LintRun run, ShownNames names, OutputWriter output)
    {
        foreach (Unread unread in run.Results.SelectMany(result => result.Submission.Unread).Concat(run.Unread))
        {
            output.WriteLine($"not read: {names.File(unread)}: {names.Reason(unread)}");
        }
        foreach (Excluded excluded in run.Excluded)
        {
            output.WriteLine($"not checked: {names.File(excluded.Path)}: excluded by {names.File(excluded.By)}");
        }
        output.WriteLine("nothing to fix");
    }

    /// <summary>Fixes what stands on standard input and prints it, fixed or not: whoever pipes a text through gets it back.</summary>
    private static int FixInput(FixOptions options, Host host)
    {
        var input = new MemoryStream();
        host.In.CopyTo(input);
        byte[] bytes = input.ToArray();
        LintRun run = CheckCommand.Lint(options.Check, host with { In = new MemoryStream(bytes) });
        for (int round = 0; round < MaxRounds && !options.WritesNothing; round++)
        {
            FileFix[] plan = [.. PlanOf(run, options).Where(IsOfText)];
            if (plan is not [var fix])
                break;
            bytes = Fixer.ContentOf(fix, bytes);
            run = CheckCommand.Lint(options.Check, host with { In = new MemoryStream(bytes) });
        }
        if (options.WritesNothing)
            return ShowPlan([.. PlanOf(run, options).Where(IsOfText)], run, options, host);
        host.Out.Write(bytes);
        return CheckCommand.ExitCodeOf(run, options.Check);
    }

    /// <summary>Whether a text alone is changed, which standard input is.</summary>
    private static bool IsOfText(FileFix fix) =>
        fix.File is { Container: null, Role: FileRole.Post, Problems.Count: 0 } && fix is { Kind: FixKind.Text, Inner.Count: 0 };
}
