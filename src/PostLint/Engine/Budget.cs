namespace PostLint.Engine;

/// <summary>Counts the work of a rule, so that a stranger's input cannot keep a run busy, and looks for cancellation now and then.</summary>
internal sealed class Budget(int triesPerRule)
{
    private const int CheckEvery = 1024;
    private RuleInfo? _rule;
    private CancellationToken _cancellation;
    private int _spent;
    private int _unchecked;

    /// <summary>What the rules of this run spent.</summary>
    public long Total { get; private set; }

    public void BeginRun(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        (_cancellation, Total, _rule, _spent) = (cancellation, 0, null, 0);
    }

    public void BeginRule(RuleInfo rule)
    {
        _cancellation.ThrowIfCancellationRequested();
        (_rule, _spent) = (rule, 0);
    }

    /// <summary>Takes note of work; one try is one test of one fact, or as cheap.</summary>
    /// <exception cref="InvalidOperationException">The rule has spent all it may.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public void Spend(int tries = 1)
    {
        Total += tries;
        _unchecked += tries;
        if (_unchecked >= CheckEvery) Check();
        _spent += tries;
        if (_spent > triesPerRule) throw new InvalidOperationException($"{_rule?.Id} was stopped after {triesPerRule} tries: join its facts by a key or a unit of text.");
    }

    private void Check()
    {
        _unchecked = 0;
        _cancellation.ThrowIfCancellationRequested();
    }
}
