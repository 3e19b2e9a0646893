using System.Diagnostics.CodeAnalysis;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.NRules;

/// <summary>
/// One run of the rules on the network. What its rows come to is settled rule by rule, in the order and with the budget of the matcher,
/// whose session keeps facts, evidence and findings; a rule that threw or grew beyond bounds is run by that session itself. Used by one
/// thread at a time, and again after <see cref="Clear"/>.
/// </summary>
internal sealed class NetworkRun
{
    private readonly Session _session;
    private readonly Tally[] _tallies;
    private readonly KeyIndex?[] _indexes;
    private readonly bool[] _isIndexed;
    private readonly HashSet<int> _paid = [];

    public NetworkRun(RuleSet rules, int triesPerRule)
    {
        _session = new(rules, triesPerRule);
        _tallies = [.. rules.Ordered.Select(_ => new Tally(triesPerRule))];
        _indexes = new KeyIndex?[rules.IndexCount];
        _isIndexed = new bool[rules.IndexCount];
        Empty = new(this);
    }

    /// <summary>Ends the run from outside.</summary>
    public CancellationToken Cancellation { get; private set; }

    /// <summary>The row that all rules begin with.</summary>
    public Row Empty { get; }

    /// <summary>The row that a stage works on, by position; each overwrites what it reads.</summary>
    public object?[] Positions { get; } = new object?[Session.MaxPositions + 1];

    /// <summary>Takes the facts of a run.</summary>
    public void Begin(IEnumerable<Fact> facts, CancellationToken cancellation)
    {
        Cancellation = cancellation;
        _session.Begin(facts, cancellation);
    }

    /// <summary>All facts of a bucket.</summary>
    public List<Fact> Facts(int bucket) => _session.Facts(bucket);

    /// <summary>What a rule did so far, by its number in the order in which rules run.</summary>
    public Tally TallyOf(int rule) => _tallies[rule];

    /// <summary>Whether some facts began a rule.</summary>
    public bool HasBegun(int rule) => _tallies[rule].Begun.Count > 0;

    /// <summary>The facts that may stand in a clause: all, or those that share the row's key.</summary>
    public Candidates Candidates(CompiledClause clause, object?[] positions, Tally tally)
    {
        List<Fact> facts = Facts(clause.Bucket);
        if (clause.Clause.Join is not { } join)
            return new(facts, null, Key.None, 0);
        KeyIndex index = IndexOf(clause);
        Key key = join.Left(positions);
        tally.Spend(1 + (2 * join.Radius));
        return new(facts, index, key, join.Radius);
    }

    /// <summary>The facts of a clause by their keys, looked up once in a run; whose tries that are is settled later.</summary>
    public KeyIndex IndexOf(CompiledClause clause)
    {
        KeyIndex index = _indexes[clause.Index] ??= new();
        if (_isIndexed[clause.Index])
            return index;
        index.Clear(); // of what was looked up before a key threw
        foreach (Fact fact in Facts(clause.Bucket))
            index.Add(clause.Clause.Join!.Right(fact));
        _isIndexed[clause.Index] = true;
        return index;
    }

    /// <summary>What the network calls where all of a rule has met.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "What a rule throws, the matcher tells as the rule's fault.")]
    public void Fire(Row row)
    {
        Tally tally = TallyOf(row.Stage!.Order);
        if (tally.IsLeft)
            return;
        Array.Clear(Positions);
        row.Write(Positions);
        try
        {
            object? outcome = row.Stage.Rule.Outcome(Positions);
            tally.Spend(outcome is null ? 1 : 1 + Session.MatchTries + Session.CountPremises(row.Found()));
            if (outcome is not null)
                tally.Fired.Add((row, outcome));
        }
        catch (Exception)
        {
            tally.Leave();
        }
    }

    /// <summary>Takes what the network found of a rule; those before it are settled.</summary>
    public void Settle(CompiledRule rule, int order)
    {
        Tally tally = TallyOf(order);
        if (!tally.IsLeft)
            SpendOnIndexes(rule, tally);
        if (tally.IsLeft)
        {
            foreach (CompiledClause clause in rule.Clauses.Where(clause => clause.Index >= 0 && _paid.Contains(clause.Index)))
                _session.Index(clause);
            _session.Run(rule);
            return;
        }
        tally.Fired.Sort(static (left, right) => Row.Compare(left.Row, right.Row));
        _session.Take(rule, tally.Tries, tally.Fired.Select(static match => (match.Row.Found(), match.Outcome)));
    }

    /// <summary>What the run found.</summary>
    public RunResult Result(out long tries) => _session.Result(out tries);

    /// <summary>Forgets the run.</summary>
    public void Clear()
    {
        _session.Clear();
        foreach (Tally tally in _tallies)
            tally.Clear();
        foreach (KeyIndex? index in _indexes)
            index?.Clear();
        Array.Clear(_isIndexed);
        Array.Clear(Positions);
        _paid.Clear();
        Cancellation = CancellationToken.None;
    }

    /// <summary>Whoever needs an index first looks all facts up.</summary>
    private void SpendOnIndexes(CompiledRule rule, Tally tally)
    {
        Span<int> paid = stackalloc int[rule.Clauses.Length];
        int count = 0;
        try
        {
            for (int i = 0; i < rule.Clauses.Length; i++)
            {
                CompiledClause clause = rule.Clauses[i];
                if (
                    clause.Index < 0
                    || (tally.Reached & (1 << i)) == 0
                    || _paid.Contains(clause.Index)
                    || paid[..count].Contains(clause.Index)
                )
                    continue;
                tally.Spend(_session.NotIndexed(clause));
                paid[count++] = clause.Index;
            }
            foreach (int index in paid[..count])
                _paid.Add(index);
        }
        catch (SpentException)
        {
            tally.Leave();
        }
    }
}
