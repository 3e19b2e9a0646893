using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Submissions;

namespace PostLint.Reporting.Json;

/// <summary>Turns results into the documented shape.</summary>
internal sealed class JsonMapping(Sources sources, Veil veil)
{
    private readonly ContentFingerprints _fingerprints = new(sources);

    public JsonSubmission Map(SubmissionResult result) => new(
        veil.ShowPath(result.Submission.Name),
        result.Profile.Name,
        result.ToldBy is { } source ? Words.NameOf(source) : null,
        [.. result.Submission.Files.Select(file => veil.ShowPath(file.Path))],
        [.. result.Findings.Select(Map)],
        [.. result.Submission.Unread.Select(Map)],
        [.. result.Faults.Select(Map)]);

    public JsonUnread Map(Unread unread) => new(veil.ShowPath(unread.Path), veil.Show(unread.Reason));

    private JsonFault Map(Fault fault) => new(fault.Rule.Id, fault.Count, FaultText.Of(fault, veil));

    private JsonFinding Map(Finding finding)
    {
        JsonPlace place = Map(finding.Place);
        return new(
            finding.Rule.Id, Words.Of(finding.Severity), veil.Show(finding.Message),
            place.File, place.Line, place.Column, place.EndLine, place.EndColumn, place.Channel, place.Text,
            [.. finding.OtherPlaces.Select(Map)],
            [.. EvidenceLine.Of(finding).Select(Map)],
            finding.Requirement is { } asked ? new(asked.Text, asked.Source, asked.Address.Length > 0 ? asked.Address : null) : null,
            finding.Suppression is { } waiver ? new(Words.NameOf(waiver.Kind), veil.Show(waiver.Reason), Map(waiver.Place)) : null,
            _fingerprints.Of(finding),
            finding.Fixes.Count > 0 ? [.. finding.Fixes.Select(fix => new JsonFix(veil.Show(fix.Description), fix.IsSafe, Map(fix.Place), fix.Kind is FixKind.Text ? fix.Replacement : null))] : null,
            place.Field)
        {
            Weight = finding.Weight is { } weight ? Map(weight) : null,
        };
    }

    private static JsonWeight Map(WeightOfEvidence weight) => new(
        weight.Table.Hypothesis, weight.Sum / 4.0, weight.Table.Prior / 4.0, Math.Round(weight.Chance, 3), Map(weight.Heaviest(isFor: true)), Map(weight.Heaviest(isFor: false)));

    private static IReadOnlyList<JsonClue> Map(IEnumerable<WeighedClue> clues) =>
        [.. clues.Select(clue => clue.Weight).Select(clue => new JsonClue(clue.Clue, clue.Words, clue.QuarterBits / 4.0, clue.Support, clue.Source))];

    private JsonEvidence Map(EvidenceLine line) =>
        new(Words.NameOf(line.Fact), line.Depth, [.. line.ConcludedBy.Select(rule => rule.Id)], Map(line.Fact.Place));

    private JsonPlace Map(Place place)
    {
        string channel = Words.NameOf(place.Channel), file = veil.ShowPath(place.File);
        if (sources.FieldOf(place) is { } field) return new(file, null, null, null, null, channel, veil.Show(place, sources), field);
        if (sources.RegionOf(place) is not { } region) return new(file, null, null, null, null, channel, null);
        if (region.Column == 0) return new(file, region.Line, null, null, null, channel, null);
        return new(file, region.Line, region.Column, region.EndLine, region.EndColumn, channel, veil.Show(place, sources));
    }
}
