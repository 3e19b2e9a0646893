using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>An image or script is loaded from a personal account or site.</summary>
internal sealed class HotlinkedAsset : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/hotlinked-asset")
        {
            Summary = "An image or script is loaded from a personal account or site",
            Why = "What the page loads from elsewhere leads to its owner, and the owner sees who reads the post.",
            Fix = "Put the file into the submission; keep the link only if it shows somebody else’s work.",
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<WebLink>(link =>
                link.Use is LinkUse.Image or LinkUse.Embed
                && link.HasAccount
                && link.Kind is "code" or "site"
                && !WellKnown.Accounts.Contains(link.Account.Text)
            )
            .Unless<OwnAccountFact>(link => link.AccountKey, own => own.Account)
            .Report(link => At(link, $"The page loads {MessageParts.Target(link)}", link.AccountKey.Text));
}
