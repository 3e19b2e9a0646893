using PostLint.Engine;
using PostLint.Facts;

namespace PostLint.Rules.Identity;

/// <summary>A link that is presented as the authors’ own.</summary>
/// <param name="Link">The link.</param>
/// <param name="Claim">What presents it so.</param>
/// <param name="Via">How the claim is joined to it.</param>
/// <param name="Place">The link.</param>
internal sealed record OwnLinkFact(WebLink Link, Phrase Claim, MentionKind Via, Place Place) : Fact(Place)
{
    /// <summary>The link, to join by.</summary>
    public static Key KeyOf(WebLink link) => (link.Place.File, link.Place.Start);
}

/// <summary>Concludes that a link is the authors’ own of what is said where it is mentioned.</summary>
internal sealed class OwnLink : Rule
{
    private const int Farthest = 160; // characters between a claim and the link in its sentence
    private const int FarthestNamed = 80; // the same, for a link whose words are a name: it may be what the claim’s clause is about
    private const int Beside = 3; // characters between such a link and a claim behind it: “Lantern, our library”
    private const int FarthestMaking = 100; // the same, for “we implemented”
    private const int FarthestMark = 60; // the same, for the mark of a footnote, which stands behind what it explains

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/own-link")
        {
            Summary = "A link is the authors’ own",
            Why = "What is said of a link in its sentence, at its footnote’s mark, in its row, heading or caption says whose it is.",
            Fix = "See the links that are reported.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Mention>(mention => IsCandidate(mention.Link))
            .And<Phrase>(Within.Sentence, Claims)
            .Unless<Phrase>(Within.Sentence, IsOfOthers)
            .Unless<Phrase>(
                (mention, claim) => SentenceOf(mention),
                other => other.Place.Sentence,
                (mention, claim, other) => IsOther(other)
            )
            .Unless<Phrase>(Within.Sentence, IsHandedOver)
            .Unless<NamedOwner>(
                (mention, claim) => AccountClue.KeyOf(mention),
                owner => AccountClue.KeyOf(owner.Mention),
                (mention, claim, owner) => ReferenceEquals(mention, owner.Mention) && mention.DistanceTo(claim.Place) > 0
            )
            .Unless<WebLink>(Within.Block, IsAnonymisedInstead)
            .Conclude((mention, claim) => new OwnLinkFact(mention.Link, claim, mention.Via, mention.Link.Place));

    /// <summary>Hosts whose address shows an account, or a file whose owner the host shows.</summary>
    internal static bool IsCandidate(WebLink link)
    {
        bool isWork = link.Kind is "code" or "gist" or "models" or "notebook" or "site" or "deployment" or "deposit" or "storage";
        if (!isWork || link.Use is LinkUse.Reference or LinkUse.Metadata)
            return false;
        if (!link.HasAccount)
            return IsOwnerless(link);
        if (WellKnown.Accounts.Contains(link.Account.Text))
            return false;
        bool isTemplate = link.Use is LinkUse.Code or LinkUse.Call or LinkUse.Comment;
        return !PlaceholderNames.IsAnybody(link.Account.Text) || (!isTemplate && PlaceholderNames.IsExamplePerson(link.Account.Text));
    }

    /// <summary>A file or deposit whose address names nobody, and whose host names the owner once it is opened.</summary>
    internal static bool IsOwnerless(WebLink link)
    {
        if (link.HasAccount)
            return false;
        return link.Kind is "storage" || (link.Kind is "notebook" or "deposit" && !PlaceholderNames.IsAnybody(link.Project.Text));
    }

    /// <summary>A claim where the link is mentioned: its own words, or at most so many characters away within the sentence.</summary>
    internal static bool Claims(Mention mention, Phrase phrase)
    {
        if (phrase.IsQuoted)
            return false;
        int distance = mention.DistanceTo(phrase.Place);
        if (phrase.Kind is "own-image")
            return mention.Link.Use is LinkUse.Call && distance < Farthest;
        if (phrase.Kind is "ownership")
            return IsNamed(mention)
                ? IsOfName(mention, phrase, distance)
                : distance < (mention.Via is MentionKind.Footnote ? FarthestMark : Farthest);
        bool isBareAfter = mention.Via is MentionKind.Sentence && mention.Link.IsBare && phrase.Place.Start < mention.Link.Place.Start;
        return phrase.Kind is "own-making" && isBareAfter && distance < FarthestMaking;
    }

    /// <summary>Whether the link’s words are a name or tell something, and do not only say that it is code.</summary>
    private static bool IsNamed(Mention mention) =>
        mention.Via is MentionKind.Sentence && !mention.Link.IsBare && !mention.Link.Label.IsEmpty;

    private static bool IsOfName(Mention mention, Phrase claim, int distance) =>
        distance <= (claim.Place.Start > mention.Place.Start ? Beside : FarthestNamed);

    /// <summary>“Our code uses Lantern”: words before a name that lead away from what was claimed.</summary>
    private static bool IsHandedOver(Mention mention, Phrase claim, Phrase other) =>
        other.Kind is "handover"
        && IsNamed(mention)
        && other.Place.Start >= claim.Place.Span.End
        && other.Place.Span.End <= mention.Place.Start;

    /// <summary>Words that give a work to somebody else or say that it was left out.</summary>
    internal static bool IsOther(Phrase phrase) => phrase.Kind is "others" or "placeholder";

    /// <summary>
    /// Words that give the work to somebody else, between claim and link or beside the link; of “our image from” the claim takes the noun.
    /// </summary>
    private static bool IsOfOthers(Mention mention, Phrase claim, Phrase other) =>
        IsOther(other)
        && !claim.Place.Span.Contains(other.Place.Span)
        && !(claim.Kind is "own-image" && claim.Place.Span.Contains(other.Place.Start))
        && mention.DistanceTo(other.Place) <= mention.DistanceTo(claim.Place);

    /// <summary>
    /// The claim belongs to an anonymised link: one that stands nearer, or any in the block where the claim follows the link.
    /// </summary>
    private static bool IsAnonymisedInstead(Mention mention, Phrase claim, WebLink other)
    {
        if (other.Kind is not "anonymous")
            return false;
        int gap = Math.Max(0, Math.Max(other.Place.Start - claim.Place.Span.End, claim.Place.Start - other.Place.Span.End));
        return claim.Place.Start > mention.Place.Start || gap < mention.DistanceTo(claim.Place);
    }

    /// <summary>The sentence of a link that is mentioned elsewhere: what it says of others counts too.</summary>
    internal static Key SentenceOf(Mention mention) =>
        mention.Via is MentionKind.Sentence || mention.Link.Place.Sentence == 0 ? Key.None : mention.Link.Place.Sentence;
}
