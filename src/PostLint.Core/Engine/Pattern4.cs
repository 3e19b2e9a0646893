using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Engine;

/// <summary>
/// An open pattern of four positions: facts or, after <c>WhenEach</c> and <c>Gather</c>, groups of facts. A fact never meets itself.
/// </summary>
[SuppressMessage("Design", "CA1005", Justification = "One type for each position; they are inferred, never written.")]
public sealed class Pattern<T1, T2, T3, T4> : OpenPattern
    where T1 : class
    where T2 : class
    where T3 : class
    where T4 : class
{
    internal Pattern(OpenPattern? before, Clause clause)
        : base(before, clause) { }

    /// <summary>There is no such fact.</summary>
    public Pattern<T1, T2, T3, T4> Unless<T>(
        Func<T1, T2, T3, T4, T, bool>? where = null,
        [CallerArgumentExpression(nameof(where))] string? text = null
    )
        where T : Fact => new(this, Next<T>(ClauseKind.Unless, where) with { Text = text });

    /// <summary>There is no such fact in the same unit of text as the subject.</summary>
    public Pattern<T1, T2, T3, T4> Unless<T>(
        Within within,
        Func<T1, T2, T3, T4, T, bool>? where = null,
        [CallerArgumentExpression(nameof(where))] string? text = null
    )
        where T : Fact => new(this, Next<T>(ClauseKind.Unless, where, Join.On(within)) with { Text = text });

    /// <summary>There is no such fact with the same key.</summary>
    public Pattern<T1, T2, T3, T4> Unless<T>(
        Func<T1, T2, T3, T4, Key> left,
        Func<T, Key> right,
        Func<T1, T2, T3, T4, T, bool>? where = null,
        [CallerArgumentExpression(nameof(where))] string? text = null
    )
        where T : Fact => new(this, Next<T>(ClauseKind.Unless, where, On(left, right)) with { Text = text });

    /// <summary>There is such a fact; the first is kept as evidence.</summary>
    public Pattern<T1, T2, T3, T4> With<T>(
        Func<T1, T2, T3, T4, T, bool>? where = null,
        [CallerArgumentExpression(nameof(where))] string? text = null
    )
        where T : Fact => new(this, Next<T>(ClauseKind.With, where) with { Text = text });

    /// <summary>There is such a fact in the same unit of text as the subject; the first is kept as evidence.</summary>
    public Pattern<T1, T2, T3, T4> With<T>(
        Within within,
        Func<T1, T2, T3, T4, T, bool>? where = null,
        [CallerArgumentExpression(nameof(where))] string? text = null
    )
        where T : Fact => new(this, Next<T>(ClauseKind.With, where, Join.On(within)) with { Text = text });

    /// <summary>There is such a fact with the same key; the first is kept as evidence.</summary>
    public Pattern<T1, T2, T3, T4> With<T>(
        Func<T1, T2, T3, T4, Key> left,
        Func<T, Key> right,
        Func<T1, T2, T3, T4, T, bool>? where = null,
        [CallerArgumentExpression(nameof(where))] string? text = null
    )
        where T : Fact => new(this, Next<T>(ClauseKind.With, where, On(left, right)) with { Text = text });

    /// <summary>What the facts and groups so far must satisfy.</summary>
    public Pattern<T1, T2, T3, T4> Where(Func<T1, T2, T3, T4, bool> where, [CallerArgumentExpression(nameof(where))] string? text = null) =>
        new(this, Clause.Where(4, row => where((T1)row[0]!, (T2)row[1]!, (T3)row[2]!, (T4)row[3]!)) with { Text = text });

    /// <summary>Concludes a fact of each match; null concludes nothing.</summary>
    public Pattern Conclude<T>(Func<T1, T2, T3, T4, T?> conclusion)
        where T : Fact => new(this, row => conclusion((T1)row[0]!, (T2)row[1]!, (T3)row[2]!, (T4)row[3]!), typeof(T));

    /// <summary>Reports each match; null reports nothing.</summary>
    public Pattern Report(Func<T1, T2, T3, T4, Report?> report) =>
        new(this, row => report((T1)row[0]!, (T2)row[1]!, (T3)row[2]!, (T4)row[3]!));

    private static Clause Next<T>(ClauseKind kind, Func<T1, T2, T3, T4, T, bool>? where, Join? join = null)
        where T : Fact =>
        Clause.Of<T>(kind, 4, where is null ? null : row => where((T1)row[0]!, (T2)row[1]!, (T3)row[2]!, (T4)row[3]!, (T)row[4]!), join);

    private static Join On<T>(Func<T1, T2, T3, T4, Key> left, Func<T, Key> right)
        where T : Fact => Join.On(row => left((T1)row[0]!, (T2)row[1]!, (T3)row[2]!, (T4)row[3]!), right);
}
