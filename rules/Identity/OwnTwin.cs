using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>A link leads to the repository of which an anonymous copy is linked.</summary>
internal sealed class OwnTwin : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/own-twin")
        {
            Summary = "A link leads to the repository that a linked anonymous copy was made of",
            Why = "The anonymous copy bears the name of the repository; who compares both sees the owner.",
            Fix = "Link the anonymous copy only; if the repository is somebody else’s, say whose it is.",
            CodeFix = CodeFixes.ReplaceLink,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<WebLink>(link => OwnLink.IsCandidate(link) && link.HasAccount && link.Project.Text.Length > 3)
            .And<WebLink>(link => Fold(link.Project.Text), NameOfCopy)
            .Unless<Phrase>(Within.Sentence, (link, copy, phrase) => OwnLink.IsOther(phrase))
            .Unless<OwnLinkFact>((link, copy) => OwnLinkFact.KeyOf(link), own => OwnLinkFact.KeyOf(own.Link))
            .Report(
                (link, copy) =>
                    At(
                        link,
                        $"{MessageParts.Target(link)} has the name of the anonymous copy in line {copy.Place.Line}",
                        link.AccountKey.Text
                    )
            );

    private static Key NameOfCopy(WebLink copy) => copy.Kind is "anonymous" ? Fold(AnonymousHostName.NameOf(copy)) : Key.None;

    private static Key Fold(string name) => name.ToUpperInvariant();
}
