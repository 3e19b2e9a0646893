namespace PostLint.NRules;

/// <summary>
/// A partial match: what the clauses of a rule found so far. The network keeps one for each, and passes it from stage to stage.
/// </summary>
internal sealed class Row
{
    private readonly object? _found;
    private readonly int _number; // among those of the same row before

    /// <summary>The row that all rules begin with.</summary>
    public Row(NetworkRun run) => Run = run;

    /// <summary>A row with what one more clause found.</summary>
    /// <param name="before">The row so far.</param>
    /// <param name="stage">The stage that the clause is.</param>
    /// <param name="found">A fact, a group, or null where the clause binds nothing.</param>
    /// <param name="number">Its number among the rows that the stage makes of the one before.</param>
    public Row(Row before, Stage stage, object? found, int number) =>
        (Run, Before, Stage, _found, _number) = (before.Run, before, stage, found, number);

    /// <summary>The run that it belongs to.</summary>
    public NetworkRun Run { get; }

    /// <summary>The row so far; null for the first.</summary>
    public Row? Before { get; }

    /// <summary>The stage that made it; null for the first.</summary>
    public Stage? Stage { get; }

    /// <summary>Writes the facts and groups by position.</summary>
    public void Write(object?[] positions)
    {
        for (Row row = this; row.Stage is { } stage; row = row.Before!)
        {
            if (stage.TakesPosition)
                positions[stage.Clause.Slot] = row._found;
        }
    }

    /// <summary>What each clause of the rule found.</summary>
    public object?[] Found()
    {
        object?[] found = new object?[Stage!.Rule.Clauses.Length];
        for (Row row = this; row.Stage is { } stage; row = row.Before!)
            found[stage.Number] = row._found;
        return found;
    }

    /// <summary>Orders rows of one stage as a search finds them that goes into the depth first.</summary>
    public static int Compare(Row left, Row right)
    {
        if (ReferenceEquals(left, right))
            return 0;
        int order = ReferenceEquals(left.Before, right.Before) ? 0 : Compare(left.Before!, right.Before!);
        return order != 0 ? order : left._number.CompareTo(right._number);
    }
}
