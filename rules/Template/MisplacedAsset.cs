using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Rules.Template;

/// <summary>An asset does not lie in the post’s own folder.</summary>
internal sealed class MisplacedAsset : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/misplaced-asset")
        {
            Summary = "An asset does not lie in the post’s own folder",
            Why =
                "Each post has folders of its own, named like it; files elsewhere may replace those of other posts, and the "
                + "track closes pull requests that add them.",
            Fix = "Move the file into the folder that is named like the post, and fix what refers to it.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Edition>(edition => edition.AllowedPaths.Count > 0)
            .And<FileEntry>((_, post) => post.Role is FileRole.Post && SitePaths.IsInSite(post.SitePath))
            .And<FileEntry>(
                (edition, post, file) =>
                    file.Role is not FileRole.Post
                    && SitePaths.IsAsset(edition, file.SitePath)
                    && !SitePaths.IsAllowed(edition, SitePaths.SlugOf(post.SitePath), file.SitePath)
            )
            .Report(
                (_, post, file) =>
                    At(
                        file,
                        $"{new Quoted(file.SitePath)} does not lie where the assets of {new Quoted(SitePaths.SlugOf(post.SitePath))} belong"
                    )
            );
}
