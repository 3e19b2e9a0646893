using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text.Json;
using PostLint.Engine;
using PostLint.Output;
using PostLint.Packs;
using PostLint.PullRequests;
using PostLint.Rules;
using PostLint.Setup;
using PostLint.Submissions;
using PostLint.Triage;

namespace PostLint.Cli;

/// <summary>
/// <c>postlint triage-worker</c>: checks the submissions that it is told on standard input, one a line, and answers each with its record.
/// It is a process of its own so that whatever a
/// submission does to it ends with that submission; it ends itself when nobody asks any more.
/// </summary>
internal static class TriageWorker
{
    public const string Name = "triage-worker";

    public static Command Create(Host host)
    {
        var syntax = new TriageSyntax(Name, "Check submissions for a triage") { Command = { Hidden = true } };
        syntax.Command.SetAction(parsed => Run(syntax.Read(parsed, host), host));
        return syntax.Command;
    }

    private static int Run(TriageRequest request, Host host)
    {
        TriageOptions options = request.Options;
        Catalogue catalogue = CheckCommand.CatalogueOf(request.Check, host);
        var linters = new Linters(options.Settings, null, catalogue);
        var cards = catalogue.Cards.ToDictionary(rule => rule.Id);
        using var input = new StreamReader(host.In);
        // Whoever asked decides when to stop; a key pressed on the terminal reaches both.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        // One that hangs is stopped by whoever asked; where that one is gone, it stops itself.
        using var patience = new Timer(_ => Environment.Exit(ExitCode.Fault));
        if (options.Settings.Profile is not null)
            linters.RulesOf([]);
        // Ready: from here on processor time counts.
        host.Out.Write("\n"u8);
        host.Out.Flush();
        while (input.ReadLine() is { } line)
        {
            patience.Change((options.Timeout * WorkerProcess.Patience) + TimeSpan.FromSeconds(10), Timeout.InfiniteTimeSpan);
            TriageItem item = JsonSerializer.Deserialize(line, TriageJson.Item)!;
            try
            {
                Answer(Check(item, options, linters, cards.GetValueOrDefault), host);
            }
            catch (OutOfMemoryException)
            {
                return WorkerProcess.OutOfMemory;
            }
        }
        return ExitCode.Clean;
    }

    private static CheckedSubmission Check(TriageItem item, TriageOptions options, Linters linters, Func<string, RuleDescriptor?> cards)
    {
        CheckedSubmission submission;
        LintRun? run = null;
        try
        {
            run = item.Head is null ? LintFiles(item, options, linters) : LintRequest(item, linters);
            submission = item.Head is null ? EvidenceImages.Add(Assessment.Of(item, run), item) : Assessment.Of(item, run);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            submission = Assessment.Unreadable(
                item,
                failure switch
                {
                    GitException => failure.Message,
                    IOException or UnauthorizedAccessException => $"its files cannot be read: {IoReason.Of(failure, "reading them fails")}",
                    // Names of types identify nobody; messages may quote the submission.
                    _ => $"checking it breaks the checker ({failure.GetType().Name})",
                }
            );
        }
        SubmissionFiles.Write(options.Out, submission, run ?? SubmissionFiles.Nothing(submission.Record), options.Version, cards);
        return submission;
    }

    private static LintRun LintFiles(TriageItem item, TriageOptions options, Linters linters)
    {
        (SubmissionReader reader, Discovery found) = item.Discover(options.Settings.Limits.Text, options.Settings.Limits.Assets);
        SubmissionResult[] results =
        [
            .. found.Sources.Select(source =>
                linters.Lint(Declarations.Add(reader.Read(source), item), Declarations.IdsOf(item), Declarations.AuthorsOf(item))
            ),
        ];
        return new(linters.Profile, linters.RulesOf(results), results, null, found.Unread);
    }

    private static LintRun LintRequest(TriageItem item, Linters linters)
    {
        using var scratch = new Scratch();
        var reader = new PullRequestReader(new Git(item.Path));
        PullRequest request = reader.Read(item.Base!, item.Head!, title: null, body: null);
        SubmissionResult[] results =
        [
            .. new RequestedFiles(reader, scratch)
                .Read(request)
                .Select(submission =>
                    linters.Lint(Declarations.Add(submission, item), Declarations.IdsOf(item), Declarations.AuthorsOf(item))
                ),
        ];
        return new(linters.Profile, linters.RulesOf(results), results, null, []);
    }

    private static void Answer(CheckedSubmission submission, Host host)
    {
        host.Out.Write(RecordLine.Of(submission).Bytes.Span);
        host.Out.Write("\n"u8);
        host.Out.Flush();
    }
}
