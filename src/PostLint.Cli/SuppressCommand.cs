using System.CommandLine;
using PostLint.Findings;
using PostLint.Fixing;
using PostLint.Output;
using PostLint.Profiles;
using PostLint.Reporting;
using PostLint.Setup;
using PostLint.Submissions;

namespace PostLint.Cli;

/// <summary>
/// <c>postlint suppress</c>: suppresses all of today's findings with one reason, as comments where they stand, or in
/// <c>.postlint.yml</c> where no comment can.
/// </summary>
internal static class SuppressCommand
{
    private const string Options = "--reason";

    public static Command Create(Host host)
    {
        var paths = new Argument<string[]>("path") { Description = "Posts or folders", Arity = ArgumentArity.OneOrMore };
        var reason = new Option<string>(Options)
        {
            Description = "Why the findings are wrong or accepted; it stands in every suppression, for reviewers to read",
            HelpName = "TEXT",
            Required = true,
        };
        var diff = new Option<bool>("--diff") { Description = "Show what would change, and change nothing" };
        Option<string[]> select = SharedOptions.Rules("--select", "Suppress only findings of these rules or families");
        Option<string[]> ignore = SharedOptions.Rules("--ignore", "Do not suppress findings of these rules or families");
        Option<string?> profile = SharedOptions.Profile("The profile of the call, as for check");
        Option<string[]> pack = PackOption.Create();
        Option<string[]> exclude = SharedOptions.Exclude();
        (Option<bool> reveal, Option<bool> mask) = SharedOptions.Masking();
        Option<bool> noIgnore = SharedOptions.NoIgnore();
        var command = new Command("suppress", "Suppress all of today’s findings with a reason, to begin with a clean check")
        {
            paths,
            reason,
            diff,
            select,
            ignore,
            profile,
            pack,
            exclude,
            reveal,
            mask,
            noIgnore,
        };
        command.Contradict(reveal, mask);
        command.Validators.Add(result =>
        {
            if (result.GetResult(reason)?.Tokens is [{ Value: var text }] && SuppressionPlan.ProblemOf(text) is { } problem)
                result.AddError($"{Options} “{text.ReplaceLineEndings(" ")}” cannot be used: {problem}");
            if (result.GetValue(paths)?.Contains("-") == true)
                result.AddError("standard input cannot be suppressed in; name the file");
        });
        command.SetAction(parsed =>
        {
            var check = new CheckOptions
            {
                Paths = parsed.GetValue(paths)!,
                Profile = parsed.GetValue(profile),
                Packs = parsed.GetValue(pack)!,
                Exclude = SharedOptions.Split(parsed.GetValue(exclude)),
                Reveal = SharedOptions.Reveals(parsed, reveal, mask),
                NoIgnore = parsed.GetValue(noIgnore),
            };
            string[] selected = SharedOptions.Split(parsed.GetValue(select)),
                ignored = SharedOptions.Split(parsed.GetValue(ignore));
            var fix = new FixOptions(check, Unsafe: false, parsed.GetValue(diff), OnlyChecks: false, selected, ignored);
            return new Suppressing(fix, parsed.GetValue(reason)!.Trim(), host).Run();
        });
        return command;
    }

    /// <summary>One run of the command.</summary>
    private sealed class Suppressing(FixOptions options, string reason, Host host)
    {
        public int Run()
        {
            CommandLine.RefuseMissing(options.Check.Paths, "nothing is suppressed", host);
            CheckCommand.TellNearlyNamed(options.Check, host);
            LintSession session = CheckCommand.Open(options.Check, host);
            session.Catalogue.CheckNames("--select", options.Select);
            session.Catalogue.CheckNames("--ignore", options.Ignore);
            LintRun run = CheckCommand.Lint(options.Check, host);
            SuppressionPlan[] plans =
            [
                .. run.Results.Select(result =>
                    SuppressionPlan.Of(result, reason, options.Selects, changed => session.Linters.Lint(changed))
                ),
            ];
            FileFix[] changes = [.. plans.SelectMany(plan => plan.Changes).DistinctBy(change => change.File.Path)];
            PlannedEntry[] entries = [.. plans.SelectMany(plan => plan.Entries).Distinct()];
            using OutputWriter output = host.OpenText();
            if (options.Diff)
            {
                Show(run, changes, entries, output);
                return CheckCommand.ExitCodeOf(run, options.Check with { FailOn = null });
            }
            int refused = changes.Count(change => !TryApply(change, output, run));
            if (entries.Length > 0)
                AddEntries(entries);
            return Tell(run, entries.Length, refused, output);
        }

        private void Show(LintRun run, FileFix[] changes, PlannedEntry[] entries, OutputWriter output)
        {
            bool reveals = options.Check.Reveal ?? host.Reveals;
            var writer = new PlanWriter(new(run, reveals), reveals, host);
            foreach (FileFix change in changes)
                writer.Write(change, output);
            foreach (PlannedEntry entry in entries)
                output.WriteLine($"would be added to {ConfigurationReader.FileName}: {entry.Rule} in {writer.Names.File(entry.File)}");
            if (changes.Length + entries.Length == 0)
                output.WriteLine("nothing to suppress");
        }

        private bool TryApply(FileFix change, OutputWriter output, LintRun run)
        {
            string path = Path.GetFullPath(change.File.Path, host.WorkingDirectory);
            string? reasonNot;
            try
            {
                reasonNot = Fixer.Refusal(change, path);
                if (reasonNot is null)
                    Fixer.Apply(change, path);
            }
            catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                reasonNot = failure is InvalidDataException ? failure.Message : IoReason.Of(failure, "writing it fails");
            }
            var names = new ShownNames(run, options.Check.Reveal ?? host.Reveals);
            output.WriteLine(
                reasonNot is null
                    ? $"suppressed in {names.File(change.File.Path)}: {string.Join(", ", change.Rules)}"
                    : $"not suppressed in {names.File(change.File.Path)}: {ShownPath.In(reasonNot, host)}"
            );
            return reasonNot is null;
        }

        /// <summary>Adds to the configuration that the check uses, or begins one where it ran.</summary>
        private void AddEntries(PlannedEntry[] entries)
        {
            string file = LintSession.ConfigurationOf(options.Check.SettingsIn(host.WorkingDirectory), options.Check.Paths)
                ?? Path.Combine(host.WorkingDirectory, ConfigurationReader.FileName);
            string folder = Path.GetDirectoryName(file)!;
            PlannedEntry[] relative =
            [
                .. entries.Select(entry =>
                    entry with
                    {
                        File = Path.GetRelativePath(folder, Path.GetFullPath(entry.File, host.WorkingDirectory)).Replace('\\', '/'),
                    }
                ),
            ];
            byte[] before = File.Exists(file) ? File.ReadAllBytes(file) : [];
            string added = ConfigurationWriter.Add(System.Text.Encoding.UTF8.GetString(before), relative, reason)
                ?? throw new UserException([
                    new(CommandLine.Shown(file, host), 0, 0, "its suppressions are no list of lines; write them as one, each after “- ”"),
                ]);
            byte[] after = System.Text.Encoding.UTF8.GetBytes(added);
            if (before.Length > 0)
                AtomicFile.Replace(file, before, after);
            else
                AtomicFile.Write(file, stream => stream.Write(after));
        }

        /// <summary>Checks again, and says what stays.</summary>
        private int Tell(LintRun before, int entries, int refused, OutputWriter output)
        {
            if (entries > 0)
                output.WriteLine($"suppressed in {ConfigurationReader.FileName}: {CommandLine.Count(entries, "value")}");
            LintRun after = CheckCommand.Lint(options.Check, host);
            int asked = before.OpenFindings.Count(finding => options.Selects(finding.Rule.Id));
            Finding[] stay = [.. after.OpenFindings.Where(finding => options.Selects(finding.Rule.Id))];
            output.WriteLine(
                asked == 0 ? "nothing to suppress" : $"{asked - stay.Length} of {CommandLine.Count(asked, "finding")} suppressed"
            );
            foreach (
                IGrouping<string, Finding> rule in stay.GroupBy(finding => finding.Rule.Id)
                    .OrderBy(group => group.Key, StringComparer.Ordinal)
            )
            {
                bool isRefused = after.Results.Any(result => !result.Profile.SettingOf(rule.Key).IsSuppressible);
                string why = isRefused
                    ? "the profile does not let authors suppress it"
                    : $"it is about the whole post; severities: {{ {rule.Key}: off }} in {ConfigurationReader.FileName} turns the rule off";
                output.WriteLine($"stays: {rule.Key}, {CommandLine.Count(rule.Count(), "time")}: {why}");
            }
            int code = CheckCommand.ExitCodeOf(after, options.Check);
            return refused > 0 ? Math.Max(code, ExitCode.Usage) : code;
        }
    }
}
