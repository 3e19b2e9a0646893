using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>What is called anonymous lies on a drive that shows its owner.</summary>
internal sealed class CalledAnonymous : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/called-anonymous")
        {
            Summary = "A link that is called anonymous leads to a drive that shows its owner",
            Why = "Google Drive, Colab and cloud shares show the owner’s name or address to whoever opens the file.",
            Fix = "Use a service that hides the owner, for instance anonymous.4open.science.",
            CodeFix = CodeFixes.ReplaceLink,
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Mention>(mention => IsShowing(mention.Link))
            .And<Phrase>(Within.Sentence, IsCalled)
            .Unless<OwnLinkFact>((mention, phrase) => OwnLinkFact.KeyOf(mention.Link), own => OwnLinkFact.KeyOf(own.Link))
            .Unless<WebLink>(Within.Sentence, (mention, phrase, other) => other.Kind is "anonymous")
            .Report(
                (mention, phrase) =>
                    At(mention.Link, $"{phrase.Quoted} is said of {mention.Link.Address}, which shows its owner", mention.Link.Address.Text)
            );

    private static bool IsShowing(WebLink link) =>
        OwnLink.IsOwnerless(link) && link.Kind is not "deposit" && link.Use is not LinkUse.Reference;

    private static bool IsCalled(Mention mention, Phrase phrase) =>
        phrase.Kind is "called-anonymous" && !phrase.IsQuoted && mention.DistanceTo(phrase.Place) < 120;
}
