namespace PostLint.Reporting.Sarif;

/// <summary>
/// What SARIF says of the run itself: faults of PostLint, what was not fully checked or not read, results that were left out.
/// </summary>
internal sealed class SarifNotifications(SarifRules rules)
{
    public SarifInvocation Of(RedactedRun run, int leftOut)
    {
        SarifNotification[] notifications =
        [
            .. run.Faults.Select(Of),
            .. run.Stops.Select(Of),
            .. run.AllUnread.Select(Of),
            .. leftOut > 0 ? [LeftOut(leftOut)] : Array.Empty<SarifNotification>(),
        ];
        return new(!run.Faults.Any(), notifications);
    }

    private SarifNotification Of(RedactedFault fault)
    {
        string what = fault.Rule is null ? Words.Capital(fault.What) : $"Rule {fault.What}";
        string text = $"{what} failed {Words.Count(fault.Count, "time")}, which is a fault of PostLint: {Words.Sentence(fault.Exception)}";
        return new("error", new(text), null, fault.Rule is { } rule ? new(rule.Id, rules.IndexOf(rule)) : null);
    }

    private SarifNotification Of(RedactedStop stop) =>
        new(
            "warning",
            new(Words.Sentence(Words.Capital(Words.Of(stop)))),
            stop.Place is { } place ? [SarifPlaces.LocationOf(place)] : null,
            new(stop.Rule.Id, rules.IndexOf(stop.Rule))
        );

    private static SarifNotification Of(RedactedGap unread) =>
        new("warning", new($"Not read: {Words.Sentence(unread.Reason)}"), [SarifPlaces.LocationOf(unread.Address)], null);

    private static SarifNotification LeftOut(int count) =>
        new("warning", new($"{Words.Count(count, "result")} of the least weight left out: code scanning refuses more."), null, null);
}
