using PostLint.Findings;
using PostLint.Rules;

namespace PostLint.Engine;

/// <summary>What a rule reported of one match.</summary>
internal readonly record struct Match(CompiledRule Rule, Report Report, Derivation Derivation);

/// <summary>Makes findings of reports: one cause, one finding.</summary>
internal static class Merging
{
    private const int Trailing = 4; // characters between the last word of a sentence and the address behind it: “: <”
    private static readonly Comparer<Match> s_order = Comparer<Match>.Create(Compare);

    /// <summary>In the order of places, then rules, then messages; equal in all three, as reported.</summary>
    public static IReadOnlyList<Finding> Merge(List<Match> matches)
    {
        if (matches.Count == 0)
            return [];
        if (matches.Count == 1)
            return [ToFinding(matches)];
        var causes = new Dictionary<Cause, List<Match>>(matches.Count);
        var ordered = new List<List<Match>>(matches.Count);
        foreach (Match match in Told(matches).Order(s_order))
        {
            Cause cause = Cause.Of(match);
            if (!causes.TryGetValue(cause, out List<Match>? same))
                ordered.Add(causes[cause] = same = new(1));
            same.Add(match);
        }
        return [.. ordered.Select(ToFinding)];
    }

    /// <summary>All but those that yield to another in the same sentence.</summary>
    private static List<Match> Told(List<Match> matches)
    {
        if (!matches.Exists(match => match.Rule.Descriptor.YieldsToOthers))
            return matches;
        var heard = new Dictionary<(string File, string? Family), ToldPlaces>();
        foreach (Match match in matches)
        {
            RuleDescriptor rule = match.Rule.Descriptor;
            if (rule.YieldsToOthers)
                continue;
            Add((match.Report.Place.File, rule.Family), match.Report.Place);
            if (rule.Severity is Severity.Error)
                Add((match.Report.Place.File, null), match.Report.Place);
        }
        return
        [
            .. matches.Where(match =>
                !match.Rule.Descriptor.YieldsToOthers
                || !IsWithin(match.Report.Place, null) && !IsWithin(match.Report.Place, match.Rule.Descriptor.Family)
            ),
        ];

        void Add((string, string?) key, Place place)
        {
            if (!heard.TryGetValue(key, out ToldPlaces? places))
                heard[key] = places = new();
            places.Add(place);
        }
        bool IsWithin(Place sentence, string? family) =>
            heard.TryGetValue((sentence.File, family), out ToldPlaces? places) && places.AnyWithin(sentence, Trailing);
    }

    private static Finding ToFinding(List<Match> matches)
    {
        Report first = matches[0].Report;
        // Most causes have one match.
        if (matches.Count == 1)
            return Weighed(new(matches[0].Rule.Descriptor, first.Place, first.Message, [matches[0].Derivation]), first.Weight);
        var merged = new Finding(matches[0].Rule.Descriptor, first.Place, first.Message, [.. matches.Select(match => match.Derivation)])
        {
            OtherPlaces = [.. matches.Select(match => match.Report.Place).Distinct().Skip(1)],
        };
        return Weighed(merged, matches.Select(match => match.Report.Weight).MaxBy(weight => weight?.Sum));
    }

    /// <summary>The weight decides how much the finding counts, up to what the rule's card says.</summary>
    private static Finding Weighed(Finding finding, WeightOfEvidence? weight) =>
        weight is null
            ? finding
            : finding with
            {
                Weight = weight,
                Severity = (Severity)Math.Min((int)finding.Rule.Severity, (int)(weight.Severity ?? Severity.Note)),
            };

    private static int Compare(Match left, Match right)
    {
        int order = left.Report.Place.CompareTo(right.Report.Place);
        if (order == 0)
            order = left.Rule.Order.CompareTo(right.Rule.Order);
        return order != 0 ? order : string.CompareOrdinal(left.Report.Message.Reveal(), right.Report.Message.Reveal());
    }

    /// <summary>What reports must share to be one finding: the rule and the file with a named cause, or else all they say.</summary>
    private readonly record struct Cause(int Rule, string File, string? Named, Place Place, Message? Message)
    {
        public static Cause Of(in Match match)
        {
            (Place place, Message message, string? cause) = match.Report;
            return cause is null
                ? new(match.Rule.Order, place.File, null, place, message)
                : new(match.Rule.Order, place.File, cause, default, null);
        }
    }
}
