using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Engine;

internal enum ClauseKind
{
    And,
    Each,
    Unless,
    With,
    Gather,
    Where,
}

/// <summary>
/// One line of a pattern. A row holds the facts and groups bound so far; while a clause tests, its candidate stands at
/// <paramref name="Slot"/>.
/// </summary>
/// <param name="Kind">What the clause asks.</param>
/// <param name="FactType">The kind of fact it asks for; null for <c>Where</c>.</param>
/// <param name="Slot">The number of positions bound before it.</param>
/// <param name="Test">What the row must satisfy; null for nothing.</param>
/// <param name="Join">What candidates are found by; null to try them all.</param>
/// <param name="ToGroup">Makes the group that takes the position, where one does.</param>
internal sealed record Clause(
    ClauseKind Kind,
    Type? FactType,
    int Slot,
    Func<object?[], bool>? Test,
    Join? Join = null,
    Func<List<Fact>, object>? ToGroup = null
)
{
    /// <summary>The condition as its rule writes it; null where there is none, or nobody knows.</summary>
    public string? Text { get; init; }

    /// <summary>Whether a fact that cannot be judged leaves the answer open: these clauses speak of all facts.</summary>
    public bool NeedsAll => Kind is ClauseKind.Unless or ClauseKind.Gather or ClauseKind.Each;

    public static Clause Of<T>(ClauseKind kind, int slot, Func<object?[], bool>? test, Join? join = null)
        where T : Fact => new(kind, typeof(T), slot, test, join, kind is ClauseKind.Gather or ClauseKind.Each ? Group<T>.Of : null);

    /// <summary>Gathers clues and lets a table weigh them.</summary>
    public static Clause Weigh<T>(int slot, Func<WeightTable> table, Func<object?[], bool>? test, Join? join)
        where T : Fact, IClue => new(ClauseKind.Gather, typeof(T), slot, test, join, facts => new WeightOfEvidence(table(), facts));

    public static Clause Where(int slot, Func<object?[], bool> test) => new(ClauseKind.Where, null, slot, test);

    /// <summary>The clause in words: what it asks, for what, where.</summary>
    public override string ToString()
    {
        string asked = FactType is null ? $"{Kind}" : $"{Kind}<{FactType.Name}>";
        string join = Join is null ? "" : $" {Join.Words}";
        string text = Text is null ? "" : $" ({string.Join(' ', Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))})";
        return asked + join + text;
    }
}

/// <summary>The keys of the row and of the candidate, which must be equal or, for lines, at most <paramref name="Radius"/> apart.</summary>
internal sealed record Join(Func<object?[], Key> Left, Func<Fact, Key> Right, int Radius = 0)
{
    /// <summary>What candidates share with the row.</summary>
    public string Words { get; init; } = "with the same key";

    public static Join On(Within within) => new(row => within.Of(Subject(row)), within.Of, within.Radius) { Words = within.ToString() };

    public static Join On<T>(Func<object?[], Key> left, Func<T, Key> right)
        where T : Fact => new(left, fact => right((T)fact));

    public static Join By<T>(Func<T, Key> key)
        where T : Fact => On(_ => Key.None, key);

    private static Fact Subject(object?[] row) => row[0] as Fact ?? ((IReadOnlyList<Fact>)row[0]!)[0];
}
