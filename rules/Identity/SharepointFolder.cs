using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>An address holds a name and an institution.</summary>
internal sealed class SharepointFolder : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/sharepoint-folder")
        {
            Summary = "An address holds a name and an institution",
            Why = "Personal SharePoint folders are named after the user and the institution.",
            Fix = "Put the file into the submission or an anonymous repository.",
            CodeFix = CodeFixes.ReplaceLink,
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<WebLink>(link =>
                link.Host.EndsWith("sharepoint.com", StringComparison.Ordinal)
                && link.Address.Text.Contains("/personal/", StringComparison.OrdinalIgnoreCase)
            )
            .Report(link => At(link, $"The address {link.Address} holds the user and the institution", link.Address.Text));
}
