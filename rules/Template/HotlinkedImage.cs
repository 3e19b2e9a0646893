using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Rules.Template;

/// <summary>An image is loaded from another site.</summary>
internal sealed class HotlinkedImage : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/hotlinked-image")
        {
            Summary = "An image is loaded from another site",
            Why = "Images of other sites change or vanish, and the track asks for images in the post’s own assets.",
            Fix = "Save the image in the post’s own assets, with its source in the caption, and show it from there.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<WebLink>(link => link.Use is LinkUse.Image && !link.Host.Contains("iclr-blog", StringComparison.OrdinalIgnoreCase))
            .With<Edition>((_, edition) => edition.AllowedPaths.Count > 0)
            .With<FileEntry>(link => link.Place.File, file => file.Place.File, (_, file) => file.Role is FileRole.Post)
            .Report(link => At(link, $"An image is loaded from {new Quoted(link.Host)} instead of the post’s own assets", "image"));
}
