using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Rules.Template;

/// <summary>A file lies where the track takes none.</summary>
internal sealed class StrayFile : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/stray-file")
        {
            Summary = "A file lies where the track takes none",
            Why = "A submission adds a post, its bibliography and its assets; the track closes pull requests that touch other files.",
            Fix = "Take the file out, or move it to the post’s own assets.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Edition>(edition => edition.AllowedPaths.Count > 0)
            .And<FileEntry>((_, post) => post.Role is FileRole.Post && SitePaths.IsInSite(post.SitePath))
            .And<FileEntry>(
                (edition, post, file) =>
                    file.Role is not FileRole.Post
                    && !SitePaths.IsAsset(edition, file.SitePath)
                    && !SitePaths.IsAllowed(edition, SitePaths.SlugOf(post.SitePath), file.SitePath)
            )
            .Unless<Facts.Request>()
            .Report((_, _, file) => At(file, $"{new Quoted(file.SitePath)} is none of the files that a submission adds"));
}
