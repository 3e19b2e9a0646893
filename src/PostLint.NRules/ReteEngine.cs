using NRules;
using PostLint.Engine;
using PostLint.Facts;
using RuleSet = PostLint.Engine.RuleSet;

namespace PostLint.NRules;

/// <summary>
/// The second engine: the same rules on NRules' Rete network. Findings, evidence, faults and budgets are those of the matcher. Safe to
/// share between threads.
/// </summary>
public sealed class ReteEngine : IEngine
{
    private readonly RuleSet _rules;
    private readonly int _triesPerRule;
    private readonly ISessionFactory _network;
    private readonly List<Step> _steps = [];

    /// <summary>Translates and compiles a rule set.</summary>
    public ReteEngine(RuleSet rules)
        : this(rules, Matcher.DefaultTries) { }

    internal ReteEngine(RuleSet rules, int triesPerRule)
    {
        (_rules, _triesPerRule) = (rules, triesPerRule);
        _network = Network.Compile(rules, out object[] kinds);
        AddSteps(kinds);
    }

    /// <inheritdoc/>
    public RunResult Run(IEnumerable<Fact> facts, CancellationToken cancellation = default) => Run(facts, out _, cancellation);

    internal RunResult Run(IEnumerable<Fact> facts, out long tries, CancellationToken cancellation = default)
    {
        var run = new NetworkRun(_rules, _triesPerRule, facts, cancellation);
        ISession session = _network.CreateSession();
        session.Insert(new Row(run));
        foreach (Step step in _steps)
        {
            session.InsertAll(step.Kinds);
            session.Fire(cancellation);
            cancellation.ThrowIfCancellationRequested();
            for (int rule = step.First; rule < step.End; rule++)
                run.Settle(_rules.Ordered[rule], rule);
        }
        return run.Result(out tries);
    }

    /// <summary>
    /// Kinds of facts go in when all rules are settled that conclude such facts, so that the network sees each kind once and whole.
    /// </summary>
    private void AddSteps(object[] kinds)
    {
        var waiting = _rules.Buckets.Where(bucket => _rules.Concluded.Contains(bucket.Key)).Select(bucket => bucket.Value).ToHashSet();
        object[] complete = [.. kinds.Where((_, bucket) => !waiting.Contains(bucket))];
        int first = 0;
        for (int rule = 0; rule < _rules.Ordered.Length; rule++)
        {
            int[] read = [.. _rules.Ordered[rule].Clauses.Select(clause => clause.Bucket).Distinct().Where(waiting.Remove)];
            if (read.Length == 0)
                continue;
            _steps.Add(new(complete, first, rule));
            (complete, first) = ([.. read.Select(bucket => kinds[bucket])], rule);
        }
        _steps.Add(new(complete, first, _rules.Ordered.Length));
    }

    /// <summary>Kinds that are complete, and the rules that are settled when they are in.</summary>
    private readonly record struct Step(object[] Kinds, int First, int End);
}
