using PostLint.Engine;
using PostLint.Facts;

namespace PostLint.Rules.Identity;

/// <summary>Concludes that an account into which the authors say they have worked is theirs.</summary>
internal sealed class OwnAccountByChange : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/own-account-by-change")
        {
            Summary = "An account is the authors' own",
            Why = "What one link shows holds for every link to the same account.",
            Fix = "See the links that are reported.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<WebLink>(link => link.HasAccount && OwnChange.IsOwn(link)).Conclude(link => new OwnAccountFact(link.AccountKey, link.Place));
}
