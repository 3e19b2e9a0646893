using PostLint.Rules;

namespace PostLint.Engine;

/// <summary>A clause and the numbers of the bucket and the index it reads; -1 for none.</summary>
internal sealed record CompiledClause(Clause Clause, int Bucket, int Index);

/// <summary>A rule as the matcher runs it.</summary>
/// <param name="Descriptor">The rule's card.</param>
/// <param name="Order">Its number in the order of ids.</param>
/// <param name="Clauses">What must meet.</param>
/// <param name="Outcome">What follows.</param>
internal sealed record CompiledRule(RuleDescriptor Descriptor, int Order, CompiledClause[] Clauses, Func<object?[], object?> Outcome)
{
    /// <summary>The kind of fact that it concludes; null where it reports.</summary>
    public Type? Concludes { get; init; }
}
