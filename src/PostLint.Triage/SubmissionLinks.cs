using System.Runtime.InteropServices;

namespace PostLint.Triage;

/// <summary>That a submission shares something with others.</summary>
/// <param name="Kind">What it is, for people.</param>
/// <param name="Others">Ids of the others.</param>
internal sealed record SubmissionLink(string Kind, IReadOnlyList<string> Others);

/// <summary>Finds which submissions share what only the same hands could have put there.</summary>
internal sealed class SubmissionLinks
{
    private const int MostSharers = 8; // what more submissions have in common is a template's, or everybody's
    private const int MostLinks = 20; // of one submission

    // A trace and its owner at the same place of both lists.
    private readonly List<ulong> _traces = [];
    private readonly List<int> _owners = [];
    private readonly List<string> _ids = [];

    /// <summary>Adds a submission.</summary>
    public void Add(RecordHead head)
    {
        foreach (SharedTrace trace in head.Traces)
        {
            _traces.Add(trace.Value);
            _owners.Add(_ids.Count);
        }
        _ids.Add(head.Id);
    }

    /// <summary>What links each of them to others, those by their ids.</summary>
    public Dictionary<string, List<SubmissionLink>> Find()
    {
        List<(string Owner, SharedKind Kind, string Other)> pairs = Pairs();
        var links = new Dictionary<string, List<SubmissionLink>>(StringComparer.Ordinal);
        for (int first = 0, end; first < pairs.Count; first = end)
        {
            (string owner, SharedKind kind, _) = pairs[first];
            var alike = new List<string>();
            for (end = first; end < pairs.Count && pairs[end].Owner == owner && pairs[end].Kind == kind; )
            {
                string other = pairs[end].Other;
                int times = 0;
                for (; end < pairs.Count && pairs[end] == (owner, kind, other); end++)
                    times++;
                if (kind is not SharedKind.Text || times >= SharedTraces.FewestBands)
                    alike.Add(other);
            }
            if (alike.Count == 0)
                continue;
            if (!links.TryGetValue(owner, out List<SubmissionLink>? own))
                links[owner] = own = [];
            if (own.Count < MostLinks)
                own.Add(new(SharedTraces.NameOf(kind), alike));
        }
        return links;
    }

    /// <summary>Everybody who shares a trace with somebody, in order.</summary>
    private List<(string Owner, SharedKind Kind, string Other)> Pairs()
    {
        // In place: they are the largest lists of a run.
        Span<ulong> traces = CollectionsMarshal.AsSpan(_traces);
        Span<int> owners = CollectionsMarshal.AsSpan(_owners);
        traces.Sort(owners);
        var pairs = new List<(string Owner, SharedKind Kind, string Other)>();
        for (int first = 0, end; first < traces.Length; first = end)
        {
            for (end = first + 1; end < traces.Length && traces[end] == traces[first]; )
                end++;
            if (end - first is < 2 or > MostSharers)
                continue;
            for (int a = first; a < end; a++)
            {
                for (int b = first; b < end; b++)
                {
                    if (a != b)
                        pairs.Add((_ids[owners[a]], new SharedTrace(traces[a]).Kind, _ids[owners[b]]));
                }
            }
        }
        pairs.Sort(
            (a, b) =>
                string.CompareOrdinal(a.Owner, b.Owner) is not 0 and int byOwner ? byOwner
                : a.Kind != b.Kind ? a.Kind.CompareTo(b.Kind)
                : string.CompareOrdinal(a.Other, b.Other)
        );
        return pairs;
    }
}
