using PostLint.Engine;
using PostLint.Facts;
using PostLint.Profiles;
using PostLint.Syntax;

namespace PostLint.Findings;

/// <summary>Applies the waivers of comments and configuration, and reports those that are wrong.</summary>
public static class Suppressor
{
    /// <summary>Marks what is waived and adds what is wrong with the waivers.</summary>
    /// <param name="findings">What the rules found.</param>
    /// <param name="trees">The files, with their comments.</param>
    /// <param name="profile">Says which rules authors may not waive.</param>
    /// <param name="allow">The waivers of the configuration.</param>
    /// <param name="knownRules">All ids that exist.</param>
    /// <param name="activeRules">The ids that ran; a waiver of another rule cannot be told to be unused.</param>
    /// <returns>All findings, in the order of places, then rules.</returns>
    public static IReadOnlyList<Finding> Apply(
        IReadOnlyList<Finding> findings, IReadOnlyList<SyntaxTree> trees, Profile profile, IReadOnlyList<AllowEntry> allow, IReadOnlySet<string> knownRules, IReadOnlySet<string> activeRules)
    {
        var complaints = new List<Finding>();
        List<Range> ranges = [.. trees.SelectMany(tree => RangesOf(tree, profile, knownRules, complaints))];
        if (ranges.Count == 0 && complaints.Count == 0 && allow.Count == 0) return findings;
        Finding[] judged = [.. findings.Select(finding => Judge(finding, ranges, allow))];
        complaints.AddRange(ranges.Where(range => !range.IsUsed && activeRules.Contains(range.Rule)).Select(range => Complain(SuppressionRules.Unused, range.Directive.Place, $"This waiver of {new Neutral(range.Rule)} waives nothing")));
        return [.. judged.Concat(complaints).OrderBy(finding => finding.Place).ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal)];
    }

    /// <summary>A slice in which a rule is waived.</summary>
    private sealed record Range(string Rule, TextSpan Span, Directive Directive)
    {
        public bool IsUsed { get; set; }

        public bool Covers(string rule, Place place) => rule == Rule && place.File == Directive.Place.File && Span.Contains(place.Span);
    }

    private static List<Range> RangesOf(SyntaxTree tree, Profile profile, IReadOnlySet<string> known, List<Finding> complaints)
    {
        var ranges = new List<Range>();
        var open = new Dictionary<string, Directive>();
        foreach (Directive directive in Directive.In(tree))
        {
            if (!IsComplete(directive, complaints)) continue;
            foreach (string rule in directive.Rules)
            {
                if (!IsWaivable(rule, directive, profile, known, complaints)) continue;
                switch (directive.Kind)
                {
                    case DirectiveKind.DisableNextBlock: ranges.Add(new(rule, directive.Next, directive)); break;
                    case DirectiveKind.Disable: open.TryAdd(rule, directive); break;
                    case DirectiveKind.Enable when open.Remove(rule, out Directive? start): ranges.Add(new(rule, TextSpan.Between(start.Place.Start, directive.Place.Span.End), start)); break;
                    default: complaints.Add(Complain(SuppressionRules.Unclosed, directive.Place, $"{new Neutral(rule)} is enabled here, but was never disabled")); break;
                }
            }
        }
        foreach ((string rule, Directive directive) in open)
        {
            complaints.Add(Complain(SuppressionRules.Unclosed, directive.Place, $"{new Neutral(rule)} is disabled here and never enabled again"));
            ranges.Add(new(rule, TextSpan.Between(directive.Place.Start, tree.Source.Text.Length), directive));
        }
        return ranges;
    }

    private static bool IsComplete(Directive directive, List<Finding> complaints)
    {
        bool lacksReason = directive.Kind is not DirectiveKind.Enable && directive.Reason.Length == 0;
        if (directive.Rules.Count > 0 && !lacksReason) return true;
        Neutral missing = new(directive.Rules.Count == 0 ? "names no rule" : "gives no reason (“-- why”)");
        complaints.Add(Complain(SuppressionRules.Incomplete, directive.Place, $"This waiver {missing}, so it does not count"));
        return false;
    }

    private static bool IsWaivable(string rule, Directive directive, Profile profile, IReadOnlySet<string> known, List<Finding> complaints)
    {
        if (!known.Contains(rule))
        {
            string? near = Nearest.To(rule, known);
            Message hint = near is null ? Message.Of($"“postlint rules” lists all") : Message.Of($"did you mean {new Neutral(near)}?");
            complaints.Add(Complain(SuppressionRules.Unknown, directive.Place, $"There is no rule {new Sensitive(rule)}; {hint}"));
            return false;
        }
        if (profile.SettingOf(rule).IsSuppressible) return true;
        if (directive.Kind is not DirectiveKind.Enable) complaints.Add(Complain(SuppressionRules.Refused, directive.Place, $"Authors may not waive {new Neutral(rule)} under this profile"));
        return false;
    }

    private static Finding Judge(Finding finding, List<Range> ranges, IReadOnlyList<AllowEntry> allow)
    {
        AllowEntry? entry = allow.FirstOrDefault(entry => entry.Covers(finding));
        if (entry is not null) return finding with { Suppression = new(SuppressionKind.External, entry.Reason, new(Configuration.FileName, Line: entry.Line)) };
        Place[] open = [.. OpenPlaces(finding, ranges, out Range? first)];
        if (first is null) return finding;
        return open.Length == 0
            ? finding with { Suppression = new(SuppressionKind.InSource, first.Directive.Reason, first.Directive.Place) }
            : finding with { Place = open[0], OtherPlaces = open[1..] };
    }

    /// <summary>A cause that shows in several places stays open where no waiver covers it.</summary>
    private static List<Place> OpenPlaces(Finding finding, List<Range> ranges, out Range? first)
    {
        var open = new List<Place>();
        first = null;
        foreach (Place place in (IEnumerable<Place>)[finding.Place, .. finding.OtherPlaces])
        {
            Range? range = ranges.Find(range => range.Covers(finding.Rule.Id, place));
            if (range is null) open.Add(place);
            else range.IsUsed = true;
            first ??= range;
        }
        return open;
    }

    private static Finding Complain(RuleInfo rule, Place place, MessageBuilder message) => new(rule, place, message.Build(), []);
}
