using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>A link shows a change that the authors made to somebody’s software.</summary>
internal sealed class OwnPullRequest : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/own-pull-request")
        {
            Summary = "A link shows a change that the authors made to somebody’s software",
            Why = "A pull request, commit or issue shows the account of whoever wrote it.",
            Fix = "Leave the link out until the camera-ready version.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Mention>(mention => IsChange(mention.Link))
            .And<Phrase>(Within.Sentence, IsDeed)
            .Unless<Phrase>(Within.Sentence, (mention, deed, other) =>
                other.Kind is "others" && !deed.Place.Span.Contains(other.Place.Span)
            )
            .Unless<OwnLinkFact>((mention, deed) => OwnLinkFact.KeyOf(mention.Link), own => OwnLinkFact.KeyOf(own.Link))
            .Report(
                (mention, deed) =>
                    At(
                        mention.Link,
                        $"{deed.Quoted} tells what the authors did, and {mention.Link.Address} shows who did it",
                        mention.Link.Address.Text
                    )
            );

    private static bool IsChange(WebLink link) =>
        link.Kind is "code"
        && link.Use is not (LinkUse.Reference or LinkUse.Metadata)
        && s_parts.Any(part => link.Address.Text.Contains(part, StringComparison.Ordinal));

    private static bool IsDeed(Mention mention, Phrase phrase) =>
        phrase.Kind is "own-making" or "own-development" or "own-deed"
        && !phrase.IsQuoted
        && phrase.Place.Start <= mention.Link.Place.Start
        && mention.DistanceTo(phrase.Place) < 120;

    private static readonly string[] s_parts = ["/pull/", "/pulls/", "/merge_requests/", "/commit/", "/commits/", "/compare/"];
}
