using PostLint.Engine;
using PostLint.Findings;
using PostLint.Submissions;

namespace PostLint.Reporting.Sarif;

/// <summary>What SARIF says of the run itself: faults of PostLint, what could not be read, and results that were left out.</summary>
internal sealed class SarifNotifications(Veil veil, SarifRules rules)
{
    public SarifInvocation Of(LintRun run, int leftOut)
    {
        Fault[] faults = [.. run.Results.SelectMany(result => result.Faults)];
        IEnumerable<Unread> unread = run.Results.SelectMany(result => result.Submission.Unread).Concat(run.Unread);
        SarifNotification[] notifications =
        [
            .. faults.Select(Of),
            .. unread.Select(Of),
            .. leftOut > 0 ? [LeftOut(leftOut)] : Array.Empty<SarifNotification>(),
        ];
        return new(faults.Length == 0, notifications);
    }

    private SarifNotification Of(Fault fault) => new(
        "error",
        new($"Rule {fault.Rule.Id} failed {Words.Count(fault.Count, "time")}, which is a fault of PostLint: {Words.Sentence(FaultText.Of(fault, veil))}"),
        null,
        new(fault.Rule.Id, rules.IndexOf(fault.Rule)));

    private SarifNotification Of(Unread unread) =>
        new("warning", new($"Not read: {Words.Sentence(veil.Show(unread.Reason))}"), [SarifPlaces.LocationOf(unread.Path)], null);

    private static SarifNotification LeftOut(int count) =>
        new("warning", new($"{Words.Count(count, "result")} of the least weight left out: code scanning refuses longer files."), null, null);
}
