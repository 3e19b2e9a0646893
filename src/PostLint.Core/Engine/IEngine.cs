using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules;

namespace PostLint.Engine;

/// <summary>A rule that threw: a fault of the tool. Left out are the matches it threw at; the run goes on.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Exception">What it threw first.</param>
/// <param name="Count">How often.</param>
public sealed record Fault(RuleDescriptor Rule, Exception Exception, int Count);

/// <summary>
/// A rule that was stopped because it had tried too many combinations. Left out are the matches it had yet to try; the run goes on.
/// </summary>
/// <param name="Rule">The rule.</param>
/// <param name="Tries">After how many tries.</param>
/// <param name="Place">What it was looking at; null where that is nowhere.</param>
public sealed record StoppedRule(RuleDescriptor Rule, int Tries, Place? Place);

/// <summary>What a run found.</summary>
/// <param name="Findings">In the order of places, then rules.</param>
/// <param name="Faults">In the order the rules ran.</param>
public sealed record RunResult(IReadOnlyList<Finding> Findings, IReadOnlyList<Fault> Faults)
{
    /// <summary>Rules that were stopped, in the order they ran.</summary>
    public IReadOnlyList<StoppedRule> Stops { get; init; } = [];

    /// <summary>The facts that rules concluded, each with how it is known, in the order in which they were.</summary>
    public IReadOnlyList<Evidence> Concluded { get; init; } = [];
}

/// <summary>What turns facts into findings. Safe to share between threads.</summary>
public interface IEngine
{
    /// <summary>Runs all rules on one submission's facts, each given once.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    RunResult Run(IEnumerable<Fact> facts, CancellationToken cancellation = default);
}
