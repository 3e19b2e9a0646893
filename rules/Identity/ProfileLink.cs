using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>A profile is presented as the authors’ own.</summary>
internal sealed class ProfileLink : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/profile-link")
        {
            Summary = "A profile is presented as the authors’ own",
            Why = "A profile or home page identifies its owner.",
            Fix = "Delete the link.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Mention>(mention => IsPage(mention.Link))
            .And<Phrase>(Within.Sentence, IsNamedBy)
            .Unless<Phrase>(Within.Sentence, (mention, phrase, other) => other.Kind is "others")
            .Report(
                (mention, phrase) =>
                    At(mention.Link, $"{phrase.Quoted} presents {mention.Link.Address} as the authors’ own", mention.Link.Address.Text)
            );

    private static bool IsNamedBy(Mention mention, Phrase phrase) =>
        phrase.Kind is "profile" && !phrase.IsQuoted && mention.DistanceTo(phrase.Place) < 30;

    private static bool IsPage(WebLink link) =>
        link.Kind is "profile" or "site" or ""
        && !WellKnown.IsPaper(link.Host)
        && link.Use is LinkUse.Anchor or LinkUse.Text or LinkUse.Comment;
}
