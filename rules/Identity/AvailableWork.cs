using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Syntax;

namespace PostLint.Rules.Identity;

/// <summary>A link that is said to be available.</summary>
/// <param name="Link">The link.</param>
/// <param name="Phrase">What says so.</param>
/// <param name="Place">The link.</param>
internal sealed record AvailableFact(WebLink Link, Phrase Phrase, Place Place) : Fact(Place);

/// <summary>Concludes that code is said to be available on an account.</summary>
internal sealed class AvailableWork : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/available-work")
        {
            Summary = "Code is said to be available on an account",
            Why = "A post that announces its code in passing is as a rule announcing its authors’ code.",
            Fix = "See the links that are reported.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Mention>(mention => IsCandidate(mention.Link))
            .And<Phrase>(Within.Sentence, Announces)
            .Unless<Phrase>(Within.Sentence, (mention, phrase, other) => OwnLink.IsOther(other))
            .Unless<Phrase>(
                (mention, _) => OwnLink.SentenceOf(mention),
                other => other.Place.Sentence,
                (_, _, other) => OwnLink.IsOther(other)
            )
            .Unless<OwnLinkFact>((mention, phrase) => OwnLinkFact.KeyOf(mention.Link), own => OwnLinkFact.KeyOf(own.Link))
            .Unless<NamedOwner>(
                (mention, phrase) => AccountClue.KeyOf(mention),
                owner => AccountClue.KeyOf(owner.Mention),
                (mention, phrase, owner) => ReferenceEquals(mention, owner.Mention)
            )
            .Unless<Citation>(Within.Block, (mention, phrase, citation) => !citation.Place.Span.Overlaps(mention.Place.Span))
            .Unless<Citation>((mention, phrase) => OwnLink.SentenceOf(mention), citation => citation.Place.Sentence)
            .Unless<Citation>(Within.Lines(TableLines), (mention, phrase, citation) => mention.Via is MentionKind.Row)
            .Unless<WebLink>(Within.Lines(TableLines), IsOneOfSeveral)
            .Unless<WebLink>(Within.Lines(ListLines), IsBesidePaper)
            .Unless<Mention>(Within.File, IsRepeated)
            .Unless<Mention>((mention, phrase) => OwnLinkFact.KeyOf(mention.Link), other => OwnLinkFact.KeyOf(other.Link), NamesWork)
            .Conclude((mention, phrase) => new AvailableFact(mention.Link, phrase, mention.Link.Place));

    private const int TableLines = 6; // around a row; a table that also shows a paper is about that paper
    private const int ListLines = 2; // around an entry of a list
    private const int MostAround = 8; // characters of numbers and marks around a heading’s or cell’s words

    private static bool IsCandidate(WebLink link) =>
        OwnLink.IsCandidate(link) && link.Kind is not ("gist" or "storage") && link.Use is not LinkUse.Image;

    private static bool Announces(Mention mention, Phrase phrase) =>
        !phrase.IsQuoted
        && phrase.Kind switch
        {
            "availability" => phrase.IsLeading && mention.Link.Use is not LinkUse.Call && mention.DistanceTo(phrase.Place) < 120,
            "ownership.likely" => mention.DistanceTo(phrase.Place) < 120,
            "label" => IsLabel(mention) && mention.Place.Length - phrase.Place.Length <= MostAround,
            "badge" => mention.IsAlone && mention.DistanceTo(phrase.Place) == 0,
            "invitation" => IsInteractive(mention.Link) && mention.DistanceTo(phrase.Place) < 80,
            "instruction" => mention.Via is MentionKind.LeadIn or MentionKind.Sentence && mention.Link.Use is not LinkUse.Anchor,
            _ => false,
        };

    /// <summary>What runs on the account that set it up.</summary>
    private static bool IsInteractive(WebLink link) =>
        link.Kind is "deployment" or "notebook"
        || link.Host is "colab.research.google.com" or "kaggle.com" or "mybinder.org" or "nbviewer.org"
        || link.Host.EndsWith(".hf.space", StringComparison.Ordinal)
        || (link.Kind is "models" && link.Address.Text.Contains("/spaces/", StringComparison.Ordinal));

    /// <summary>Labels stand at each work of a list: one that shows several accounts announces nobody’s own.</summary>
    private static bool IsOneOfSeveral(Mention mention, Phrase phrase, WebLink other) =>
        phrase.Kind is "label" or "badge"
        && OwnLink.IsCandidate(other)
        && other.Family == mention.Link.Family
        && other.HasAccount
        && mention.Link.HasAccount
        && other.AccountKey != mention.Link.AccountKey;

    /// <summary>“Link to the paper, link to the code”: the code is the paper’s.</summary>
    private static bool IsBesidePaper(Mention mention, Phrase phrase, WebLink other) =>
        phrase.Kind is "label" or "badge" && other.Use is LinkUse.Anchor or LinkUse.Text && WellKnown.IsPaper(other.Host);

    /// <summary>A label that stands at each work of a post.</summary>
    private static bool IsRepeated(Mention mention, Phrase phrase, Mention other) =>
        phrase.Kind is "label" or "badge"
        && other.Via == mention.Via
        && IsOneOfSeveral(mention, phrase, other.Link)
        && (phrase.Kind is "label" || other.IsAlone);

    /// <summary>A row that says more than a label and an address tells of a work, as do the rows below a label.</summary>
    private static bool NamesWork(Mention mention, Phrase phrase, Mention other) =>
        phrase.Kind switch
        {
            "badge" => other.Via is MentionKind.Row or MentionKind.Column,
            "label" => mention.Via is MentionKind.Row && other.Via is MentionKind.Row && other.Place.Start != mention.Place.Start,
            _ => false,
        };

    private static bool IsLabel(Mention mention) => mention.Via is MentionKind.Heading or MentionKind.Row or MentionKind.Caption;
}
