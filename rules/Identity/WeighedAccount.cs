using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>What clues say of whose an account is.</summary>
/// <param name="Account">The account.</param>
/// <param name="Weight">What they say.</param>
/// <param name="Place">The mention that tells most.</param>
internal sealed record LikelyAccount(AccountKey Account, WeightOfEvidence Weight, Place Place) : Fact(Place);

/// <summary>Concludes what the heaviest mention of an account and its own traits say together.</summary>
internal sealed class WeighedAccount : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/weighed-account")
        {
            Summary = "The clues of an account are weighed",
            Why = "What stands at the mention that tells most, and the traits of the account, tell whose it is.",
            Fix = "See the links that are reported.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        WhenEach<WeighedMention>(weighed => weighed.Mention.Link.AccountKey)
            .Gather<AccountTrait>(mentions => mentions[0].Mention.Link.AccountKey, trait => trait.Account)
            .Conclude((mentions, traits) => Of(Heaviest(mentions), traits));

    private static LikelyAccount Of(WeighedMention heaviest, Group<AccountTrait> traits) =>
        new(heaviest.Mention.Link.AccountKey, heaviest.Weight.With(traits), heaviest.Place);

    private static WeighedMention Heaviest(Group<WeighedMention> mentions) => mentions.MaxBy(mention => mention.Weight.Sum)!;
}
