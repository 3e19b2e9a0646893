using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Engine;

/// <summary>A rule that threw, or tried too many combinations: a fault of the tool. Left out are the matches it threw at, or had yet to try; the run goes on.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Exception">What it threw first.</param>
/// <param name="Count">How often.</param>
public sealed record Fault(RuleInfo Rule, Exception Exception, int Count);

/// <summary>What a run found.</summary>
/// <param name="Findings">In the order of places, then rules.</param>
/// <param name="Faults">In the order the rules ran.</param>
public sealed record RunResult(IReadOnlyList<Finding> Findings, IReadOnlyList<Fault> Faults);

/// <summary>What turns facts into findings. Safe to share between threads.</summary>
public interface IEngine
{
    /// <summary>Runs all rules on one submission's facts, each given once.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    RunResult Run(IEnumerable<Fact> facts, CancellationToken cancellation = default);
}
