using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules;

namespace PostLint.Engine;

/// <summary>
/// A rule in the language of another engine, which runs it beside the others: over what extractors found and what rules concluded.
/// </summary>
public interface IExternalRule
{
    /// <summary>The card; read once.</summary>
    RuleDescriptor Descriptor { get; }

    /// <summary>Makes what runs the rule; called once.</summary>
    IExternalEngine CreateEngine();
}

/// <summary>Runs one external rule. Safe to share between threads.</summary>
public interface IExternalEngine
{
    /// <summary>Runs the rule on one submission's facts.</summary>
    /// <param name="facts">What was found and concluded, each fact once.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    RunResult Run(IReadOnlyList<Evidence> facts, CancellationToken cancellation = default);

    /// <summary>Says which condition of the rule fails first at a place, in lines; what it says holds nothing of the submission.</summary>
    /// <param name="facts">What was found and concluded.</param>
    /// <param name="isThere">Whether a fact stands at the place.</param>
    IReadOnlyList<string> WhyNot(IReadOnlyList<Evidence> facts, Func<Fact, bool> isThere);
}

/// <summary>An external rule among the others.</summary>
internal sealed class ExternalRule(IExternalRule rule) : Rule
{
    private readonly RuleDescriptor _descriptor = rule.Descriptor;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor => _descriptor;

    /// <summary>What runs it.</summary>
    public IExternalEngine Engine { get; } = rule.CreateEngine();

    /// <inheritdoc/>
    public override Pattern Pattern =>
        throw new InvalidOperationException($"{_descriptor.Id} has no pattern: an engine of its own runs it.");
}
