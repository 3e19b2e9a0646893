using PostLint.Engine;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>A link leads to the authors’ own repository.</summary>
internal sealed class OwnRepository : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/own-repository")
        {
            Summary = "A link leads to the authors’ own repository",
            Why = "The owner of a repository, notebook or model is a person or a laboratory; reviewers see the name without a click.",
            Fix = "Link an anonymous copy, for instance at anonymous.4open.science, or leave the link out until the camera-ready version.",
            CodeFix = CodeFixes.ReplaceLink,
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<OwnLinkFact>()
            .Report(own =>
                At(
                    own.Link,
                    $"{MessageParts.Claim(own)} presents {MessageParts.Target(own.Link)} as the authors’ own{MessageParts.Doubt(own.Link)}",
                    own.Link.Address.Text
                )
            );
}
