using PostLint.Engine;
using PostLint.Facts;

namespace PostLint.Rules.Identity;

/// <summary>Concludes that a claim at the mention of an account is a clue of whose it is.</summary>
internal sealed class ClaimedMention : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/claimed-mention")
        {
            Summary = "The mention of an account stands beside a claim",
            Why = "Words such as “our code” beside a link say that it is the authors’; what else stands there may say otherwise.",
            Fix = "See the links that are reported.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Mention>(mention => AccountClueExtractor.Bears(mention.Link))
            .And<OwnLinkFact>(AccountClue.KeyOf, own => OwnLinkFact.KeyOf(own.Link), (mention, own) => own.Via == mention.Via)
            .Conclude((mention, own) => new AccountClue("claimed", mention, own.Claim.Place));
}
