using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>Output tells who is logged in.</summary>
internal sealed class LoginLine : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/login-line")
        {
            Summary = "Output tells who is logged in",
            Why = "Tools print the account that they run under.",
            Fix = "Clear the output.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Identifier>(identifier => identifier.Kind is IdentifierKind.LoginLine)
            .Report(identifier => At(identifier, $"This output tells that {identifier.Value} is logged in", identifier.Value.Text));
}
