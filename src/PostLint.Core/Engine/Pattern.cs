namespace PostLint.Engine;

/// <summary>A finished pattern: what must meet, and what follows.</summary>
public sealed class Pattern
{
    internal Pattern(OpenPattern open, Func<object?[], object?> outcome, Type? concludes = null) =>
        (Clauses, Outcome, Concludes) = (open.Clauses, outcome, concludes);

    internal IReadOnlyList<Clause> Clauses { get; }

    internal Func<object?[], object?> Outcome { get; }

    /// <summary>Whether it reports findings; otherwise it concludes facts for other rules.</summary>
    public bool Reports => Concludes is null;

    /// <summary>The kind of fact it concludes; null where it reports.</summary>
    internal Type? Concludes { get; }
}

/// <summary>A pattern that still awaits its <c>Conclude</c> or <c>Report</c>. Each clause makes a new one; none is changed.</summary>
public abstract class OpenPattern
{
    private protected OpenPattern(OpenPattern? before, Clause clause) => Clauses = [.. before?.Clauses ?? [], clause];

    internal IReadOnlyList<Clause> Clauses { get; }
}
