using System.Collections.Frozen;
using PostLint.Facts;
using PostLint.Rules;

namespace PostLint.Engine;

/// <summary>The rules of a run, ordered once by what they need and what they conclude. Immutable.</summary>
public sealed class RuleSet
{
    private readonly Dictionary<Type, int> _buckets = [];
    private readonly Dictionary<(Func<Fact, Key> Key, int Bucket), int> _indexes = [];

    /// <summary>Builds a rule set.</summary>
    /// <exception cref="ArgumentException">There is no rule, two rules share an id, rules need each other, or a kind of fact is not
    /// sealed.</exception>
    public RuleSet(IEnumerable<Rule> rules)
    {
        List<(RuleDescriptor Descriptor, Pattern Pattern)> read =
        [
            .. rules.Select(rule => (rule.Descriptor, rule.Built)).OrderBy(rule => rule.Descriptor.Id, StringComparer.Ordinal),
        ];
        Check(read);
        Rules = [.. read.Select(rule => rule.Descriptor)];
        Ordered = [.. Strata.Order(read).Select(n => Compile(read[n].Descriptor, n, read[n].Pattern))];
        Buckets = _buckets.ToFrozenDictionary();
        Concluded = read.Select(rule => rule.Pattern.Concludes).OfType<Type>().ToFrozenSet();
    }

    /// <summary>The cards, in the order of ids.</summary>
    public IReadOnlyList<RuleDescriptor> Rules { get; }

    /// <summary>The rules in the order they run: none before one that concludes what it needs.</summary>
    internal CompiledRule[] Ordered { get; }

    /// <summary>The number of each kind of fact that a rule asks for.</summary>
    internal FrozenDictionary<Type, int> Buckets { get; }

    internal FrozenSet<Type> Concluded { get; }

    internal int IndexCount => _indexes.Count;

    private static void Check(List<(RuleDescriptor Descriptor, Pattern Pattern)> rules)
    {
        if (rules.Count == 0)
            throw new ArgumentException("There are no rules.", nameof(rules));
        for (int i = 1; i < rules.Count; i++)
            if (rules[i - 1].Descriptor.Id == rules[i].Descriptor.Id)
                throw new ArgumentException($"Two rules are called {rules[i].Descriptor.Id}.", nameof(rules));
        var sealedKinds = new HashSet<Type>(); // what a type is takes long to look up
        foreach ((RuleDescriptor info, Pattern pattern) in rules)
        {
            IEnumerable<Type?> kinds = pattern.Clauses.Select(clause => clause.FactType).Append(pattern.Concludes);
            if (kinds.FirstOrDefault(kind => kind is not null && sealedKinds.Add(kind) && !kind.IsSealed) is { } open)
                throw new ArgumentException(
                    $"{info.Id} names {open.Name}, which is not sealed: facts are matched by their exact type.",
                    nameof(rules)
                );
        }
    }

    private static int Number<T>(Dictionary<T, int> numbers, T value)
        where T : notnull
    {
        if (!numbers.TryGetValue(value, out int number))
            numbers[value] = number = numbers.Count;
        return number;
    }

    private CompiledRule Compile(RuleDescriptor info, int order, Pattern pattern) =>
        new(info, order, [.. pattern.Clauses.Select(Compile)], pattern.Outcome) { Concludes = pattern.Concludes };

    private CompiledClause Compile(Clause clause)
    {
        int bucket = clause.FactType is null ? -1 : Number(_buckets, clause.FactType);
        return new(clause, bucket, clause.Join is null ? -1 : Number(_indexes, (clause.Join.Right, bucket)));
    }
}
