namespace PostLint.NRules;

/// <summary>All facts of a kind as one fact of the network, in a run.</summary>
internal abstract class Kind
{
    private NetworkRun? _run;

    /// <summary>The run whose facts they are.</summary>
    public NetworkRun Run => _run ?? throw new InvalidOperationException("A kind outside of a run.");

    /// <summary>The same kind in a run.</summary>
    public Kind In(NetworkRun run)
    {
        Kind kind = New();
        kind._run = run;
        return kind;
    }

    /// <summary>Another of its type, by which the network tells kinds apart.</summary>
    protected abstract Kind New();
}
