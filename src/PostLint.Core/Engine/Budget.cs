using System.Diagnostics.CodeAnalysis;

namespace PostLint.Engine;

/// <summary>The rule that runs has spent all it may.</summary>
/// <param name="tries">How much that is.</param>
[SuppressMessage("Design", "CA1032", Justification = "Thrown and caught by the engine only.")]
[SuppressMessage("Design", "CA1064", Justification = "Thrown and caught by the engine only.")]
internal sealed class SpentException(int tries) : Exception
{
    /// <summary>How much it spent.</summary>
    public int Tries { get; } = tries;
}

/// <summary>
/// Counts the work of a rule, so that a stranger's input cannot keep a run busy, and looks for cancellation now and then.
/// </summary>
internal sealed class Budget(int triesPerRule)
{
    private const int CheckEvery = 1024;
    private CancellationToken _cancellation;
    private int _spent;
    private int _unchecked;

    /// <summary>What the rules of this run spent.</summary>
    public long Total { get; private set; }

    public void BeginRun(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        (_cancellation, Total, _spent) = (cancellation, 0, 0);
    }

    public void BeginRule()
    {
        _cancellation.ThrowIfCancellationRequested();
        _spent = 0;
    }

    /// <summary>Takes note of work; one try is one test of one fact, or as cheap.</summary>
    /// <exception cref="SpentException">The rule has spent all it may.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public void Spend(int tries = 1)
    {
        Total += tries;
        _unchecked += tries;
        if (_unchecked >= CheckEvery)
            Check();
        _spent += tries;
        if (_spent > triesPerRule)
            throw new SpentException(triesPerRule);
    }

    private void Check()
    {
        _unchecked = 0;
        _cancellation.ThrowIfCancellationRequested();
    }
}
