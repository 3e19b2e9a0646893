using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules;

namespace PostLint.Reporting.Sarif;

/// <summary>Turns findings into results.</summary>
/// <param name="rules">The rules that results point to.</param>
/// <param name="saysSuppression">Whether any finding of the run is suppressed: SARIF wants the member on all results or none.</param>
/// <param name="showsFixes">Whether changes of text are written.</param>
internal sealed class SarifResults(SarifRules rules, bool saysSuppression, bool showsFixes)
{
    private const int MostRelated = 12;

    public SarifResult Map(RedactedFinding finding, string profile)
    {
        SarifLocation[] related = [.. Related(finding)];
        return new(
            finding.Rule.Id,
            rules.IndexOf(finding.Rule),
            Words.Of(finding.Severity),
            new(MessageOf(finding, related)),
            [SarifPlaces.LocationOf(finding.Place)],
            related.Length > 0 ? related : null,
            Fingerprints(finding),
            saysSuppression ? Suppressions(finding) : null,
            showsFixes ? Fixes(finding) : null,
            new(Words.NameOf(finding.Place.Context), profile)
        )
        {
            Rank = finding.Weight is { } weight ? Math.Round(100 * weight.Chance, 1) : null,
        };
    }

    private static IEnumerable<SarifLocation> Related(RedactedFinding finding)
    {
        IEnumerable<(RedactedPlace Place, string Text)> others = finding.OtherPlaces.Select(place => (place, "The same cause."));
        IEnumerable<(RedactedPlace Place, string Text)> facts = finding
            .Evidence.Where(fact => fact.HasFile)
            .OrderBy(fact => fact.Depth)
            .Select(fact => (fact.Place, $"Evidence: {fact.Kind.Replace('-', ' ')}."));
        return others
            .Concat(facts)
            .Select(item => SarifPlaces.LocationOf(item.Place) with { Message = new(item.Text) })
            .DistinctBy(KeyOf)
            .Where(location => KeyOf(location) != KeyOf(SarifPlaces.LocationOf(finding.Place)))
            .Take(MostRelated)
            .Select((location, index) => location with { Id = index + 1 });
    }

    private static (SarifPhysicalLocation, string?) KeyOf(SarifLocation location) =>
        (location.PhysicalLocation, location.LogicalLocations?[0].FullyQualifiedName);

    /// <summary>The message, and links to the related locations: GitHub shows those only that a message links to.</summary>
    private static string MessageOf(RedactedFinding finding, SarifLocation[] related)
    {
        string text = EscapeLinks(Words.Sentence(Words.OneLine(finding.Message)));
        if (related.Length == 0)
            return text;
        IEnumerable<string> links = related.Select(location =>
            $"[{location.PhysicalLocation.Region?.StartLine ?? location.Id}]({location.Id})"
        );
        return $"{text} See also {string.Join(", ", links)}.";
    }

    private static string EscapeLinks(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("[", "\\[", StringComparison.Ordinal)
            .Replace("]", "\\]", StringComparison.Ordinal);

    private static Dictionary<string, string> Fingerprints(RedactedFinding finding)
    {
        var fingerprints = new Dictionary<string, string>(StringComparer.Ordinal);
        if (finding.LineHash is { } hash)
            fingerprints.Add("primaryLocationLineHash", hash);
        fingerprints.Add("postlint/v1", finding.Fingerprint);
        return fingerprints;
    }

    /// <summary>
    /// The changes of text that fix it, as one fix; safe ones where there are any. One that may not be shown whole is left out.
    /// </summary>
    private static SarifFix[]? Fixes(RedactedFinding finding)
    {
        RedactedFix[] fixes = [.. finding.Fixes.Where(fix => fix.Kind is FixKind.Text && fix.Place is { Inner: null, Region.Column: > 0 })];
        if (fixes.Length == 0 || fixes.Any(fix => fix.Replacement is null))
            return null;
        bool isSafe = fixes.Any(fix => fix.IsSafe);
        SarifArtifactChange[] changes =
        [
            .. fixes
                .Where(fix => fix.IsSafe == isSafe)
                .GroupBy(fix => fix.Place.Address)
                .Select(group => new SarifArtifactChange(SarifPlaces.Artifact(group.Key), [.. group.Select(Replacement)])),
        ];
        return [new(new($"{Words.Sentence(fixes[0].Description)}{(isSafe ? "" : " A reader may miss it.")}"), changes)];
    }

    private static SarifReplacement Replacement(RedactedFix fix)
    {
        Region region = fix.Place.Region!.Value;
        SarifContent? inserted = fix.Replacement!.Length > 0 ? new(fix.Replacement) : null;
        return new(new(region.Line, region.Column, region.EndLine, region.EndColumn), inserted);
    }

    private static SarifSuppression[] Suppressions(RedactedFinding finding)
    {
        if (finding.Suppression is not { } suppression)
            return [];
        string kind = suppression.Kind == SuppressionKind.InSource ? "inSource" : "external";
        return [new(kind, "accepted", suppression.Reason, SarifPlaces.LocationOf(suppression.Place))];
    }
}
