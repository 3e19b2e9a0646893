namespace PostLint.NRules;

/// <summary>
/// A kind of facts in the network, where each kind goes in as one: as the first that rules look at, only where there are facts of it, and
/// for what they look at later, always, since they also ask what is not there.
/// </summary>
internal abstract class Kind
{
    /// <summary>The type of what goes in as the first that a rule looks at.</summary>
    public abstract Type First { get; }

    /// <summary>The type of what goes in for later clauses.</summary>
    public abstract Type All { get; }

    /// <summary>What goes in for a run.</summary>
    /// <param name="row">The row that rules begin with.</param>
    /// <param name="isEmpty">Whether there are no facts of the kind.</param>
    public abstract IEnumerable<object> In(Row row, bool isEmpty);
}

/// <inheritdoc/>
internal sealed class Kind<T> : Kind
{
    private static readonly AllFacts s_all = new();

    /// <inheritdoc/>
    public override Type First => typeof(FirstFacts);

    /// <inheritdoc/>
    public override Type All => typeof(AllFacts);

    /// <inheritdoc/>
    public override IEnumerable<object> In(Row row, bool isEmpty) => isEmpty ? [s_all] : [s_all, new FirstFacts(row)];

    private sealed class AllFacts;

    private sealed class FirstFacts(Row row) : FactsOfRun(row);
}

/// <summary>Facts that bring the row that rules begin with.</summary>
/// <param name="row">The row.</param>
internal abstract class FactsOfRun(Row row)
{
    /// <summary>The row.</summary>
    public Row Row => row;
}
