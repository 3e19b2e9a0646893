using PostLint.Engine;
using PostLint.Facts;

namespace PostLint.Rules.Identity;

/// <summary>Something of an account as a whole that bears on whose it is.</summary>
/// <param name="Clue">What it is.</param>
/// <param name="Account">The account.</param>
/// <param name="Place">What shows it.</param>
internal sealed record AccountTrait(string Clue, AccountKey Account, Place Place) : Fact(Place), IClue;

/// <summary>Concludes that an account is named like an author of the bibliography.</summary>
internal sealed class NamedLikeCited : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/named-like-cited")
        {
            Summary = "An account is named like an author of the bibliography",
            Why = "Accounts named like the author of a cited work are as a rule that author’s.",
            Fix = "See the links that are reported.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        WhenEach<Mention>(mention => mention.Link.AccountKey, mention => AccountClueExtractor.Bears(mention.Link))
            .With<CitedAuthors>((mentions, authors) => authors.HasLogin(mentions[0].Link.Account.Text))
            .Conclude(mentions => new AccountTrait("named-like-cited", mentions[0].Link.AccountKey, mentions[0].Link.Place));
}
