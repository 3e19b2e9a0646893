using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>A notebook lies on somebody’s drive.</summary>
internal sealed class SharedNotebook : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/shared-notebook")
        {
            Summary = "A notebook lies on somebody’s drive",
            Why = "Who opens a shared notebook sees its owner’s name.",
            Fix = "Put the notebook into an anonymous repository; keep the link only if it is somebody else’s.",
            CodeFix = CodeFixes.ReplaceLink,
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<WebLink>(IsOnDrive)
            .Unless<Phrase>(Within.Sentence, (link, phrase) => phrase.Kind is "others" or "called-anonymous" or "availability")
            .Unless<Citation>(Within.Sentence)
            .Unless<OwnLinkFact>(link => OwnLinkFact.KeyOf(link), own => OwnLinkFact.KeyOf(own.Link))
            .Report(link => At(link, $"{link.Address} shows its owner to whoever opens it", link.Address.Text));

    private static bool IsOnDrive(WebLink link) =>
        link.Host is "colab.research.google.com" && link.Kind is "notebook" && link.Use is not LinkUse.Reference;
}
