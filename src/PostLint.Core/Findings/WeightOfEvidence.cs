using System.Collections;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Rules;

namespace PostLint.Findings;

/// <summary>A clue that weighs.</summary>
/// <param name="Weight">How much, and what it is in plain words.</param>
/// <param name="Fact">The first fact that shows it.</param>
public readonly record struct WeighedClue(ClueWeight Weight, Fact Fact);

/// <summary>What clues say of a hypothesis together. As a list: the facts that were weighed, in the order of their places.</summary>
public sealed class WeightOfEvidence : IReadOnlyList<Fact>
{
    private const int MostShown = 5;
    private readonly Fact[] _facts;

    internal WeightOfEvidence(WeightTable table, IReadOnlyList<Fact> facts)
    {
        (Table, _facts) = (table, [.. facts]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var clues = new List<WeighedClue>();
        foreach (Fact fact in _facts)
        {
            if (fact is not IClue clue || table.Of(clue.Clue) is not { QuarterBits: not 0 } weight)
                continue;
            if (seen.Add(weight.Clue))
                clues.Add(new(weight, fact));
        }
        Clues =
        [
            .. clues.OrderByDescending(clue => Math.Abs(clue.Weight.QuarterBits)).ThenBy(clue => clue.Weight.Clue, StringComparer.Ordinal),
        ];
        Sum = table.Prior + clues.Sum(clue => clue.Weight.QuarterBits);
    }

    /// <summary>The hypothesis and the weights.</summary>
    public WeightTable Table { get; }

    /// <summary>The clues that weigh, the heaviest first; each counts once, however many facts show it.</summary>
    public IReadOnlyList<WeighedClue> Clues { get; }

    /// <summary>Prior and weights together, in quarter bits.</summary>
    public int Sum { get; }

    /// <summary>The probability that the sum stands for, above 0 and below 1.</summary>
    public double Chance => 1 / (1 + Math.Pow(2, -Sum / 4.0));

    /// <summary>What the sum is worth by the table's thresholds; null for nothing.</summary>
    public Severity? Severity => Table.SeverityOf(Sum);

    /// <inheritdoc/>
    public int Count => _facts.Length;

    /// <inheritdoc/>
    public Fact this[int index] => _facts[index];

    /// <summary>The heaviest clues for or against, at most five.</summary>
    public IEnumerable<WeighedClue> Heaviest(bool isFor) => Clues.Where(clue => clue.Weight.QuarterBits > 0 == isFor).Take(MostShown);

    /// <summary>The same with further facts of the same hypothesis.</summary>
    public WeightOfEvidence With(IEnumerable<Fact> further) => new(Table, [.. _facts, .. further]);

    /// <inheritdoc/>
    public IEnumerator<Fact> GetEnumerator() => ((IEnumerable<Fact>)_facts).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _facts.GetEnumerator();
}
