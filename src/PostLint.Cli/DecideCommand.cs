using System.CommandLine;
using PostLint.Output;
using PostLint.Packs;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Triage;
using PostLint.Triage.Decisions;

namespace PostLint.Cli;

/// <summary>
/// <c>postlint decide</c>: puts the decisions of several chairs together and makes of them what is sent next, as files; nothing is sent.
/// </summary>
internal static class DecideCommand
{
    private const int Shown = 10;
    private const int MostTemplateBytes = 1 << 20;

    public static Command Create(Host host)
    {
        var run = new Argument<string>("run") { Description = "The run folder" };
        var files = new Argument<string[]>("decisions")
        {
            Description = "Decisions that chairs exported from the run’s page",
            Arity = ArgumentArity.OneOrMore,
        };
        var target = new Option<string?>("--out") { Description = "Where to write; RUN/decisions if left out", HelpName = "FOLDER" };
        var deadline = new Option<string>("--deadline")
        {
            Description = "Until when authors have to answer, as messages say it: 'by 3 December'",
            DefaultValueFactory = _ => "",
            HelpName = "TEXT",
        };
        var ask = new Option<string?>("--template")
        {
            Description = "Your own text of messages that ask for changes, with {name}, {deadline}, {places}, {check}",
            HelpName = "FILE",
        };
        var reject = new Option<string?>("--reject-template") { Description = "Your own text of messages that reject", HelpName = "FILE" };
        var learn = new Option<string?>("--learn")
        {
            Description = "Write rule, clues and verdict of each finding, without any text, for fitting weights",
            HelpName = "FILE",
        };
        Option<string[]> pack = PackOption.Create();
        Option<bool> quiet = SharedOptions.Quiet("No list");
        var command = new Command("decide", "Put decisions of chairs together, and write messages, notes and tags")
        {
            run,
            files,
            target,
            deadline,
            ask,
            reject,
            learn,
            pack,
            quiet,
        };
        command.SetAction(parsed =>
        {
            string folder = Path.GetFullPath(parsed.GetValue(run)!, host.WorkingDirectory);
            var words = new DecisionWords(
                Template(parsed.GetValue(ask), MessageTemplate.Ask, host),
                Template(parsed.GetValue(reject), MessageTemplate.Reject, host),
                parsed.GetValue(deadline)!
            );
            string? learned = parsed.GetValue(learn) is { } path ? Path.GetFullPath(path, host.WorkingDirectory) : null;
            string output = parsed.GetValue(target) is { } named
                ? Path.GetFullPath(named, host.WorkingDirectory)
                : Path.Combine(folder, "decisions");
            return Run(folder, parsed.GetValue(files)!, output, words, learned, parsed.GetValue(pack)!, parsed.GetValue(quiet), host);
        });
        return command;
    }

    private static int Run(
        string folder,
        string[] files,
        string target,
        DecisionWords words,
        string? learned,
        string[] packs,
        bool isQuiet,
        Host host
    )
    {
        RunInfo info = RunInfo.Of(folder) ?? throw new UserException([new(CommandLine.Shown(folder, host), 0, 0, "it is no run folder")]);
        if (!info.IsComplete || info.Id.Length == 0)
            throw new UserException([
                new(CommandLine.Shown(folder, host), 0, 0, "it did not come to its end; run its command again, and it goes on"),
            ]);
        Decision[] decisions = [.. files.SelectMany(file => Read(file, info, host))];
        Catalogue catalogue = PackOption.Catalogue(packs, null, null, host);
        using var run = new RunFolder(folder);
        var sheet = DecisionSheet.Of(decisions, id => run.Journal.HeadOf(id)?.Content);
        var outputs = new DecisionOutputs(run, target, TriageCommand.CardsOf(catalogue).GetValueOrDefault);
        IReadOnlyList<string> written = outputs.Write(sheet, words);
        if (learned is not null)
            outputs.WriteLearned(sheet, learned);
        if (!isQuiet)
            Tell(sheet, written, CommandLine.Shown(target, host), host);
        bool isSettled =
            sheet.Unknown.Count == 0 && sheet.Submissions.All(submission => submission.Kind is not null && !submission.IsChanged);
        return isSettled ? ExitCode.Clean : ExitCode.Findings;
    }

    private static IReadOnlyList<Decision> Read(string file, RunInfo info, Host host)
    {
        string full = Path.GetFullPath(file, host.WorkingDirectory);
        return DecisionFile.Read(full, CommandLine.Shown(full, host), info.Id);
    }

    private static void Tell(DecisionSheet sheet, IReadOnlyList<string> written, string target, Host host)
    {
        using StreamWriter output = host.OpenText();
        IEnumerable<string> kinds = Enum.GetValues<DecisionKind>()
            .Select(kind => $"{sheet.Submissions.Count(submission => submission.Kind == kind)} {kind.Text()}");
        output.WriteLine(
            $"{CommandLine.Count(sheet.Submissions.Count(submission => submission.Kind is not null), "submission")} decided: "
                + $"{string.Join(", ", kinds)}"
        );
        List(output, "disagreement", sheet.Submissions.Where(submission => submission.IsDisputed));
        List(output, "changed since a decision", sheet.Submissions.Where(submission => submission.IsChanged));
        if (sheet.Unknown.Count > 0)
            output.WriteLine(
                $"not in this run: {string.Join(", ", sheet.Unknown.Select(decision => decision.Submission).Distinct().Take(Shown))}"
            );
        output.WriteLine($"written to {target}: {string.Join(", ", written)}");
    }

    private static void List(StreamWriter output, string what, IEnumerable<DecidedSubmission> submissions)
    {
        DecidedSubmission[] listed = [.. submissions];
        if (listed.Length == 0)
            return;
        output.WriteLine($"{what}: {listed.Length}");
        foreach (DecidedSubmission submission in listed.Take(Shown))
        {
            IEnumerable<string> said = submission.All.Select(decision => $"{decision.By}: {decision.Kind.Text()}");
            output.WriteLine($"  {submission.Id}  {string.Join(", ", said)}");
        }
        if (listed.Length > Shown)
            output.WriteLine($"  and {listed.Length - Shown} more");
    }

    private static MessageTemplate Template(string? path, MessageTemplate own, Host host) =>
        path is null
            ? own
            : MessageTemplate.Parse(
                System.Text.Encoding.UTF8.GetString(GivenFile.ReadBytes(Path.GetFullPath(path, host.WorkingDirectory), MostTemplateBytes)),
                CommandLine.Shown(Path.GetFullPath(path, host.WorkingDirectory), host)
            );
}
