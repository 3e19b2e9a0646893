using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Template;

/// <summary>A Markdown image stands where the layout has an include.</summary>
internal sealed class MarkdownImage : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/markdown-image")
        {
            Summary = "A Markdown image stands where the layout has an include",
            Why = "The layout’s figure include scales images to the page and makes their addresses; Markdown images get neither.",
            Fix = "Show the image by the figure include, as the track’s sample post does.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<AssetReference>(reference => reference.Form is AssetForm.Markdown)
            .With<Edition>((_, edition) => edition.Layout is "distill")
            .Report(reference => At(reference, $"A Markdown image stands here instead of the figure include", "markdown"));
}
