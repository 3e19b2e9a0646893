using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Reporting.Sarif;

/// <summary>Turns findings into results.</summary>
/// <param name="sources">The texts.</param>
/// <param name="veil">What may be shown.</param>
/// <param name="rules">The rules that results point to.</param>
/// <param name="saysSuppression">Whether any finding of the run is waived: SARIF wants the member on all results or none.</param>
internal sealed class SarifResults(Sources sources, Veil veil, SarifRules rules, bool saysSuppression)
{
    private const int MostRelated = 12;

    private readonly Dictionary<string, IReadOnlyList<string>> _lineHashes = new(StringComparer.Ordinal);
    private readonly ContentFingerprints _fingerprints = new(sources);
    private readonly SarifPlaces _places = new(sources, veil);

    public SarifResult Map(Finding finding, string profile)
    {
        SarifLocation[] related = [.. Related(finding)];
        return new(
            finding.Rule.Id, rules.IndexOf(finding.Rule), Words.Of(finding.Severity),
            new(MessageOf(finding, related)),
            [_places.LocationOf(finding.Place)],
            related.Length > 0 ? related : null,
            Fingerprints(finding),
            saysSuppression ? Suppressions(finding) : null,
            Fixes(finding),
            new(Words.NameOf(finding.Place.Channel), profile))
        {
            Rank = finding.Weight is { } weight ? Math.Round(100 * weight.Chance, 1) : null,
        };
    }

    private IEnumerable<SarifLocation> Related(Finding finding)
    {
        IEnumerable<(Place Place, string Text)> others = finding.OtherPlaces.Select(place => (place, "The same cause."));
        IEnumerable<(Place Place, string Text)> facts = EvidenceLine.Of(finding)
            .Where(line => line.Fact.Place.File.Length > 0)
            .OrderBy(line => line.Depth)
            .Select(line => (line.Fact.Place, $"Evidence: {Words.KindOf(line.Fact)}."));
        return others.Concat(facts)
            .Select(item => _places.LocationOf(item.Place) with { Message = new(item.Text) })
            .DistinctBy(KeyOf)
            .Where(location => KeyOf(location) != KeyOf(_places.LocationOf(finding.Place)))
            .Take(MostRelated)
            .Select((location, index) => location with { Id = index + 1 });
    }

    private static (SarifPhysicalLocation, string?) KeyOf(SarifLocation location) => (location.PhysicalLocation, location.LogicalLocations?[0].FullyQualifiedName);

    /// <summary>The message, and links to the related locations: GitHub shows those only that a message links to.</summary>
    private string MessageOf(Finding finding, SarifLocation[] related)
    {
        string text = EscapeLinks(Words.Sentence(Words.OneLine(veil.Show(finding.Message))));
        if (related.Length == 0) return text;
        string links = string.Join(", ", related.Select(location => $"[{location.PhysicalLocation.Region?.StartLine ?? location.Id}]({location.Id})"));
        return $"{text} See also {links}.";
    }

    private static string EscapeLinks(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal);

    private Dictionary<string, string> Fingerprints(Finding finding)
    {
        var fingerprints = new Dictionary<string, string>(StringComparer.Ordinal);
        if (LineHash(finding.Place) is { } hash) fingerprints.Add("primaryLocationLineHash", hash);
        fingerprints.Add("postlint/v1", _fingerprints.Of(finding));
        return fingerprints;
    }

    private string? LineHash(Place place)
    {
        if (sources.ContainerOf(place.File) is not null || sources.RegionOf(place) is not { } region || sources.TextOf(place.File) is not { } text) return null;
        if (!_lineHashes.TryGetValue(place.File, out IReadOnlyList<string>? hashes)) _lineHashes.Add(place.File, hashes = LineHashes.Of(text.Text));
        return hashes[region.Line - 1];
    }

    /// <summary>The changes of text that mend it, as one fix; safe ones where there are any.</summary>
    private SarifFix[]? Fixes(Finding finding)
    {
        Fix[] fixes = [.. finding.Fixes.Where(fix => fix.Kind is FixKind.Text && sources.ContainerOf(fix.Place.File) is null && sources.RegionOf(fix.Place) is { Column: > 0 })];
        if (fixes.Length == 0) return null;
        bool isSafe = fixes.Any(fix => fix.IsSafe);
        SarifArtifactChange[] changes = [.. fixes.Where(fix => fix.IsSafe == isSafe).GroupBy(fix => fix.Place.File).Select(group => new SarifArtifactChange(SarifPlaces.Artifact(group.Key), [.. group.Select(Replacement)]))];
        return [new(new($"{Words.Sentence(veil.Show(fixes[0].Description))}{(isSafe ? "" : " A reader may miss it.")}"), changes)];
    }

    private SarifReplacement Replacement(Fix fix)
    {
        Region region = sources.RegionOf(fix.Place)!.Value;
        return new(new(region.Line, region.Column, region.EndLine, region.EndColumn), fix.Replacement.Length > 0 ? new(fix.Replacement) : null);
    }

    private SarifSuppression[] Suppressions(Finding finding)
    {
        if (finding.Suppression is not { } waiver) return [];
        string kind = waiver.Kind == SuppressionKind.InSource ? "inSource" : "external";
        return [new(kind, "accepted", veil.Show(waiver.Reason), _places.LocationOf(waiver.Place))];
    }
}
