using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>Code uploads to an account.</summary>
internal sealed class HubAccount : Rule
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
        When<Identifier>(identifier =>
                identifier.Kind is IdentifierKind.HubAccount or IdentifierKind.GitRemote
                && !WellKnown.Accounts.Contains(identifier.Value.Text)
            )
            .Report(identifier => At(identifier, $"This code uses the account {identifier.Value}", identifier.Value.Text));
}
