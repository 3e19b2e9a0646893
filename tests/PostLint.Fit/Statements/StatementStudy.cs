namespace PostLint.Fit.Statements;

/// <summary>The weights of one kind of statement.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Prior">The sum before any clue, in quarter bits.</param>
/// <param name="Note">The sum from which a sentence is told.</param>
/// <param name="Warning">The sum from which it is a warning.</param>
/// <param name="Weights">Quarter bits of the clues that weigh.</param>
internal sealed record StatementWeights(string Kind, int Prior, int Note, int Warning, IReadOnlyDictionary<ulong, int> Weights)
{
    /// <summary>What the clues of a sentence say together, in quarter bits.</summary>
    public int SumOf(Told one) => Prior + one.Clues.Sum(clue => Weights.GetValueOrDefault(clue));
}

/// <summary>Fits the weights of each kind of statement, and judges them by what was left out.</summary>
internal sealed class StatementStudy
{
    private const double Penalty = 1;
    private const double Doubtful = 0.002; // of the sentences that nobody labelled, how many may tell something after all

    // How many of the sentences of submissions that tell nothing may be told; of material, of those that link an account.
    private const double NoteRate = 0.0008,
        WarningRate = 0.0001,
        MaterialNoteRate = 0.04,
        MaterialWarningRate = 0.01;

    private readonly StatementData _data;
    private readonly IReadOnlyList<ulong> _clues;
    private readonly Dictionary<ulong, int> _numbers;
    private readonly Told[] _plain;

    /// <summary>Fits all kinds.</summary>
    public StatementStudy(StatementData data)
    {
        (_data, _clues) = (data, data.Clues);
        _plain = [.. data.Plain.Where(one => one.Clues.Length > 0)];
        _numbers = _clues.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        Kinds = [.. StatementData.Kinds.AsParallel().AsOrdered().Select(Study)];
    }

    /// <summary>What was fitted, with the sums that sentences of left-out editions had.</summary>
    public IReadOnlyList<(StatementWeights Weights, IReadOnlyList<(Told Told, int Sum)> LeftOut)> Kinds { get; }

    /// <summary>The data.</summary>
    public StatementData Data => _data;

    private (StatementWeights, IReadOnlyList<(Told, int)>) Study(string kind)
    {
        StatementWeights first = Fit(kind, _data.Real, []);
        Told[] plain = [.. _plain.OrderByDescending(first.SumOf).Skip((int)(_plain.Length * Doubtful))];
        var leftOut = new List<(Told Told, int Sum)>();
        foreach (IGrouping<string, Told> edition in _data.Real.GroupBy(one => one.Group))
        {
            StatementWeights without = Fit(kind, [.. _data.Real.Where(one => one.Group != edition.Key)], plain);
            leftOut.AddRange(edition.Select(one => (one, without.SumOf(one))));
        }
        bool isMaterial = kind is "material";
        int[] others =
        [
            .. leftOut
                .Where(one => one.Told.Kind is "none" && (one.Told.HasAccount || !isMaterial))
                .Select(one => one.Sum)
                .OrderDescending(),
        ];
        int Least(double rate) => others[(int)(others.Length * rate)] + 1;
        StatementWeights all = Fit(kind, _data.Real, plain);
        all = all with
        {
            Note = Least(isMaterial ? MaterialNoteRate : NoteRate),
            Warning = Least(isMaterial ? MaterialWarningRate : WarningRate),
        };
        return (all, leftOut);
    }

    /// <summary>Sentences that tell something are invented ones alone: those of submissions are kept for judging.</summary>
    private StatementWeights Fit(string kind, IReadOnlyList<Told> real, IReadOnlyList<Told> plain)
    {
        Told[] cases = [.. _data.Invented, .. real.Where(one => one.Kind is "none"), .. plain];
        int[][] rows = [.. cases.Select(one => one.Clues.Where(_numbers.ContainsKey).Select(clue => _numbers[clue]).ToArray())];
        Ridge model = Ridge.Fit(rows, [.. cases.Select(one => one.Kind == kind)], _clues.Count, Penalty);
        var weights = new Dictionary<ulong, int>();
        for (int clue = 0; clue < _clues.Count; clue++)
        {
            if (QuarterBits(model.Weights[clue]) is not 0 and var weight)
                weights[_clues[clue]] = weight;
        }
        return new(kind, QuarterBits(model.Prior), 0, 0, weights);
    }

    private static int QuarterBits(double nats) => (int)Math.Round(nats / Math.Log(2) * 4);
}
