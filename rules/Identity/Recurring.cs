using PostLint.Engine;
using PostLint.Facts;

namespace PostLint.Rules.Identity;

/// <summary>Concludes that an account is linked again and again, and no work is cited beside it.</summary>
internal sealed class Recurring : Rule
{
    private const int Some = 3; // links

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/recurring")
        {
            Summary = "An account is linked again and again without a citation",
            Why = "A work of others that a post keeps returning to is cited; the authors’ own code is not.",
            Fix = "See the links that are reported.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        WhenEach<WebLink>(link => link.AccountKey, AccountClueExtractor.Bears)
            .Where(links => links.Count >= Some)
            .Unless<AccountClue>(
                links => links[0].AccountKey,
                clue => clue.Mention.Link.AccountKey,
                (_, clue) => clue.Clue is "cited-beside"
            )
            .Conclude(links => new AccountTrait("recurring", links[0].AccountKey, links[0].Place));
}
