using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>The page embeds a private deployment.</summary>
internal sealed class OwnDeployment : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/own-deployment")
        {
            Summary = "The page embeds a private deployment",
            Why = "An application at a hosting service belongs to whoever deployed it; the address or the page behind it may tell who.",
            Fix = "Put a static version into the submission, or deploy it under a name that tells nothing.",
            CodeFix = CodeFixes.ReplaceLink,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<WebLink>(link => link.Use is LinkUse.Embed && link.Kind is "deployment")
            .Report(link => At(link, $"The page embeds the deployment {link.Address}", link.Host));
}
