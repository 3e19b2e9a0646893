using PostLint.Engine;
using PostLint.Facts;

namespace PostLint.Rules.Identity;

/// <summary>An account that the authors call their own.</summary>
/// <param name="Account">The account on its service.</param>
/// <param name="Place">The link that shows it.</param>
internal sealed record OwnAccountFact(AccountKey Account, Place Place) : Fact(Place);

/// <summary>Concludes that an account is the authors' own.</summary>
internal sealed class OwnAccount : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/own-account")
        {
            Summary = "An account is the authors' own",
            Why = "What one link shows holds for every link to the same account.",
            Fix = "See the links that are reported.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<OwnLinkFact>(own => own.Link.HasAccount).Conclude(own => new OwnAccountFact(own.Link.AccountKey, own.Link.Place));
}
