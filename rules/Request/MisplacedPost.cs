using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Request;

/// <summary>The request has a post where the track takes none.</summary>
internal sealed class MisplacedPost : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("request/misplaced-post")
        {
            Summary = "The request has a post where the track takes none",
            Why =
                "A post lies in the folder _posts itself and ends in .md; the track closes requests with posts in folders below it "
                + "or with other endings, and the site shows them at another address or not at all.",
            Fix = "Move the post with the command that the message shows, and push again.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Edition>(edition => edition.AllowedPaths.Count > 0)
            .And<ChangedPath>(
                (edition, changed) =>
                    changed is { IsPost: true, Change: not FileChange.Deleted }
                    && !SitePaths.IsAllowed(edition, SitePaths.SlugOf(changed.Path), changed.Path, StringComparison.Ordinal)
            )
            .Report(
                (_, changed) =>
                    At(
                        changed,
                        $"{new Quoted(changed.Path)} is no place for a post; move it with: {Undo.Move(changed, TakenPath(changed.Path))}"
                    )
            );

    private static string TakenPath(string path) => $"_posts/{SitePaths.SlugOf(path)}.md";
}
