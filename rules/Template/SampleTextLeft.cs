using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Profiles;

namespace PostLint.Rules.Template;

/// <summary>Text of the sample post is left.</summary>
internal sealed class SampleTextLeft : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/sample-text-left")
        {
            Summary = "Text of the sample post is left",
            Why = "What readers see belongs to the template and says nothing of the post’s subject; the submission looks unfinished.",
            Fix = "Delete what the sample post brought, or write over it.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        WhenEach<TemplateText>(
                by: text => text.Place.File,
                where: text => text.Place.Context is TextContext.Prose or TextContext.Heading or TextContext.Caption
            )
            .Report(texts =>
                At(texts[0], $"Text of the sample post stands here, word for word (lines in this file: {texts.Sum(text => text.Lines)})")
            );
}
