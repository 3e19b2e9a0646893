using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>What the clues at the mention of an account say together.</summary>
/// <param name="Mention">The mention.</param>
/// <param name="Weight">What they say.</param>
/// <param name="Place">The mention.</param>
internal sealed record WeighedMention(Mention Mention, WeightOfEvidence Weight, Place Place) : Fact(Place);

/// <summary>How much clues weigh of whose an account is.</summary>
internal static class AccountWeights
{
    /// <summary>The table; read when it is first needed.</summary>
    public static WeightTable Table => field ??= WeightTable.Read("weights-account.txt", Resource.Read("weights-account.txt"));
}

/// <summary>Concludes what the clues at the mention of an account say together.</summary>
internal sealed class WeighedAccountMention : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/weighed-account-mention")
        {
            Summary = "The clues at the mention of an account are weighed",
            Why = "What stands at a mention tells whose account it leads to.",
            Fix = "See the links that are reported.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Mention>(mention => AccountClueExtractor.Bears(mention.Link))
            .Weigh<AccountClue>(
                () => AccountWeights.Table,
                AccountClue.KeyOf,
                clue => AccountClue.KeyOf(clue.Mention),
                (mention, clue) => ReferenceEquals(mention, clue.Mention)
            )
            .Conclude((mention, weight) => new WeighedMention(mention, weight, mention.Place));
}
