using PostLint.Engine;
using PostLint.Facts;

namespace PostLint.Rules.Identity;

/// <summary>Concludes that a mention leads to an account that everybody refers to.</summary>
internal sealed class WellKnownMention : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/well-known-mention")
        {
            Summary = "A mention leads to an account that everybody refers to",
            Why = "Accounts of organisations and of widely used libraries belong to no author.",
            Fix = "See the links that are reported.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Mention>(mention => AccountClueExtractor.Bears(mention.Link) && WellKnown.Accounts.Contains(mention.Link.Account.Text))
            .Conclude(mention => new AccountClue("well-known", mention, mention.Place));
}
