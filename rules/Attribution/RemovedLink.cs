using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Attribution;

/// <summary>A link that was taken out for the review has not come back.</summary>
internal sealed class RemovedLink : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("attribution/removed-link")
        {
            Summary = "A link that was taken out for the review has not come back",
            Why = "Readers who follow it stay where they are; “postlint fix” put a placeholder there for the time of the review.",
            Fix = "Put the address back that stood there.",
            Severity = Severity.Error,
            Phases = [Phase.CameraReady],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<AnchorLink>(link => IsPlaceholder(link)).Report(link => At(link, $"This link was taken out for the review", "placeholder"));

    /// <summary>Whether a link is what <see cref="CodeFixes.ReplaceLink"/> leaves.</summary>
    internal static bool IsPlaceholder(AnchorLink link) => $"#{link.Target.Text}" == CodeFixes.LinkPlaceholder;
}
