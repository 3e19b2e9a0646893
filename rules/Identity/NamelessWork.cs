using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>A link to code or results that is announced where nobody and nothing is named whose they could be.</summary>
/// <param name="Link">The link.</param>
/// <param name="IsSure">Whether it is announced in a way in which almost only the own is.</param>
/// <param name="Place">The link.</param>
internal sealed record NamelessWorkFact(WebLink Link, bool IsSure, Place Place) : Fact(Place);

/// <summary>Concludes that code or results are announced where nobody and nothing is named whose they could be.</summary>
internal sealed class NamelessWork : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/nameless-work")
        {
            Summary = "Code or results are announced where nobody is named",
            Why = "What is somebody else’s has a name, or a paper that is cited beside it; only the own needs neither.",
            Fix = "See the links that are reported.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Mention>(mention => OwnLink.IsCandidate(mention.Link) && AccountClueExtractor.Bears(mention.Link))
            .Gather<AccountClue>(
                AccountClue.KeyOf,
                clue => AccountClue.KeyOf(clue.Mention),
                (mention, clue) => ReferenceEquals(mention, clue.Mention)
            )
            .Where((_, clues) => IsAnnounced(clues))
            .Unless<AccountClue>(
                (mention, _) => mention.Link.AccountKey,
                clue => clue.Mention.Link.AccountKey,
                (_, _, clue) => IsOfOthers(clue)
            )
            .Unless<AccountTrait>((mention, _) => mention.Link.AccountKey, trait => trait.Account, (_, _, trait) => IsOfCited(trait))
            .Unless<NamedOwner>(
                (mention, _) => AccountClue.KeyOf(mention),
                owner => AccountClue.KeyOf(owner.Mention),
                (mention, _, owner) => ReferenceEquals(mention, owner.Mention)
            )
            .Unless<Citation>(Within.Block)
            .Unless<Phrase>(Within.Sentence, (_, _, phrase) => OwnLink.IsOther(phrase))
            .Conclude((mention, clues) => new NamelessWorkFact(mention.Link, IsSure(clues), mention.Link.Place));

    private static bool IsAnnounced(Group<AccountClue> clues) =>
        !clues.Any(Denies)
        && (
            (Holds(clues, "nameless-work") && s_announcing.Any(kind => Has(clues, kind)))
            || (Holds(clues, "nameless-bare") && Has(clues, "artefact"))
        );

    private static bool IsSure(Group<AccountClue> clues) =>
        (Has(clues, "notebook") && (Has(clues, "here") || Has(clues, "available") || Holds(clues, "nameless-bare")))
        || ((Has(clues, "whole") || Has(clues, "code-of-post")) && Holds(clues, "nameless-bare"));

    /// <summary>Words at the mention that give what is linked to somebody or something else.</summary>
    private static bool Denies(AccountClue clue) =>
        IsOfOthers(clue)
        || s_denying.Any(kind => IsOf(clue, kind))
        || (s_denyingBeside.Any(kind => IsOf(clue, kind)) && !clue.Clue.EndsWith("-sentence", StringComparison.Ordinal))
        || clue.Clue is "kind-profile" or "project-is-account" or "label-is-project";

    /// <summary>What speaks against the account wherever it is mentioned.</summary>
    private static bool IsOfOthers(AccountClue clue) =>
        clue.Clue is "cited-beside" or "resembles-name" or "well-known" || IsOf(clue, "authors") || IsOf(clue, "their");

    private static bool IsOfCited(AccountTrait trait) => trait.Clue is "named-like-cited" or "in-bibliography";

    private static bool Holds(Group<AccountClue> clues, string name) => clues.Any(clue => clue.Clue == name);

    private static bool Has(Group<AccountClue> clues, string kind) => clues.Any(clue => IsOf(clue, kind));

    /// <summary>Whether a clue is words of a kind, wherever they stand: “notebook-sentence”, “notebook-label”.</summary>
    private static bool IsOf(AccountClue clue, string kind) =>
        clue.Clue.Length > kind.Length
        && clue.Clue[kind.Length] is '-'
        && clue.Clue.StartsWith(kind, StringComparison.Ordinal)
        && clue.Clue.LastIndexOf('-') == kind.Length;

    private static readonly string[] s_announcing = ["notebook", "available", "whole", "code-of-post", "here"];
    private static readonly string[] s_denying = ["by-name", "possessive", "thanks", "praise", "issue"];
    private static readonly string[] s_denyingBeside = ["such-as", "taken", "docs"]; // elsewhere in a sentence they speak of something else
}
