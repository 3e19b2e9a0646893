using System.Diagnostics.CodeAnalysis;
using PostLint.Engine;
using PostLint.Facts;

namespace PostLint.NRules;

/// <summary>A clause of a rule and the conditions that follow it: a node of the network, which extends rows by what meets them.</summary>
/// <param name="rule">The rule.</param>
/// <param name="order">The rule's number in the order in which rules run.</param>
/// <param name="number">The clause's number in the rule.</param>
internal sealed class Stage(CompiledRule rule, int order, int number)
{
    private readonly CompiledClause _compiled = rule.Clauses[number];

    private readonly Clause[] _conditions =
    [
        .. rule.Clauses.Skip(number + 1).TakeWhile(next => next.Clause.Kind is ClauseKind.Where).Select(next => next.Clause),
    ];

    /// <summary>The rule.</summary>
    public CompiledRule Rule => rule;

    /// <summary>The rule's number in the order in which rules run.</summary>
    public int Order => order;

    /// <summary>The clause's number in the rule.</summary>
    public int Number => number;

    /// <summary>The clause.</summary>
    public Clause Clause => _compiled.Clause;

    /// <summary>Whether the clause binds a fact or group that later ones can name.</summary>
    public bool TakesPosition => Clause.Kind is ClauseKind.And or ClauseKind.Each or ClauseKind.Gather;

    /// <summary>Whether some facts of the kind begin the rule; keeps the rows that they are.</summary>
    public bool Begin(Kind kind)
    {
        IReadOnlyList<Row> rows = Extend(kind.Run.Empty);
        kind.Run.TallyOf(order).Begun = rows;
        return rows.Count > 0;
    }

    /// <summary>The rows that those of the stage before become.</summary>
    /// <param name="before">One of its rows, or the kind whose facts began the rule.</param>
    public IReadOnlyList<Row> Extend(object before)
    {
        if (before is Row row)
            return Extend(row);
        IReadOnlyList<Row> begun = ((Kind)before).Run.TallyOf(order).Begun;
        if (begun.Count == 1)
            return Extend(begun[0]);
        var rows = new List<Row>();
        foreach (Row first in begun)
            rows.AddRange(Extend(first));
        return rows;
    }

    /// <summary>Does what the rule does where all of it has met.</summary>
    /// <param name="last">A row of this stage, or the kind whose facts are all that the rule asks for.</param>
    public void Fire(object last)
    {
        if (last is Row row)
        {
            row.Run.Fire(row);
            return;
        }
        NetworkRun run = ((Kind)last).Run;
        foreach (Row begun in run.TallyOf(order).Begun)
            run.Fire(begun);
    }

    /// <summary>
    /// The rows that a row becomes, in the order of places. A rule that throws, or tries or binds more than it may, is left to the matcher,
    /// which goes into the depth first.
    /// </summary>
    [SuppressMessage("Design", "CA1031", Justification = "What a rule throws, the matcher tells as the rule's fault.")]
    private IReadOnlyList<Row> Extend(Row before)
    {
        NetworkRun run = before.Run;
        run.Cancellation.ThrowIfCancellationRequested();
        Tally tally = run.TallyOf(order);
        if (tally.IsLeft)
            return [];
        tally.Reached |= 1 << number;
        object?[] positions = run.Positions;
        before.Write(positions);
        var rows = new Extension(this, before, tally, positions);
        try
        {
            Find(run, rows, tally, positions);
        }
        catch (Exception)
        {
            tally.Leave();
        }
        return tally.IsLeft ? [] : rows.All;
    }

    private void Find(NetworkRun run, Extension rows, Tally tally, object?[] positions)
    {
        if (Clause.Kind is ClauseKind.Each)
        {
            FindGroups(run, rows, tally, positions);
            return;
        }
        Candidates candidates = run.Candidates(_compiled, positions, tally);
        List<Fact>? gathered = Clause.Kind is ClauseKind.Gather ? [] : null;
        while (candidates.MoveNext())
        {
            if (!Meets(candidates.Current, positions, tally))
                continue;
            switch (Clause.Kind)
            {
                case ClauseKind.And:
                    rows.Add(candidates.Current);
                    break;
                case ClauseKind.Gather:
                    gathered!.Add(candidates.Current);
                    break;
                case ClauseKind.With:
                    rows.Add(candidates.Current);
                    return;
                case ClauseKind.Unless:
                    return;
            }
        }
        if (gathered is not null)
            rows.AddGroup(gathered);
        else if (Clause.Kind is ClauseKind.Unless)
            rows.Add(null);
    }

    private void FindGroups(NetworkRun run, Extension rows, Tally tally, object?[] positions)
    {
        List<Fact> facts = run.Facts(_compiled.Bucket);
        KeyIndex index = run.IndexOf(_compiled);
        var gathered = new List<Fact>();
        foreach (int first in index.Firsts)
        {
            gathered.Clear();
            for (int next = first; next >= 0; next = index.Next(next))
            {
                if (Meets(facts[next], positions, tally))
                    gathered.Add(facts[next]);
            }
            if (gathered.Count > 0)
                rows.AddGroup(gathered);
        }
    }

    /// <summary>Whether the row with this candidate satisfies the clause; a fact never meets itself.</summary>
    private bool Meets(Fact candidate, object?[] positions, Tally tally)
    {
        tally.Spend();
        for (int position = 0; position < Clause.Slot; position++)
            if (ReferenceEquals(positions[position], candidate))
                return false;
        positions[Clause.Slot] = candidate;
        return Clause.Test is null || Clause.Test(positions);
    }

    /// <summary>The rows that one becomes.</summary>
    private sealed class Extension(Stage stage, Row before, Tally tally, object?[] positions)
    {
        private List<Row>? _rows;

        public IReadOnlyList<Row> All => _rows ?? (IReadOnlyList<Row>)[];

        public void AddGroup(List<Fact> facts) => Add(positions[stage.Clause.Slot] = stage.Clause.ToGroup!(facts));

        public void Add(object? found)
        {
            foreach (Clause condition in stage._conditions)
            {
                tally.Spend();
                if (!condition.Test!(positions))
                    return;
            }
            tally.Bind();
            (_rows ??= []).Add(new(before, stage, found, _rows.Count));
        }
    }
}
