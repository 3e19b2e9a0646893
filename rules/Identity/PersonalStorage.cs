using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>A file lies in somebody’s storage.</summary>
internal sealed class PersonalStorage : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/personal-storage")
        {
            Summary = "A file lies in somebody’s storage",
            Why = "Storage services show the owner of a file to whoever opens it.",
            Fix = "Put the file into the submission or an anonymous repository.",
            CodeFix = CodeFixes.ReplaceLink,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<WebLink>(IsShown)
            .Unless<Phrase>(Within.Sentence, (link, phrase) => phrase.Kind is "others")
            .Unless<Citation>(Within.Sentence)
            .Unless<OwnLinkFact>(link => OwnLinkFact.KeyOf(link), own => OwnLinkFact.KeyOf(own.Link))
            .Report(link => At(link, $"{link.Address} lies in storage whose owner is shown to visitors", link.Address.Text));

    /// <summary>A file that readers see or open; SharePoint has a rule of its own.</summary>
    private static bool IsShown(WebLink link) =>
        link.Kind is "storage"
        && !link.Host.EndsWith("sharepoint.com", StringComparison.Ordinal)
        && link.Use is LinkUse.Text or LinkUse.Anchor or LinkUse.Embed or LinkUse.Image;
}
