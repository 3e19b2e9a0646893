using System.Runtime.InteropServices;
using PostLint.Facts;

namespace PostLint.Engine;

/// <summary>The facts of a bucket by a key: chains of their numbers, in order.</summary>
internal sealed class KeyIndex
{
    private readonly Dictionary<Key, (int First, int Last)> _chains = [];
    private readonly List<int> _next = [];

    /// <summary>How many facts are indexed, those without a key among them.</summary>
    public int Count => _next.Count;

    /// <summary>Whether the key of a fact could not be told.</summary>
    public bool IsIncomplete { get; private set; }

    /// <summary>The first fact of each key.</summary>
    public List<int> Firsts { get; } = [];

    /// <summary>The first fact of a key; -1 for none.</summary>
    public int First(in Key key) => _chains.TryGetValue(key, out (int First, int Last) chain) ? chain.First : -1;

    /// <summary>The next fact of the same key; -1 for none.</summary>
    public int Next(int fact) => _next[fact];

    /// <summary>Adds the next fact.</summary>
    /// <param name="key">Its key; null if that could not be told.</param>
    public void Add(Key? key)
    {
        int fact = _next.Count;
        _next.Add(-1);
        IsIncomplete |= key is null;
        if (key is not { IsSome: true } some)
            return;
        ref (int First, int Last) chain = ref CollectionsMarshal.GetValueRefOrAddDefault(_chains, some, out bool isKnown);
        if (isKnown)
            _next[chain.Last] = fact;
        else
            Firsts.Add(fact);
        chain = (isKnown ? chain.First : fact, fact);
    }

    public void Clear()
    {
        _chains.Recycle();
        _next.Recycle();
        Firsts.Recycle();
        IsIncomplete = false;
    }
}

/// <summary>The facts of a bucket that may stand in a clause: all, or those of a key and its neighbours.</summary>
/// <param name="facts">The bucket.</param>
/// <param name="index">Its index; null for all facts.</param>
/// <param name="key">The key; ignored without an index.</param>
/// <param name="radius">How far the number of the key may be off.</param>
internal struct Candidates(List<Fact> facts, KeyIndex? index, Key key, int radius)
{
    private int _at = -1;
    private int _offset = key.IsSome ? -radius : radius + 1;

    public readonly Fact Current => facts[_at];

    public bool MoveNext()
    {
        if (index is null)
            return ++_at < facts.Count;
        if (_at >= 0)
            _at = index.Next(_at);
        while (_at < 0 && _offset <= radius)
            _at = index.First(key.Shift(_offset++));
        return _at >= 0;
    }
}
