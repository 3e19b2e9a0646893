using System.Globalization;
using System.Text.Json;
using PostLint.Engine;
using PostLint.Findings;
using PostLint.Rules;

namespace PostLint.Triage;

/// <summary>A submission in its rank, with what links it to others.</summary>
/// <param name="Id">What the chair calls it.</param>
/// <param name="Verdict">What is to be done, as far as it tells itself.</param>
/// <param name="Lanes">The submission in each lane, as far as it tells itself.</param>
/// <param name="Links">What links it to others.</param>
internal sealed record RankedSubmission(string Id, Verdict Verdict, IReadOnlyList<LaneResult> Lanes, IReadOnlyList<SubmissionLink> Links)
{
    /// <summary>What may be shared of its record, with what links it to others, as JSON.</summary>
    public ReadOnlyMemory<byte> Complete(RecordLine line) =>
        Links.Count == 0 ? line.Shared : JsonSerializer.SerializeToUtf8Bytes(Complete(line.Record), TriageContext.Default.TriageRecord);

    private TriageRecord Complete(TriageRecord record)
    {
        IEnumerable<Reason> reasons = record.Reasons.Append(
            Weights.ReasonOf(SharedWithOthers.Descriptor.Id, SharedWithOthers.Descriptor.Severity, Links.Count)
        );
        return record with
        {
            Verdict = SharedWithOthers.Raise(record.Verdict),
            Lanes = SharedWithOthers.Raise(record.Lanes, Links.Count, record.Findings.Count),
            Reasons = Weights.Ordered(reasons),
            Findings = [.. record.Findings, .. Links.Select(SharedWithOthers.Finding)],
        };
    }
}

/// <summary>The finding that submissions share what only the same hands could have put there.</summary>
internal static class SharedWithOthers
{
    private const int MostOthers = 5; // that a reason names

    /// <summary>Its card.</summary>
    public static RuleDescriptor Descriptor { get; } =
        new("identity/shared-with-others")
        {
            Summary = "A submission shares an account, an id, an image or its text with another",
            Why =
                "What two posts have in common that nobody else could have put there tells that the same people made both; "
                + "where one of them names its authors, both are known.",
            Fix = "Look at both; ask the authors to take out what they share, or whether they have submitted the post twice.",
            Severity = Severity.Warning,
            IsConfidential = true,
            Examples =
            [
                new(
                    IsBad: true,
                    "warm-up.md:  Code: https://github.com/ada-example/warm-up\ncool-down.md:  See "
                        + "https://github.com/ada-example/cool-down."
                ),
                new(
                    IsBad: false,
                    "warm-up.md:  Data: https://github.com/tidyverse/dplyr\ncool-down.md:  See https://github.com/tidyverse/dplyr."
                ),
            ],
        };

    internal static Verdict Raise(Verdict verdict) => verdict is Verdict.Clear ? Verdict.Look : verdict;

    /// <summary>The lanes with what links a submission to others in that of identity.</summary>
    internal static IReadOnlyList<LaneResult> Raise(IReadOnlyList<LaneResult> lanes, int links, int findings)
    {
        if (links == 0)
            return lanes;
        LaneResult identity = lanes[0];
        int weight = Weights.ReasonOf(Descriptor.Id, Descriptor.Severity, links).Weight;
        return
        [
            identity with
            {
                Verdict = Raise(identity.Verdict),
                // As further places, where something heavier was found.
                Weight = identity.Verdict is Verdict.Clear ? weight : identity.Weight + (weight / 10),
                Places = identity.Places + links,
                Top = identity.Verdict is Verdict.Clear ? findings : identity.Top,
            },
            .. lanes.Skip(1),
        ];
    }

    private static string More(int count) => count > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {count} more") : "";

    internal static TriageFinding Finding(SubmissionLink link) =>
        new(
            Descriptor.Id,
            "warning",
            $"It shares {link.Kind} with {string.Join(", ", link.Others.Take(MostOthers))}{More(link.Others.Count - MostOthers)}",
            "",
            0,
            null
        )
        {
            IsConfidential = true,
            Weight = Weights.ReasonOf(Descriptor.Id, Descriptor.Severity, 1).Weight,
        };
}

/// <summary>Orders submissions so that the first hour is best spent, and finds what they share.</summary>
internal static class Ranking
{
    /// <summary>
    /// All submissions by their verdict about identity, what could not be read before what is clear, then by weight, then by the other
    /// lanes, then by id.
    /// </summary>
    /// <param name="heads">Their records in short; none of them is kept.</param>
    /// <param name="past">Those of earlier posts, which are compared with and not listed.</param>
    public static IReadOnlyList<RankedSubmission> Of(IEnumerable<RecordHead> heads, IEnumerable<RecordHead> past)
    {
        var shared = new SubmissionLinks();
        var listed = new List<RankedSubmission>();
        foreach (RecordHead head in heads)
        {
            listed.Add(new(head.Id, head.Verdict, head.Lanes, []));
            shared.Add(head);
        }
        foreach (RecordHead head in past)
            shared.Add(head);
        Dictionary<string, List<SubmissionLink>> links = shared.Find();
        return
        [
            .. listed
                .Select(ranked => links.TryGetValue(ranked.Id, out List<SubmissionLink>? own) ? ranked with { Links = own } : ranked)
                .Select(ranked => (Ranked: ranked, Lanes: SharedWithOthers.Raise(ranked.Lanes, ranked.Links.Count, 0)))
                .OrderBy(entry => entry.Ranked.Verdict is Verdict.Unreadable ? Verdict.Unreadable : entry.Lanes[0].Verdict)
                .ThenByDescending(entry => entry.Lanes[0].Weight)
                .ThenBy(entry => entry.Lanes.Min(lane => lane.Verdict))
                .ThenByDescending(entry => entry.Lanes.Skip(1).Sum(lane => lane.Weight))
                .ThenBy(entry => entry.Ranked.Id, StringComparer.Ordinal)
                .Select(entry => entry.Ranked),
        ];
    }
}
