using System.Diagnostics.CodeAnalysis;
using NRules.RuleModel;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using Match = PostLint.Engine.Match;

namespace PostLint.NRules;

/// <summary>What one session concludes and reports, with the evidence. It orders facts as the matcher meets them: by place; at one place given facts as given, then concluded ones by how they are known.</summary>
internal sealed class Conclusions(Engine.RuleSet rules, Fact[] given) : IComparer<Fact>
{
    private const int Positions = 5; // four, and one for a candidate that takes none

    [ThreadStatic]
    private static Conclusions? s_current;

    private readonly Dictionary<Fact, int> _given = Numbered(given);
    private readonly Dictionary<string, int> _numbers = rules
        .Ordered.Index()
        .ToDictionary(rule => rule.Item.Descriptor.Id, rule => rule.Index, StringComparer.Ordinal);
    private readonly Dictionary<Fact, List<Derivation>> _concluded = [];
    private readonly List<Fact> _facts = [.. given];
    private readonly List<(Match Match, Derivation Derivation)> _reported = [];
    private readonly Dictionary<string, Fault> _faults = new(StringComparer.Ordinal);

    /// <summary>Those of the session that runs on this thread.</summary>
    public static Conclusions? Current
    {
        get => s_current;
        set => s_current = value;
    }

    /// <summary>A row as patterns take it.</summary>
    public static object?[] Row(object[] bound) => [.. bound, .. new object?[Positions - bound.Length]];

    /// <summary>What NRules calls where all of a pattern has met.</summary>
    public static void Fire(IContext context, CompiledRule rule, object[] bound) => Current!.Fire(rule, bound, context);

    /// <inheritdoc/>
    public int Compare(Fact? x, Fact? y)
    {
        if (ReferenceEquals(x, y))
            return 0;
        int order = x!.Place.CompareTo(y!.Place);
        if (order != 0)
            return order;
        int first = _given.GetValueOrDefault(x, int.MaxValue),
            second = _given.GetValueOrDefault(y, int.MaxValue);
        return first != second ? first.CompareTo(second) : Compare(First(x), First(y));
    }

    /// <summary>Takes note of what a condition threw.</summary>
    public void Fail(IEnumerable<string> ids, Exception exception)
    {
        foreach (string id in ids)
            _faults[id] = _faults.TryGetValue(id, out Fault? fault)
                ? fault with
                {
                    Count = fault.Count + 1,
                }
                : new(rules.Rules.First(rule => rule.Id == id), exception, 1);
    }

    /// <summary>What the session found.</summary>
    public RunResult Result()
    {
        Comparer<Derivation> order = Comparer<Derivation>.Create(Compare);
        foreach (List<Derivation> derivations in _concluded.Values)
            derivations.Sort(order);
        List<Match> matches = [.. _reported.OrderBy(reported => reported.Derivation, order).Select(reported => reported.Match)];
        return new(Merging.Merge(matches), [.. _faults.Values.OrderBy(fault => _numbers[fault.Rule.Id])]);
    }

    private static Dictionary<Fact, int> Numbered(Fact[] facts)
    {
        var numbers = new Dictionary<Fact, int>((IEqualityComparer<Fact>)ReferenceEqualityComparer.Instance);
        foreach ((int index, Fact fact) in facts.Index())
            numbers[fact] = index;
        return numbers;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever a rule throws is the rule's fault, and is reported as such.")]
    private void Fire(CompiledRule rule, object[] bound, IContext context)
    {
        object?[] row = Row(bound);
        object? outcome;
        try
        {
            outcome = rule.Outcome(row);
        }
        catch (Exception exception)
        {
            Fail([rule.Descriptor.Id], exception);
            return;
        }
        if (outcome is null)
            return;
        var derivation = new Derivation(rule.Descriptor, [.. Premises(rule, bound, row).Select(Known)]);
        if (outcome is Report report)
            _reported.Add((new(rule, report, derivation), derivation));
        else
            Conclude((Fact)outcome, derivation, context);
    }

    private Evidence Known(Fact fact) =>
        new(fact, _concluded.TryGetValue(fact, out List<Derivation>? derivations) ? derivations : Array.Empty<Derivation>());

    private void Conclude(Fact fact, Derivation derivation, IContext context)
    {
        if (_concluded.TryGetValue(fact, out List<Derivation>? known))
        {
            known.Add(derivation);
            return;
        }
        _concluded.Add(fact, [derivation]);
        _facts.Add(fact);
        context.Insert(fact);
    }

    /// <summary>The facts of a match in the order of the clauses.</summary>
    private List<Fact> Premises(CompiledRule rule, object[] bound, object?[] row)
    {
        var premises = new List<Fact>();
        int position = 0;
        foreach (Clause clause in rule.Clauses.Select(compiled => compiled.Clause))
        {
            if (clause.Kind is ClauseKind.And)
                premises.Add((Fact)bound[position++]);
            else if (clause.Kind is ClauseKind.Gather or ClauseKind.Each)
                premises.AddRange((IReadOnlyList<Fact>)bound[position++]);
            else if (clause.Kind is ClauseKind.With)
                premises.Add(Witness(clause, row));
        }
        return premises;
    }

    /// <summary>NRules knows only that there is one; which one is the first is looked up.</summary>
    private Fact Witness(Clause clause, object?[] row) =>
        _facts.Where(fact => fact.GetType() == clause.FactType).Order(this).First(fact => Meets(clause, row, fact));

    [SuppressMessage("Design", "CA1031", Justification = "What a test throws was reported when the network asked it.")]
    private static bool Meets(Clause clause, object?[] row, Fact fact)
    {
        try
        {
            return ReteEngine.Meets(clause, row[..clause.Slot]!, fact);
        }
        catch (Exception)
        {
            return false;
        }
    }

    private Derivation First(Fact fact) => _concluded[fact].Min(Comparer<Derivation>.Create(Compare))!;

    private int Compare(Derivation? x, Derivation? y)
    {
        int order = _numbers[x!.Rule.Id].CompareTo(_numbers[y!.Rule.Id]);
        for (int i = 0; order == 0 && i < x.Premises.Count && i < y.Premises.Count; i++)
            order = Compare(x.Premises[i].Fact, y.Premises[i].Fact);
        return order != 0 ? order : x.Premises.Count.CompareTo(y.Premises.Count);
    }
}
