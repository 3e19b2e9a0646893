using NRules.Fluent.Dsl;
using NRules.RuleModel;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules;
using PostLint.Text;

namespace PostLint.NRules;

/// <summary>
/// A rule in NRules' own language: <c>When()</c> matches PostLint's facts, <c>Then()</c> reports. The facts that matched are kept as
/// evidence; <c>Exists</c> and <c>Not</c> leave none.
/// </summary>
public abstract class FluentRule : global::NRules.Fluent.Dsl.Rule, IExternalRule
{
    /// <summary>The card; read once.</summary>
    public abstract RuleDescriptor Descriptor { get; }

    /// <inheritdoc/>
    public IExternalEngine CreateEngine() => new FluentEngine(this);

    /// <summary>Reports a match. Call it from a method of the rule: an expression tree holds no interpolated message.</summary>
    /// <param name="context">What NRules gives to an action.</param>
    /// <param name="at">Whose place is shown.</param>
    /// <param name="message">What stands there and why it matters.</param>
    /// <param name="cause">What reports of this rule in this file must share to be one finding; null if only equal ones are.</param>
    protected static void Report(IContext context, Fact at, MessageBuilder message, string? cause = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(at);
        ((IReports)context.Resolve(typeof(IReports))).Add(context, new(at.Place, Message.Of(message), cause));
    }
}

/// <summary>Where rules in NRules' language report to; NRules resolves it where a rule asks for it by <c>Dependency()</c>.</summary>
public interface IReports
{
    /// <summary>Adds a report; the facts of the match become its evidence.</summary>
    void Add(IContext context, Report report);
}
