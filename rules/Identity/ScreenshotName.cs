using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>A screenshot was named by a system in another language.</summary>
internal sealed class ScreenshotName : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/screenshot-name")
        {
            Summary = "The name of a screenshot tells the language of its author's computer",
            Why = "Systems name screenshots in the language of their user; together with other hints it narrows the circle.",
            Fix = "Give the file a name that says what it shows.",
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        WhenEach<NamedFile>(by: file => 0, where: file => FileNames.LanguageOf(file.Path) is not null)
            .Report(files =>
                At(
                    files[0],
                    $"The name of this file is that of a screenshot in {new Neutral(FileNames.LanguageOf(files[0].Path)!)}",
                    "screenshot"
                )
            );
}
