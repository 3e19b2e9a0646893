using System.Globalization;
using PostLint.Engine;
using PostLint.Findings;

namespace PostLint.Triage;

/// <summary>A submission in its rank, with what links it to others.</summary>
/// <param name="Head">Its record in short.</param>
/// <param name="Links">What links it to others.</param>
public sealed record RankedSubmission(RecordHead Head, IReadOnlyList<SubmissionLink> Links)
{
    /// <summary>Its record with what links it to others.</summary>
    public TriageRecord Complete(TriageRecord record)
    {
        if (Links.Count == 0) return record;
        IEnumerable<Reason> reasons = record.Reasons.Append(Weights.ReasonOf(SharedWithOthers.Info.Id, SharedWithOthers.Info.Severity, Links.Count));
        return record with
        {
            Verdict = SharedWithOthers.Raise(record.Verdict),
            Weight = reasons.Sum(reason => reason.Weight),
            Reasons = Weights.Ordered(reasons),
            Findings = [.. record.Findings, .. Links.Select(SharedWithOthers.Finding)],
        };
    }
}

/// <summary>That a submission shares something with others.</summary>
/// <param name="Kind">What it is, for people.</param>
/// <param name="Others">Ids of the others.</param>
public sealed record SubmissionLink(string Kind, IReadOnlyList<string> Others);

/// <summary>The finding that submissions share what only the same hands could have put there.</summary>
public static class SharedWithOthers
{
    /// <summary>Its card.</summary>
    public static RuleInfo Info { get; } = new("identity/shared-with-others")
    {
        Summary = "A submission shares an account, an id, an image or its text with another",
        Why = "What two posts have in common that nobody else could have put there tells that the same people made both; where one of them names its authors, both are known.",
        Fix = "Look at both; ask the authors to take out what they share, or whether they have submitted the post twice.",
        Severity = Severity.Warning,
        IsConfidential = true,
    };

    internal static Verdict Raise(Verdict verdict) => verdict is Verdict.Clear ? Verdict.Look : verdict;

    internal static TriageFinding Finding(SubmissionLink link) =>
        new(Info.Id, "warning", $"It shares {link.Kind} with {string.Join(", ", link.Others.Take(5))}{(link.Others.Count > 5 ? string.Create(CultureInfo.InvariantCulture, $" and {link.Others.Count - 5} more") : "")}", "", 0, null) { IsConfidential = true };
}

/// <summary>Orders submissions so that the first hour is best spent, and finds what they share.</summary>
public static class Ranking
{
    private const int MostSharers = 8;          // what more submissions have in common is a template's, or everybody's
    private const int MostLinks = 20;           // of one submission

    /// <summary>All submissions by verdict, then by weight, then by id.</summary>
    /// <param name="heads">Their records in short.</param>
    /// <param name="past">Those of earlier posts, which are compared with and not listed.</param>
    public static IReadOnlyList<RankedSubmission> Of(IReadOnlyList<RecordHead> heads, IReadOnlyList<RecordHead> past)
    {
        Dictionary<string, List<SubmissionLink>> links = LinksBetween(heads, past);
        return
        [
            .. heads.Select(head => new RankedSubmission(head, links.GetValueOrDefault(head.Id) ?? []))
                .OrderBy(ranked => ranked.Links.Count > 0 ? SharedWithOthers.Raise(ranked.Head.Verdict) : ranked.Head.Verdict)
                .ThenByDescending(ranked => ranked.Head.Weight + (ranked.Links.Count > 0 ? Weights.ReasonOf(SharedWithOthers.Info.Id, SharedWithOthers.Info.Severity, ranked.Links.Count).Weight : 0))
                .ThenBy(ranked => ranked.Head.Id, StringComparer.Ordinal),
        ];
    }

    private static Dictionary<string, List<SubmissionLink>> LinksBetween(IReadOnlyList<RecordHead> heads, IReadOnlyList<RecordHead> past)
    {
        RecordHead[] all = [.. heads.Concat(past).OrderBy(head => head.Id, StringComparer.Ordinal)];
        ulong[] traces = [.. all.SelectMany(head => head.Traces).Select(trace => trace.Value)];
        int[] owners = [.. all.SelectMany((head, owner) => Enumerable.Repeat(owner, head.Traces.Count))];
        Array.Sort(traces, owners);

        var pairs = new List<(int Owner, SharedKind Kind, int Other)>();
        for (int first = 0, end; first < traces.Length; first = end)
        {
            for (end = first + 1; end < traces.Length && traces[end] == traces[first];) end++;
            if (end - first is < 2 or > MostSharers) continue;
            for (int a = first; a < end; a++)
            {
                for (int b = first; b < end; b++)
                {
                    if (a != b) pairs.Add((owners[a], new SharedTrace(traces[a]).Kind, owners[b]));
                }
            }
        }
        pairs.Sort();

        HashSet<string> listed = [.. heads.Select(head => head.Id)];
        var links = new Dictionary<string, List<SubmissionLink>>();
        for (int first = 0, end; first < pairs.Count; first = end)
        {
            (int owner, SharedKind kind, _) = pairs[first];
            var alike = new List<string>();
            for (end = first; end < pairs.Count && pairs[end].Owner == owner && pairs[end].Kind == kind;)
            {
                int other = pairs[end].Other, times = 0;
                for (; end < pairs.Count && pairs[end] == (owner, kind, other); end++) times++;
                if (kind is not SharedKind.Text || times >= SharedTraces.FewestBands) alike.Add(all[other].Id);
            }
            if (alike.Count == 0 || !listed.Contains(all[owner].Id)) continue;
            if (!links.TryGetValue(all[owner].Id, out List<SubmissionLink>? own)) links[all[owner].Id] = own = [];
            if (own.Count < MostLinks) own.Add(new(SharedTraces.NameOf(kind), alike));
        }
        return links;
    }
}
