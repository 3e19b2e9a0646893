namespace PostLint.Engine;

/// <summary>
/// Things that are used again, since their lists and tables are most of what a run allocates; as many are kept as can be at work at once.
/// Safe to share between threads.
/// </summary>
/// <param name="create">Makes one where none is idle.</param>
internal sealed class Idle<T>(Func<T> create)
    where T : class
{
    private readonly T?[] _kept = new T?[Environment.ProcessorCount];

    /// <summary>Takes one, which is nobody else's until it is given back.</summary>
    public T Take()
    {
        for (int i = 0; i < _kept.Length; i++)
            if (Interlocked.Exchange(ref _kept[i], null) is { } one)
                return one;
        return create();
    }

    /// <summary>Gives one back, cleared.</summary>
    public void Keep(T one)
    {
        for (int i = 0; i < _kept.Length; i++)
            if (Interlocked.CompareExchange(ref _kept[i], one, null) is null)
                return;
    }
}
