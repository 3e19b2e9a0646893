using PostLint.Facts;

namespace PostLint.Engine;

/// <summary>The engine: each rule once, after those that conclude what it needs; joins by hash. Safe to share between threads.</summary>
public sealed class Matcher : IEngine
{
    /// <summary>How much a rule may try in a run.</summary>
    internal const int DefaultTries = 4_000_000;

    private readonly RuleSet _rules;
    private readonly int _triesPerRule;

    // Sessions are used again, since their lists and tables are most of what a run allocates; as many are kept as can be at work at once.
    private readonly Session?[] _idle = new Session?[Environment.ProcessorCount];

    /// <summary>An engine for a rule set.</summary>
    public Matcher(RuleSet rules)
        : this(rules, DefaultTries) { }

    internal Matcher(RuleSet rules, int triesPerRule) => (_rules, _triesPerRule) = (rules, triesPerRule);

    /// <inheritdoc/>
    public RunResult Run(IEnumerable<Fact> facts, CancellationToken cancellation = default) => Run(facts, out _, cancellation);

    internal RunResult Run(IEnumerable<Fact> facts, out long tries, CancellationToken cancellation = default)
    {
        Session session = Take();
        try
        {
            return session.Run(facts, out tries, cancellation);
        }
        finally
        {
            session.Clear();
            Keep(session);
        }
    }

    private Session Take()
    {
        for (int i = 0; i < _idle.Length; i++)
            if (Interlocked.Exchange(ref _idle[i], null) is { } session)
                return session;
        return new(_rules, _triesPerRule);
    }

    private void Keep(Session session)
    {
        for (int i = 0; i < _idle.Length; i++)
            if (Interlocked.CompareExchange(ref _idle[i], session, null) is null)
                return;
    }
}
