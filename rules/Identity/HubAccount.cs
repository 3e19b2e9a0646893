using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Syntax;

namespace PostLint.Rules.Identity;

/// <summary>Code uploads to an account.</summary>
public sealed class HubAccount : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/hub-account")
        {
            Summary = "Code uploads to an account",
            Why = "The account that code uploads or logs to is that of its author.",
            Fix = "Replace the account by a placeholder.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Trace>(trace => trace.Kind is TraceKind.HubAccount or TraceKind.GitRemote && !WellKnown.Accounts.Contains(trace.Value.Text))
            .Report(trace => At(trace, $"This code uses the account {trace.Value}", trace.Value.Text));
}
