using PostLint.Facts;

namespace PostLint.Engine;

/// <summary>The engine: each rule once, after those that conclude what it needs; joins by hash. Safe to share between threads.</summary>
public sealed class Matcher : IEngine
{
    /// <summary>How much a rule may try in a run.</summary>
    internal const int DefaultTries = 4_000_000;

    private readonly Idle<Session> _sessions;

    /// <summary>An engine for a rule set.</summary>
    public Matcher(RuleSet rules)
        : this(rules, DefaultTries) { }

    internal Matcher(RuleSet rules, int triesPerRule) => _sessions = new(() => new(rules, triesPerRule));

    /// <inheritdoc/>
    public RunResult Run(IEnumerable<Fact> facts, CancellationToken cancellation = default) => Run(facts, out _, cancellation);

    internal RunResult Run(IEnumerable<Fact> facts, out long tries, CancellationToken cancellation = default)
    {
        Session session = _sessions.Take();
        try
        {
            return session.Run(facts, out tries, cancellation);
        }
        finally
        {
            session.Clear();
            _sessions.Keep(session);
        }
    }
}
