using System.Runtime.InteropServices;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Engine;

/// <summary>The facts of a run by kind, given and concluded, and how the concluded ones are known.</summary>
internal sealed class FactBase(RuleSet rules)
{
    private static readonly List<Fact> s_none = [];
    private readonly Bucket?[] _buckets = new Bucket?[rules.Buckets.Count];
    private readonly Dictionary<Fact, List<Derivation>> _concluded = [];

    public List<Fact> Facts(int bucket) => _buckets[bucket]?.Facts ?? s_none;

    /// <summary>Adds a fact, unless no rule asks for its kind.</summary>
    public void Add(Fact fact)
    {
        if (rules.Buckets.TryGetValue(fact.GetType(), out int bucket))
            (_buckets[bucket] ??= new()).Add(fact);
    }

    /// <summary>Adds a fact that is not concluded yet, or one more way in which it is known.</summary>
    public void Conclude(Fact fact, Derivation derivation)
    {
        ref List<Derivation>? derivations = ref CollectionsMarshal.GetValueRefOrAddDefault(_concluded, fact, out bool isKnown);
        if (!isKnown)
            Add(fact);
        (derivations ??= []).Add(derivation);
    }

    public Evidence Evidence(Fact fact) =>
        new(
            fact,
            rules.Concluded.Contains(fact.GetType()) && _concluded.TryGetValue(fact, out List<Derivation>? derivations) ? derivations : []
        );

    /// <summary>All concluded facts, in the order in which they were.</summary>
    public IReadOnlyList<Evidence> Concluded =>
        _concluded.Count == 0 ? [] : [.. _concluded.Select(fact => new Evidence(fact.Key, fact.Value))];

    public void Clear()
    {
        foreach (Bucket? bucket in _buckets)
            bucket?.Clear();
        _concluded.Recycle();
    }
}
