using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>An embedded part of the page shows an account.</summary>
internal sealed class AccountEmbed : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/account-embed")
        {
            Summary = "An embedded part of the page shows an account",
            Why = "What the page loads from an account bears its name, in the address and often on the screen.",
            Fix = "Put the content into the submission itself.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<WebLink>(link =>
                link.Use is LinkUse.Embed
                && link.HasAccount
                && link.Kind is "gist" or "notebook" or "models" or "code"
                && !WellKnown.Accounts.Contains(link.Account.Text)
                && !PlaceholderNames.IsAnybody(link.Account.Text)
            )
            .Unless<Phrase>(Within.Block, (link, phrase) => phrase.Kind is "others")
            .Report(link => At(link, $"The page embeds {MessageParts.Target(link)}, which shows an account", link.AccountKey.Text));
}
