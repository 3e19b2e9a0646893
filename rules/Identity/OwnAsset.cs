using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Syntax;

namespace PostLint.Rules.Identity;

/// <summary>A picture that the authors made is loaded from an account.</summary>
internal sealed class OwnAsset : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/own-asset")
        {
            Summary = "A picture that the authors made is loaded from an account",
            Why = "Where the figures of a post lie, there its authors put them; the address shows the account.",
            Fix = "Put the file into the submission; if the picture is somebody else’s, say whose it is.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Mention>(IsShown)
            .And<Phrase>(Within.Sentence, (mention, phrase) =>
                phrase.Kind is "own-figure" && !phrase.IsQuoted && mention.DistanceTo(phrase.Place) < Reach
            )
            .Unless<Phrase>(Within.Block, (_, _, other) => OwnLink.IsOther(other))
            .Unless<Citation>(Within.Block)
            .Unless<OwnLinkFact>((mention, _) => OwnLinkFact.KeyOf(mention.Link), own => OwnLinkFact.KeyOf(own.Link))
            .Unless<TrackForkFact>((mention, _) => OwnLinkFact.KeyOf(mention.Link), fork => OwnLinkFact.KeyOf(fork.Link))
            .Report(
                (mention, phrase) =>
                    At(
                        mention.Link,
                        $"{MessageParts.Said(phrase, mention.Link)} says that the authors made what the page loads from "
                            + $"{MessageParts.Target(mention.Link)}",
                        mention.Link.AccountKey.Text
                    )
            );

    private const int Reach = 60; // characters between the picture and what its alternative text or caption says

    private static bool IsShown(Mention mention) =>
        mention.Link.Use is LinkUse.Image or LinkUse.Embed
        && mention.Via is MentionKind.Sentence or MentionKind.Caption or MentionKind.Row
        && OwnLink.IsCandidate(mention.Link)
        && mention.Link.HasAccount;
}
