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
    private readonly Idle<NetworkRun> _runs;
    private readonly ISessionFactory _network;
    private readonly List<Step> _steps = [];
    private readonly bool[] _begins; // whether some rule begins with a bucket
    private readonly int[][] _joining; // the rules that ask for a bucket beside another fact

    /// <summary>Translates and compiles a rule set.</summary>
    public ReteEngine(RuleSet rules)
        : this(rules, Matcher.DefaultTries) { }

    internal ReteEngine(RuleSet rules, int triesPerRule)
    {
        _rules = rules;
        _runs = new(() => new(rules, triesPerRule));
        _network = Network.Compile(rules, out Kind[] kinds);
        _begins = [.. kinds.Select((_, bucket) => rules.Ordered.Any(rule => rule.Clauses[0].Bucket == bucket))];
        ILookup<int, int> joining = rules
            .Ordered.SelectMany((rule, order) => rule.Clauses.Skip(1).Select(clause => (clause.Bucket, order)))
            .ToLookup(join => join.Bucket, join => join.order);
        _joining = [.. kinds.Select((_, bucket) => joining[bucket].Distinct().ToArray())];
        AddSteps(kinds);
    }

    /// <inheritdoc/>
    public RunResult Run(IEnumerable<Fact> facts, CancellationToken cancellation = default) => Run(facts, out _, cancellation);

    internal RunResult Run(IEnumerable<Fact> facts, out long tries, CancellationToken cancellation = default)
    {
        NetworkRun run = _runs.Take();
        try
        {
            run.Begin(facts, cancellation);
            ISession session = _network.CreateSession();
            var waiting = new List<Member>();
            foreach (Step step in _steps)
            {
                waiting.AddRange(step.Kinds);
                Insert(session, run, waiting, kind => _begins[kind.Bucket] && run.Facts(kind.Bucket).Count > 0);
                Insert(session, run, waiting, kind => Array.Exists(_joining[kind.Bucket], run.HasBegun));
                session.Fire(cancellation);
                cancellation.ThrowIfCancellationRequested();
                for (int rule = step.First; rule < step.End; rule++)
                    run.Settle(_rules.Ordered[rule], rule);
            }
            return run.Result(out tries);
        }
        finally
        {
            run.Clear();
            _runs.Keep(run);
        }
    }

    /// <summary>
    /// Puts kinds into the network that something can come of: those whose facts begin rules, then those that the begun rules look in.
    /// </summary>
    private static void Insert(ISession session, NetworkRun run, List<Member> waiting, Predicate<Member> isNeeded)
    {
        var needed = new List<Kind>();
        waiting.RemoveAll(member =>
        {
            bool goesIn = isNeeded(member);
            if (goesIn)
                needed.Add(member.Kind.In(run));
            return goesIn;
        });
        if (needed.Count > 0)
            session.InsertAll(needed);
    }

    /// <summary>
    /// Kinds of facts go in when all rules are settled that conclude such facts, so that the network sees each kind once and whole.
    /// </summary>
    private void AddSteps(Kind[] kinds)
    {
        var waiting = _rules.Buckets.Where(bucket => _rules.Concluded.Contains(bucket.Key)).Select(bucket => bucket.Value).ToHashSet();
        Member[] complete = [.. kinds.Select((kind, bucket) => new Member(kind, bucket)).Where(one => !waiting.Contains(one.Bucket))];
        int first = 0;
        for (int rule = 0; rule < _rules.Ordered.Length; rule++)
        {
            int[] read = [.. _rules.Ordered[rule].Clauses.Select(clause => clause.Bucket).Distinct().Where(waiting.Remove)];
            if (read.Length == 0)
                continue;
            _steps.Add(new(complete, first, rule));
            (complete, first) = ([.. read.Select(bucket => new Member(kinds[bucket], bucket))], rule);
        }
        _steps.Add(new(complete, first, _rules.Ordered.Length));
    }

    /// <summary>Kinds that are complete, and the rules that are settled when they are in.</summary>
    private readonly record struct Step(Member[] Kinds, int First, int End);

    /// <summary>A kind and the number of its bucket.</summary>
    private readonly record struct Member(Kind Kind, int Bucket);
}
