using System.Collections;
using PostLint.Facts;

namespace PostLint.Engine;

/// <summary>The facts that <c>Gather</c> or <c>WhenEach</c> collected, in the order of their places.</summary>
/// <typeparam name="T">The kind of fact.</typeparam>
public sealed class Group<T> : IReadOnlyList<T>
    where T : Fact
{
    private static readonly Group<T> s_empty = new([]);
    private readonly T[] _facts;

    private Group(T[] facts) => _facts = facts;

    /// <inheritdoc/>
    public int Count => _facts.Length;

    /// <inheritdoc/>
    public T this[int index] => _facts[index];

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_facts).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _facts.GetEnumerator();

    internal static Group<T> Of(List<Fact> facts)
    {
        if (facts.Count == 0)
            return s_empty;
        var typed = new T[facts.Count];
        for (int i = 0; i < typed.Length; i++)
            typed[i] = (T)facts[i];
        return new(typed);
    }
}
