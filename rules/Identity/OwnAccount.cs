using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>An account that the authors call their own.</summary>
/// <param name="Account">The account, upper case.</param>
/// <param name="Place">The link that shows it.</param>
public sealed record OwnAccountFact(string Account, Place Place) : Fact(Place);

/// <summary>Concludes that an account is the authors' own.</summary>
public sealed class OwnAccount : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("identity/own-account")
    {
        Summary = "An account is the authors' own",
        Why = "What one link shows holds for every link to the same account.",
        Fix = "See the links that are reported.",
        Severity = Severity.Error,
    };

    /// <inheritdoc/>
    public override Pattern Pattern => When<WebLink>(link => link.HasAccount && OwnRepository.IsCandidate(link))
        .And<Phrase>(Within.Sentence, OwnRepository.Claims)
        .Unless<Phrase>(Within.Sentence, OwnRepository.IsOfOthers)
        .Unless<WebLink>(Within.Block, OwnRepository.IsAnonymisedInstead)
        .Conclude((link, claim) => new OwnAccountFact(link.AccountKey, link.Place));
}
