using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>A shell prompt shows user and host.</summary>
internal sealed class ShellPrompt : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/shell-prompt")
        {
            Summary = "A shell prompt shows user and host",
            Why = "The prompt names the account, and the host often the institution.",
            Fix = "Cut the prompt down to a dollar sign.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Identifier>(identifier =>
                identifier.Kind is IdentifierKind.ShellPrompt && !PlaceholderNames.IsAnybody(identifier.Value.Text.Split((char)64)[0])
            )
            .Report(identifier => At(identifier, $"This prompt shows {identifier.Value}", identifier.Value.Text));
}
