using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>A link leads to a project that the authors say they develop.</summary>
internal sealed class OwnProject : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/own-project")
        {
            Summary = "A link leads to a project that the authors say they develop",
            Why = "The text says that the authors develop the project, and the link tells whose it is.",
            Fix = "Write about the project in the third person, or leave the link out until the camera-ready version.",
            CodeFix = CodeFixes.ReplaceLink,
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<WebLink>(link => link.HasAccount && link.Project.Text.Length > 2 && link.Use is not LinkUse.Reference)
            .And<Phrase>(Within.Lines(10), (link, phrase) => phrase.Kind is "own-development" && !phrase.IsQuoted && Names(phrase, link))
            .Report(
                (link, phrase) =>
                    At(link, $"{phrase.Quoted} says that the authors develop {MessageParts.Target(link)}", link.AccountKey.Text)
            );

    private static bool Names(Phrase phrase, WebLink link) =>
        phrase.Words.Text.Split(' ')[^1] is { Length: > 2 } name
        && (
            link.Project.Text.Equals(name, StringComparison.OrdinalIgnoreCase)
            || link.Account.Text.Equals(name, StringComparison.OrdinalIgnoreCase)
        );
}
