using System.Runtime.CompilerServices;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Engine;

/// <summary>
/// An open pattern of two positions: facts or, after <c>WhenEach</c> and <c>Gather</c>, groups of facts. A fact never meets itself.
/// </summary>
public sealed class Pattern<T1, T2> : OpenPattern
    where T1 : class
    where T2 : class
{
    internal Pattern(OpenPattern? before, Clause clause)
        : base(before, clause) { }

    /// <summary>Another fact, which takes the next position.</summary>
    public Pattern<T1, T2, T> And<T>(Func<T1, T2, T, bool>? where = null, [CallerArgumentExpression(nameof(where))] string? text = null)
        where T : Fact => new(this, Next<T>(ClauseKind.And, where) with { Text = text });

    /// <summary>Another fact in the same unit of text as the subject.</summary>
    public Pattern<T1, T2, T> And<T>(
        Within within,
        Func<T1, T2, T, bool>? where = null,
        [CallerArgumentExpression(nameof(where))] string? text = null
    )
        where T : Fact => new(this, Next<T>(ClauseKind.And, where, Join.On(within)) with { Text = text });

    /// <summary>Another fact with the same key.</summary>
    public Pattern<T1, T2, T> And<T>(
        Func<T1, T2, Key> left,
        Func<T, Key> right,
        Func<T1, T2, T, bool>? where = null,
        [CallerArgumentExpression(nameof(where))] string? text = null
    )
        where T : Fact => new(this, Next<T>(ClauseKind.And, where, On(left, right)) with { Text = text });

    /// <summary>There is no such fact.</summary>
    public Pattern<T1, T2> Unless<T>(Func<T1, T2, T, bool>? where = null, [CallerArgumentExpression(nameof(where))] string? text = null)
        where T : Fact => new(this, Next<T>(ClauseKind.Unless, where) with { Text = text });

    /// <summary>There is no such fact in the same unit of text as the subject.</summary>
    public Pattern<T1, T2> Unless<T>(
        Within within,
        Func<T1, T2, T, bool>? where = null,
        [CallerArgumentExpression(nameof(where))] string? text = null
    )
        where T : Fact => new(this, Next<T>(ClauseKind.Unless, where, Join.On(within)) with { Text = text });

    /// <summary>There is no such fact with the same key.</summary>
    public Pattern<T1, T2> Unless<T>(
        Func<T1, T2, Key> left,
        Func<T, Key> right,
        Func<T1, T2, T, bool>? where = null,
        [CallerArgumentExpression(nameof(where))] string? text = null
    )
        where T : Fact => new(this, Next<T>(ClauseKind.Unless, where, On(left, right)) with { Text = text });

    /// <summary>There is such a fact; the first is kept as evidence.</summary>
    public Pattern<T1, T2> With<T>(Func<T1, T2, T, bool>? where = null, [CallerArgumentExpression(nameof(where))] string? text = null)
        where T : Fact => new(this, Next<T>(ClauseKind.With, where) with { Text = text });

    /// <summary>There is such a fact in the same unit of text as the subject; the first is kept as evidence.</summary>
    public Pattern<T1, T2> With<T>(
        Within within,
        Func<T1, T2, T, bool>? where = null,
        [CallerArgumentExpression(nameof(where))] string? text = null
    )
        where T : Fact => new(this, Next<T>(ClauseKind.With, where, Join.On(within)) with { Text = text });

    /// <summary>There is such a fact with the same key; the first is kept as evidence.</summary>
    public Pattern<T1, T2> With<T>(
        Func<T1, T2, Key> left,
        Func<T, Key> right,
        Func<T1, T2, T, bool>? where = null,
        [CallerArgumentExpression(nameof(where))] string? text = null
    )
        where T : Fact => new(this, Next<T>(ClauseKind.With, where, On(left, right)) with { Text = text });

    /// <summary>All such facts, be there none, which take the next position as a group.</summary>
    public Pattern<T1, T2, Group<T>> Gather<T>(
        Func<T1, T2, T, bool>? where = null,
        [CallerArgumentExpression(nameof(where))] string? text = null
    )
        where T : Fact => new(this, Next<T>(ClauseKind.Gather, where) with { Text = text });

    /// <summary>All such facts in the same unit of text as the subject, as a group.</summary>
    public Pattern<T1, T2, Group<T>> Gather<T>(
        Within within,
        Func<T1, T2, T, bool>? where = null,
        [CallerArgumentExpression(nameof(where))] string? text = null
    )
        where T : Fact => new(this, Next<T>(ClauseKind.Gather, where, Join.On(within)) with { Text = text });

    /// <summary>All such facts with the same key, as a group.</summary>
    public Pattern<T1, T2, Group<T>> Gather<T>(
        Func<T1, T2, Key> left,
        Func<T, Key> right,
        Func<T1, T2, T, bool>? where = null,
        [CallerArgumentExpression(nameof(where))] string? text = null
    )
        where T : Fact => new(this, Next<T>(ClauseKind.Gather, where, On(left, right)) with { Text = text });

    /// <summary>All such clues in the same unit of text as the subject, weighed; what they say together takes the next position.</summary>
    public Pattern<T1, T2, WeightOfEvidence> Weigh<T>(
        Func<WeightTable> table,
        Within within,
        Func<T1, T2, T, bool>? where = null,
        [CallerArgumentExpression(nameof(where))] string? text = null
    )
        where T : Fact, IClue => new(this, Clause.Weigh<T>(2, table, Test(where), Join.On(within)) with { Text = text });

    /// <summary>All such clues with the same key, weighed; what they say together takes the next position.</summary>
    public Pattern<T1, T2, WeightOfEvidence> Weigh<T>(
        Func<WeightTable> table,
        Func<T1, T2, Key> left,
        Func<T, Key> right,
        Func<T1, T2, T, bool>? where = null,
        [CallerArgumentExpression(nameof(where))] string? text = null
    )
        where T : Fact, IClue => new(this, Clause.Weigh<T>(2, table, Test(where), On(left, right)) with { Text = text });

    /// <summary>What the facts and groups so far must satisfy.</summary>
    public Pattern<T1, T2> Where(Func<T1, T2, bool> where, [CallerArgumentExpression(nameof(where))] string? text = null) =>
        new(this, Clause.Where(2, row => where((T1)row[0]!, (T2)row[1]!)) with { Text = text });

    /// <summary>Concludes a fact of each match; null concludes nothing.</summary>
    public Pattern Conclude<T>(Func<T1, T2, T?> conclusion)
        where T : Fact => new(this, row => conclusion((T1)row[0]!, (T2)row[1]!), typeof(T));

    /// <summary>Reports each match; null reports nothing.</summary>
    public Pattern Report(Func<T1, T2, Report?> report) => new(this, row => report((T1)row[0]!, (T2)row[1]!));

    private static Clause Next<T>(ClauseKind kind, Func<T1, T2, T, bool>? where, Join? join = null)
        where T : Fact => Clause.Of<T>(kind, 2, Test(where), join);

    private static Func<object?[], bool>? Test<T>(Func<T1, T2, T, bool>? where)
        where T : Fact => where is null ? null : row => where((T1)row[0]!, (T2)row[1]!, (T)row[2]!);

    private static Join On<T>(Func<T1, T2, Key> left, Func<T, Key> right)
        where T : Fact => Join.On(row => left((T1)row[0]!, (T2)row[1]!), right);
}
