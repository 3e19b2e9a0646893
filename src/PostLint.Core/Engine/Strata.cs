using PostLint.Rules;

namespace PostLint.Engine;

/// <summary>Orders rules so that each runs after all that conclude what it needs.</summary>
internal sealed class Strata
{
    private readonly IReadOnlyList<(RuleDescriptor Descriptor, Pattern Pattern)> _rules;
    private readonly ILookup<Type?, int> _concluders;
    private readonly int?[] _levels;
    private readonly List<int> _path = [];

    private Strata(IReadOnlyList<(RuleDescriptor Descriptor, Pattern Pattern)> rules)
    {
        _rules = rules;
        _levels = new int?[rules.Count];
        _concluders = Enumerable.Range(0, rules.Count).ToLookup(n => rules[n].Pattern.Concludes);
    }

    /// <summary>The numbers of the rules, in the order of levels; within a level as given.</summary>
    /// <exception cref="ArgumentException">Rules need each other.</exception>
    public static IEnumerable<int> Order(IReadOnlyList<(RuleDescriptor Descriptor, Pattern Pattern)> rules)
    {
        var strata = new Strata(rules);
        return [.. Enumerable.Range(0, rules.Count).OrderBy(strata.Level)];
    }

    private int Level(int rule)
    {
        if (_levels[rule] is { } known)
            return known;
        if (_path.Contains(rule))
            throw new ArgumentException(Cycle(_path[_path.IndexOf(rule)..]));
        _path.Add(rule);
        int level = 0;
        foreach (Type kind in _rules[rule].Pattern.Clauses.Select(clause => clause.FactType).OfType<Type>())
        foreach (int before in _concluders[kind])
            level = Math.Max(level, Level(before) + 1);
        _path.RemoveAt(_path.Count - 1);
        _levels[rule] = level;
        return level;
    }

    /// <summary>Each of the path needs the next, the last the first.</summary>
    private string Cycle(List<int> path)
    {
        IEnumerable<string> lines = path.Select((rule, i) => Need(rule, path[(i + 1) % path.Count]));
        return $"These rules need each other, so none can be first:\n{string.Join("\n", lines)}\nLet one of them conclude a fact of "
            + $"another kind.";
    }

    private string Need(int rule, int before)
    {
        Type concluded = _rules[before].Pattern.Concludes!;
        Clause clause = _rules[rule].Pattern.Clauses.First(clause => clause.FactType == concluded);
        return $"  {_rules[rule].Descriptor.Id} says {clause.Kind}<{concluded.Name}>, which {_rules[before].Descriptor.Id} concludes";
    }
}
