using PostLint.Facts;

namespace PostLint.Engine;

/// <summary>The facts of a kind, in the order of their places; at one place, in the order they came.</summary>
internal sealed class Bucket
{
    private static readonly Comparer<Fact> s_byPlace = Comparer<Fact>.Create((left, right) => left.Place.CompareTo(right.Place));
    private List<Fact> _facts = [];
    private bool _isSorted = true;

    /// <summary>Read only when no rule concludes more of them.</summary>
    public List<Fact> Facts
    {
        get
        {
            if (!_isSorted)
                (_facts, _isSorted) = ([.. _facts.Order(s_byPlace)], true);
            return _facts;
        }
    }

    public void Add(Fact fact)
    {
        _isSorted = _isSorted && (_facts.Count == 0 || _facts[^1].Place <= fact.Place);
        _facts.Add(fact);
    }

    public void Clear()
    {
        _facts.Recycle();
        _isSorted = true;
    }
}
