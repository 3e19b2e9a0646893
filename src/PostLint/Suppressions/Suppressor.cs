using PostLint.Engine;
using PostLint.Findings;
using PostLint.Profiles;
using PostLint.Syntax;

namespace PostLint.Suppressions;

/// <summary>
/// Suppresses findings by comments of the submission and by entries of the configuration:
/// <code>
/// &lt;!-- postlint-disable-next-block identity/own-repository -- a public benchmark --&gt;
/// &lt;!-- postlint-disable identity/own-repository, identity/email -- a reason --&gt; … &lt;!-- postlint-enable identity/own-repository,
/// identity/email --&gt;
/// # postlint-disable-next-block identity/live-author -- the same in YAML
/// </code>
/// </summary>
internal sealed class Suppressor
{
    private static readonly Needle s_directive = new("postlint-");

    private readonly Dictionary<string, SyntaxTree> _trees = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileSuppressions> _ranges = new(StringComparer.Ordinal);
    private readonly Profile _profile;
    private readonly IReadOnlyList<SuppressionEntry> _entries;
    private readonly List<Finding> _refused = [];

    private Suppressor(IReadOnlyList<SyntaxTree> trees, Profile profile, IReadOnlyList<SuppressionEntry> entries)
    {
        (_profile, _entries) = (profile, entries);
        foreach (SyntaxTree tree in trees)
            _trees.TryAdd(tree.Source.Path, tree);
    }

    /// <summary>
    /// The findings, those suppressed marked as such, and what is wrong with the suppressions; by place, then rule. A finding is suppressed
    /// when all its places are;
    /// otherwise it stands where it is not.
    /// </summary>
    /// <param name="findings">Of one submission.</param>
    /// <param name="trees">Its files.</param>
    /// <param name="profile">Says which rules may be suppressed, and how much the findings on suppressions weigh.</param>
    /// <param name="entries">The configuration's suppressions.</param>
    /// <param name="knownRuleIds">All rules that exist, <see cref="SuppressionRules"/> included.</param>
    /// <param name="activeRuleIds">Those that ran; a suppression of another is never called unused.</param>
    /// <param name="renamed">The ids that rules have now, by those that they had before; null for none.</param>
    /// <param name="readsComments">Whether comments count; otherwise only the configuration does.</param>
    public static IReadOnlyList<Finding> Apply(
        IReadOnlyList<Finding> findings,
        IReadOnlyList<SyntaxTree> trees,
        Profile profile,
        IReadOnlyList<SuppressionEntry> entries,
        IReadOnlySet<string> knownRuleIds,
        IReadOnlySet<string> activeRuleIds,
        bool readsComments = true,
        IReadOnlyDictionary<string, string>? renamed = null
    )
    {
        var suppressor = new Suppressor(trees, profile, entries);
        if (readsComments)
            suppressor.ReadComments(knownRuleIds, renamed ?? new Dictionary<string, string>());
        List<Finding> marked = [.. findings.Select(suppressor.Mark)];
        IEnumerable<Finding> complaints = suppressor
            ._ranges.Values.SelectMany(file => file.Complaints.Concat(Unused(file, activeRuleIds)))
            .Concat(suppressor._refused);
        marked.AddRange(
            complaints
                .Where(complaint => activeRuleIds.Contains(complaint.Rule.Id) && !profile.SettingOf(complaint.Rule.Id).IsOff)
                .Select(profile.Judge)
        );
        return [.. marked.OrderBy(finding => finding.Place).ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal)];
    }

    private void ReadComments(IReadOnlySet<string> knownRuleIds, IReadOnlyDictionary<string, string> renamed)
    {
        foreach ((string path, SyntaxTree tree) in _trees)
        {
            // Most files have no directive, and then need no walk.
            if (s_directive.In(tree.Source.Text, 0) >= 0)
                _ranges[path] = new(tree, _profile, knownRuleIds, renamed);
        }
    }

    /// <summary>The finding, marked where all its places are suppressed, and moved where some are.</summary>
    private Finding Mark(Finding finding)
    {
        List<(Place Place, Suppression? By)> places =
        [
            .. finding.OtherPlaces.Prepend(finding.Place).Select(place => (place, CoverOf(finding, place))),
        ];
        if (!_profile.SettingOf(finding.Rule.Id).IsSuppressible)
        {
            if (places.Find(place => place.By is not null) is { By: not null } refused)
                _refused.Add(RefusedAt(finding, refused.Place));
            return finding;
        }
        List<Place> open = [.. places.Where(place => place.By is null).Select(place => place.Place)];
        if (open.Count == 0)
            return finding with { Suppression = places[0].By };
        return open.Count == places.Count ? finding : finding with { Place = open[0], OtherPlaces = open[1..] };
    }

    private Suppression? CoverOf(Finding finding, Place place)
    {
        Suppression? first = null;
        foreach (SuppressedRange range in _ranges.GetValueOrDefault(place.File)?.All ?? [])
        {
            if (range.Rule != finding.Rule.Id || !range.Range.Contains(place.Start))
                continue;
            range.IsUsed = true;
            first ??= range.Suppression;
        }
        return first ?? EntryOf(finding, place);
    }

    private Suppression? EntryOf(Finding finding, Place place)
    {
        foreach (SuppressionEntry entry in _entries)
        {
            if (entry.Rule != finding.Rule.Id || !entry.Path.IsMatch(place.File) || !ValuesOf(finding, place).Any(entry.IsValue))
                continue;
            return new(SuppressionKind.External, entry.Reason, new(entry.File, Line: entry.Line));
        }
        return null;
    }

    /// <summary>What may be named to suppress a finding: the marked parts of its message, and the text it points at.</summary>
    private IEnumerable<string> ValuesOf(Finding finding, Place place)
    {
        string message = finding.Message.Reveal();
        foreach (MessagePart part in finding.Message.Parts.Where(part => part.Kind is not PartKind.Neutral))
            yield return message[part.Range];
        if (_trees.TryGetValue(place.File, out SyntaxTree? tree) && place.Length > 0 && place.Span.End <= tree.Source.Text.Length)
            yield return tree.Source.Slice(place.Span).ToString();
    }

    private Finding RefusedAt(Finding finding, Place place) =>
        new(
            SuppressionRules.Refused,
            place,
            Message.Of(
                $"The configuration suppresses this, but the profile {new Neutral(_profile.Name)} does not let authors "
                    + $"suppress {new Neutral(finding.Rule.Id)}."
            ),
            []
        );

    private static IEnumerable<Finding> Unused(FileSuppressions file, IReadOnlySet<string> activeRuleIds)
    {
        foreach (SuppressedRange range in file.All)
        {
            if (range.IsUsed || !activeRuleIds.Contains(range.Rule))
                continue;
            yield return new(
                SuppressionRules.Unused,
                range.Place,
                Message.Of($"Nothing here is found by {new Neutral(range.Rule)}; this suppression has no effect."),
                []
            );
        }
    }
}
