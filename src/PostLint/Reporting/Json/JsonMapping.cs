using PostLint.Findings;
using PostLint.Rules;

namespace PostLint.Reporting.Json;

/// <summary>Turns results into the documented shape.</summary>
internal static class JsonMapping
{
    public static JsonSubmission Map(RedactedSubmission submission) =>
        new(
            submission.Name,
            submission.Profile.Name,
            submission.DetectedBy is { } source ? Words.NameOf(source) : null,
            [.. submission.Files.Select(file => file.Path)],
            [.. submission.Findings.Select(Map)],
            [.. submission.Unread.Select(Map)],
            [
                .. submission.Faults.Select(fault => new JsonFault(fault.Rule?.Id, fault.Count, fault.Exception)
                {
                    What = fault.Rule is null ? fault.What : null,
                }),
            ],
            submission.Stops.Count > 0
                ? [.. submission.Stops.Select(stop => new JsonStop(stop.Rule.Id, stop.Tries, stop.Place is { } place ? Map(place) : null))]
                : null
        )
        {
            NotAsked = submission.NotAsked.Count > 0 ? submission.NotAsked : null,
        };

    public static JsonUnread Map(RedactedGap unread) => new(unread.Path, unread.Reason);

    public static JsonExcluded Map(RedactedExcluded excluded) => new(excluded.Path, excluded.By);

    private static JsonFinding Map(RedactedFinding finding)
    {
        JsonPlace place = Map(finding.Place);
        return new(
            finding.Rule.Id,
            Words.Of(finding.Severity),
            finding.Message,
            place.File,
            place.Line,
            place.Column,
            place.EndLine,
            place.EndColumn,
            place.Context,
            place.Text,
            [.. finding.OtherPlaces.Select(Map)],
            [.. finding.Evidence.Select(fact => new JsonEvidence(fact.Kind, fact.Depth, fact.ConcludedBy, Map(fact.Place)))],
            finding.Requirement is { } asked ? new(asked.Text, asked.Source, asked.Address.Length > 0 ? asked.Address : null) : null,
            finding.Suppression is { } suppression ? new(Words.NameOf(suppression.Kind), suppression.Reason, Map(suppression.Place)) : null,
            finding.Fingerprint,
            finding.Fixes.Count > 0 ? [.. finding.Fixes.Select(Map)] : null,
            place.Field
        )
        {
            Weight = finding.Weight is { } weight ? Map(weight) : null,
        };
    }

    private static JsonWeight Map(RedactedWeight weight) =>
        new(weight.Hypothesis, weight.Sum / 4.0, weight.Prior / 4.0, Math.Round(weight.Chance, 3), Map(weight.For), Map(weight.Against));

    private static IReadOnlyList<JsonClue> Map(IReadOnlyList<RedactedClue> clues) =>
        [
            .. clues
                .Select(clue => clue.Weight)
                .Select(clue => new JsonClue(clue.Clue, clue.Words, clue.QuarterBits / 4.0, clue.Support, clue.Source)),
        ];

    private static JsonFix Map(RedactedFix fix) =>
        new(fix.Description, fix.IsSafe, Map(fix.Place), fix.Kind is FixKind.Text ? fix.Replacement : null);

    private static JsonPlace Map(RedactedPlace place)
    {
        string context = Words.NameOf(place.Context);
        if (place.Field is { } field)
            return new(place.File, null, null, null, null, context, place.Text, field);
        if (place.Region is not { } region)
            return new(place.File, null, null, null, null, context, null);
        if (region.Column == 0)
            return new(place.File, region.Line, null, null, null, context, null);
        return new(place.File, region.Line, region.Column, region.EndLine, region.EndColumn, context, place.Text);
    }
}
