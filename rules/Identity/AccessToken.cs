using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>A secret grants access to an account.</summary>
internal sealed class AccessToken : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/access-token")
        {
            Summary = "A secret grants access to an account",
            Why = "A token leads to its owner, and anybody may use it.",
            Fix = "Revoke the token, then delete it.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Identifier>(identifier => identifier.Kind is IdentifierKind.AccessToken)
            .Report(identifier => At(identifier, $"The access token {identifier.Value} belongs to somebody", identifier.Value.Text));
}
