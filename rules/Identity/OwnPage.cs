using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>A page, channel or recording is presented as the authors’ own.</summary>
internal sealed class OwnPage : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/own-page")
        {
            Summary = "A page, channel or recording is presented as the authors’ own",
            Why = "Whoever opens it sees whose it is.",
            Fix = "Leave the link out until the camera-ready version.",
            CodeFix = CodeFixes.ReplaceLink,
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Mention>(mention => IsPage(mention.Link))
            .And<Phrase>(Within.Sentence, IsClaimed)
            .Unless<Phrase>(Within.Sentence, IsOfOthers)
            .Unless<Phrase>(Within.Sentence, IsMatter)
            .Unless<Phrase>(Within.Sentence, (mention, claim, other) => IsClaimed(mention, other) && IsNearer(mention, other, claim))
            .Unless<OwnLinkFact>((mention, claim) => OwnLinkFact.KeyOf(mention.Link), own => OwnLinkFact.KeyOf(own.Link))
            .Report(
                (mention, claim) =>
                    At(mention.Link, $"{claim.Quoted} presents {mention.Link.Address} as the authors’ own", mention.Link.Address.Text)
            );

    private static bool IsPage(WebLink link) =>
        link.Kind is "profile" or "site" or "video" or "deployment" or "notebook"
        && link.Use is not (LinkUse.Reference or LinkUse.Metadata or LinkUse.Code)
        && !WellKnown.Accounts.Contains(link.Account.Text)
        && !PlaceholderNames.IsAnybody(link.HasAccount ? link.Account.Text : link.Host);

    private static bool IsOfOthers(Mention mention, Phrase claim, Phrase other) =>
        OwnLink.IsOther(other) && mention.DistanceTo(other.Place) <= mention.DistanceTo(claim.Place);

    /// <summary>“Our video dataset”: what the claim is part of is no page.</summary>
    private static bool IsMatter(Mention mention, Phrase claim, Phrase other) =>
        other.Kind is "medium" && other.Place.Span.Overlaps(claim.Place.Span);

    private static bool IsNearer(Mention mention, Phrase phrase, Phrase than) =>
        mention.DistanceTo(phrase.Place) < mention.DistanceTo(than.Place);

    private static bool IsClaimed(Mention mention, Phrase phrase) =>
        phrase.Kind is "own-page" && !phrase.IsQuoted && mention.DistanceTo(phrase.Place) < 80;
}
