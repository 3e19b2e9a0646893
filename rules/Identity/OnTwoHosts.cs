using PostLint.Engine;
using PostLint.Facts;

namespace PostLint.Rules.Identity;

/// <summary>Concludes that an account of one name is linked on two services.</summary>
internal sealed class OnTwoHosts : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/on-two-hosts")
        {
            Summary = "An account is linked on two services, and no work is cited beside it",
            Why = "Who names one account twice, here for code and there for data, as a rule shows the own one.",
            Fix = "See the links that are reported.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        WhenEach<WebLink>(link => link.AccountKey, AccountClueExtractor.Bears)
            .With<WebLink>(
                links => links[0].AccountKey.Handle,
                other => other.AccountKey.Handle,
                (links, other) => AccountClueExtractor.Bears(other) && links[0].Family != other.Family
            )
            .Unless<AccountClue>(
                links => links[0].AccountKey.Handle,
                clue => clue.Mention.Link.AccountKey.Handle,
                (_, clue) => clue.Clue is "cited-beside"
            )
            .Conclude(links => new AccountTrait("two-hosts", links[0].AccountKey, links[0].Place));
}
