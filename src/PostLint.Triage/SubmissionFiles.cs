using System.Text;
using PostLint.Engine;
using PostLint.Profiles;
using PostLint.Reporting;
using PostLint.Rules;
using PostLint.Setup;

namespace PostLint.Triage;

/// <summary>What a run folder holds of each submission apart: its SARIF, and the message to its authors.</summary>
internal static class SubmissionFiles
{
    /// <summary>Writes both.</summary>
    /// <param name="folder">Full path of the run folder.</param>
    /// <param name="submission">The submission.</param>
    /// <param name="run">What was found in it.</param>
    /// <param name="version">PostLint's.</param>
    /// <param name="cards">The cards of rules by id.</param>
    public static void Write(string folder, CheckedSubmission submission, LintRun run, string version, Func<string, RuleDescriptor?> cards)
    {
        TriageRecord record = submission.Record;
        HashSet<string> met =
        [
            .. run.Results.SelectMany(result => result.Findings).Select(finding => finding.Rule.Id),
            .. run.Results.SelectMany(result => result.Faults).Select(fault => fault.Rule.Id),
            .. run.Results.SelectMany(result => result.Stops).Select(stop => stop.Rule.Id),
        ];
        LintRun brief = run with { Rules = [.. run.Rules.Where(rule => met.Contains(rule.Id))] };
        RunFolder.WriteWhole(RunFolder.SarifOf(folder, record.Id), stream =>
            ReportFormats.Named("sarif-github").Write(brief, new(version), stream)
        );
        RunFolder.WriteWhole(RunFolder.MessageOf(folder, record.Id), stream =>
            stream.Write(Encoding.UTF8.GetBytes(AuthorMessage.Of(record, submission.PrivateFindings, MessageTemplate.Ask, "", cards)))
        );
    }

    /// <summary>The run of a submission that was never checked.</summary>
    public static LintRun Nothing(TriageRecord record) =>
        new(
            new Profile(RunSettings.PlainProfile, "", new Dictionary<string, RuleSetting>()),
            [],
            [],
            null,
            [new(RunFolder.NameOf(record.Id), record.Failure ?? "it was not checked")]
        );
}
