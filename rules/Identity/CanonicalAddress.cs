using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>The metadata of the page give a personal address.</summary>
internal sealed class CanonicalAddress : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/canonical-address")
        {
            Summary = "The metadata of the page give a personal address",
            Why = "Canonical addresses and social cards tell machines where the page really lives.",
            Fix = "Delete the element, or give the address of the track.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<WebLink>(link =>
                link.Use is LinkUse.Metadata
                && link.HasAccount
                && link.Kind is "site" or "code" or "profile" or "deployment"
                && !WellKnown.Accounts.Contains(link.Account.Text)
            )
            .Report(link => At(link, $"The metadata of the page lead to {MessageParts.Target(link)}", link.AccountKey.Text));
}
