using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Engine;

/// <summary>One run of the rules over one submission's facts. Used by one thread at a time, and again after <see cref="Clear"/>.</summary>
internal sealed class Session
{
    /// <summary>A match costs far more memory than a test.</summary>
    public const int MatchTries = 20;

    /// <summary>The most facts and groups that a pattern binds.</summary>
    public const int MaxPositions = 4;

    private readonly RuleSet _rules;
    private readonly FactBase _facts;
    private readonly Budget _budget;
    private readonly Guard _guard;
    private readonly KeyIndex?[] _indexes;
    private readonly List<Match> _reported = [];
    private readonly Action<object> _keep;

    private readonly object?[] _row = new object?[MaxPositions + 1]; // the last for a candidate that takes no position
    private readonly object?[] _bound; // what each clause found: a fact, a group, or null; cleared before each rule
    private readonly List<Fact> _gathered = [];
    private readonly List<StoppedRule> _stops = [];
    private CompiledRule _rule;

    public Session(RuleSet rules, int triesPerRule)
    {
        _rules = rules;
        _rule = rules.Ordered[0];
        _facts = new(rules);
        _budget = new(triesPerRule);
        _guard = new(_budget) { Rule = _rule.Descriptor };
        _keep = Keep;
        _indexes = new KeyIndex?[rules.IndexCount];
        _bound = new object?[rules.Ordered.Max(rule => rule.Clauses.Length)];
    }

    /// <summary>All facts of a bucket; complete when all rules ran that conclude such facts.</summary>
    public List<Fact> Facts(int bucket) => _facts.Facts(bucket);

    /// <summary>Takes the facts of a run.</summary>
    public void Begin(IEnumerable<Fact> facts, CancellationToken cancellation)
    {
        _budget.BeginRun(cancellation);
        foreach (Fact fact in facts)
        {
            cancellation.ThrowIfCancellationRequested();
            _facts.Add(fact);
        }
    }

    /// <summary>What the rules found that ran.</summary>
    /// <param name="tries">How much they tried.</param>
    public RunResult Result(out long tries)
    {
        tries = _budget.Total;
        return new(Merging.Merge(_reported), _guard.Faults) { Stops = [.. _stops], Concluded = _facts.Concluded };
    }

    public RunResult Run(IEnumerable<Fact> facts, out long tries, CancellationToken cancellation)
    {
        Begin(facts, cancellation);
        foreach (CompiledRule rule in _rules.Ordered)
            Run(rule);
        return Result(out tries);
    }

    public void Clear()
    {
        _facts.Clear();
        foreach (KeyIndex? index in _indexes)
            index?.Clear();
        Array.Clear(_row);
        Array.Clear(_bound);
        _reported.Recycle();
        _guard.Clear();
        _stops.Clear();
        _gathered.Recycle();
    }

    /// <summary>Runs a rule, depth first.</summary>
    public void Run(CompiledRule rule)
    {
        Begin(rule);
        try
        {
            Step(0);
        }
        catch (SpentException spent)
        {
            _stops.Add(new(rule.Descriptor, spent.Tries, LastPlace()));
        }
    }

    /// <summary>
    /// Takes what another search found of a rule, in the order in which this one would have; for a rule that neither threw nor spent all it
    /// may.
    /// </summary>
    /// <param name="rule">The rule.</param>
    /// <param name="tries">How much this search would have tried.</param>
    /// <param name="matches">What each clause found, and what follows.</param>
    public void Take(CompiledRule rule, int tries, IEnumerable<(object?[] Bound, object Outcome)> matches)
    {
        Begin(rule);
        _budget.Spend(tries);
        foreach ((object?[] bound, object outcome) in matches)
        {
            bound.CopyTo(_bound, 0);
            _guard.Keep(_keep, outcome);
        }
    }

    /// <summary>
    /// How many facts of a clause's index this session has not looked up; whoever looks them up first spends a try on each.
    /// </summary>
    public int NotIndexed(CompiledClause clause) => _facts.Facts(clause.Bucket).Count - (_indexes[clause.Index]?.Count ?? 0);

    /// <summary>Looks up the facts of a clause's index whose tries were spent elsewhere.</summary>
    public void Index(CompiledClause clause)
    {
        KeyIndex index = _indexes[clause.Index] ??= new();
        List<Fact> facts = _facts.Facts(clause.Bucket);
        while (index.Count < facts.Count)
            index.Add(clause.Clause.Join!.Right(facts[index.Count]));
    }

    private void Begin(CompiledRule rule)
    {
        _budget.BeginRule();
        _rule = rule;
        _guard.Rule = rule.Descriptor;
        Array.Clear(_bound);
        Array.Clear(_row);
    }

    /// <summary>Where the last fact stands that the rule looked at.</summary>
    private Place? LastPlace() =>
        _row.OfType<Fact>().Select(fact => fact.Place).Where(place => place.File.Length > 0).Select(place => (Place?)place).LastOrDefault();

    private void Step(int i)
    {
        if (i == _rule.Clauses.Length)
        {
            Fire();
            return;
        }
        switch (_rule.Clauses[i].Clause.Kind)
        {
            case ClauseKind.And:
                Find(i, onlyFirst: false);
                break;
            case ClauseKind.Each:
                Each(i);
                break;
            case ClauseKind.Unless:
                Unless(i);
                break;
            case ClauseKind.With:
                Find(i, onlyFirst: true);
                break;
            case ClauseKind.Gather:
                Gather(i);
                break;
            case ClauseKind.Where:
                Where(i);
                break;
        }
    }

    private void Find(int i, bool onlyFirst)
    {
        if (!TryCandidates(i, out Candidates candidates))
            return;
        while (candidates.MoveNext())
        {
            if (Meets(i, candidates.Current) is not Verdict.Yes)
                continue;
            _bound[i] = candidates.Current;
            Step(i + 1);
            if (onlyFirst)
                return;
        }
    }

    private void Unless(int i)
    {
        if (!TryCandidates(i, out Candidates candidates))
            return;
        while (candidates.MoveNext())
            if (Meets(i, candidates.Current) is not Verdict.No)
                return;
        Step(i + 1);
    }

    private void Gather(int i)
    {
        if (!TryCandidates(i, out Candidates candidates))
            return;
        _gathered.Clear();
        while (candidates.MoveNext())
            if (!TryGather(i, candidates.Current))
                return;
        StepWithGroup(i);
    }

    private void Each(int i)
    {
        CompiledClause clause = _rule.Clauses[i];
        List<Fact> facts = _facts.Facts(clause.Bucket);
        KeyIndex index = Index(clause, facts);
        if (index.IsIncomplete)
            return;
        foreach (int first in index.Firsts)
        {
            _gathered.Clear();
            int next = first;
            while (next >= 0 && TryGather(i, facts[next]))
                next = index.Next(next);
            if (next < 0 && _gathered.Count > 0)
                StepWithGroup(i);
        }
    }

    private void Where(int i)
    {
        _budget.Spend();
        if (_guard.Test(_rule.Clauses[i].Clause, _row) is Verdict.Yes)
            Step(i + 1);
    }

    /// <summary>Whether it can be told if the fact belongs to the group; takes it if it does.</summary>
    private bool TryGather(int i, Fact fact)
    {
        Verdict verdict = Meets(i, fact);
        if (verdict is Verdict.Yes)
            _gathered.Add(fact);
        return verdict is not Verdict.Unknown;
    }

    private void StepWithGroup(int i)
    {
        Clause clause = _rule.Clauses[i].Clause;
        _bound[i] = _row[clause.Slot] = clause.ToGroup!(_gathered);
        Step(i + 1);
    }

    /// <summary>Whether the row with this candidate satisfies the clause; a fact never meets itself.</summary>
    private Verdict Meets(int i, Fact fact)
    {
        _budget.Spend();
        Clause clause = _rule.Clauses[i].Clause;
        for (int position = 0; position < clause.Slot; position++)
            if (ReferenceEquals(_row[position], fact))
                return Verdict.No;
        _row[clause.Slot] = fact;
        return _guard.Test(clause, _row);
    }

    /// <summary>Finds the facts that may stand in a clause; false where a key threw and leaves open whether the row matches.</summary>
    private bool TryCandidates(int i, out Candidates candidates)
    {
        CompiledClause clause = _rule.Clauses[i];
        List<Fact> facts = _facts.Facts(clause.Bucket);
        candidates = new(facts, null, Key.None, 0);
        if (clause.Clause.Join is not { } join)
            return true;
        KeyIndex index = Index(clause, facts);
        if (index.IsIncomplete && clause.Clause.NeedsAll)
            return false;
        if (_guard.Key(join.Left, _row) is not { } key)
            return false;
        _budget.Spend(1 + (2 * join.Radius));
        candidates = new(facts, index, key, join.Radius);
        return true;
    }

    private KeyIndex Index(CompiledClause clause, List<Fact> facts)
    {
        KeyIndex index = _indexes[clause.Index] ??= new();
        while (index.Count < facts.Count)
        {
            _budget.Spend();
            index.Add(_guard.Key(clause.Clause.Join!.Right, facts[index.Count]));
        }
        return index;
    }

    private void Fire()
    {
        _budget.Spend();
        if (_guard.Outcome(_rule, _row) is not { } outcome)
            return;
        _budget.Spend(MatchTries + CountPremises());
        _guard.Keep(_keep, outcome);
    }

    private void Keep(object outcome)
    {
        var derivation = new Derivation(_rule.Descriptor, Premises());
        if (outcome is Report report)
            _reported.Add(new(_rule, report, derivation));
        else
            _facts.Conclude((Fact)outcome, derivation);
    }

    private int CountPremises() => CountPremises(_bound);

    /// <summary>How many facts those of a match are, the facts of groups counted.</summary>
    public static int CountPremises(ReadOnlySpan<object?> found)
    {
        int count = 0;
        foreach (object? bound in found)
            count +=
                bound is IReadOnlyList<Fact> group ? group.Count
                : bound is null ? 0
                : 1;
        return count;
    }

    private Evidence[] Premises()
    {
        var premises = new Evidence[CountPremises()];
        int n = 0;
        foreach (object? bound in _bound)
        {
            if (bound is Fact fact)
                premises[n++] = _facts.Evidence(fact);
            else if (bound is IReadOnlyList<Fact> group)
                foreach (Fact member in group)
                    premises[n++] = _facts.Evidence(member);
        }
        return premises;
    }
}
