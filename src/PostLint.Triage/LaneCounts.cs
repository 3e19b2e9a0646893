namespace PostLint.Triage;

/// <summary>How many submissions have each verdict in each lane.</summary>
internal sealed class LaneCounts
{
    private readonly Dictionary<(Lane Lane, Verdict Verdict), int> _counts = [];

    /// <summary>How many submissions there are.</summary>
    public int Submissions { get; private set; }

    /// <summary>How many have a verdict in a lane.</summary>
    public int this[Lane lane, Verdict verdict] => _counts.GetValueOrDefault((lane, verdict));

    /// <summary>Counts a submission.</summary>
    internal void Add(IReadOnlyList<LaneResult> lanes)
    {
        Submissions++;
        foreach (LaneResult lane in lanes)
            _counts[(lane.Lane, lane.Verdict)] = this[lane.Lane, lane.Verdict] + 1;
    }
}
