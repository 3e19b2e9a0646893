using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Template;

/// <summary>A note of the sample post is left in a comment.</summary>
internal sealed class SampleCommentLeft : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/sample-comment-left")
        {
            Summary = "A note of the sample post is left in a comment",
            Why = "Readers do not see it; it is only in the way.",
            Fix = "Delete the comment.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        WhenEach<TemplateText>(
                by: text => text.Place.File,
                where: text => text.Place.Context is TextContext.HtmlComment or TextContext.MarkdownComment
            )
            .Report(texts => At(texts[0], $"This comment holds text of the sample post"));
}
