using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Request;

/// <summary>The request changes a file that is none of its post’s.</summary>
internal sealed class OtherFile : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("request/other-file")
        {
            Summary = "The request changes a file that does not belong to its post",
            Why = "A submission adds a post, its bibliography and its assets; the track closes requests that touch anything else.",
            Fix = "Undo the change with the command that the message shows, and push again.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Edition>(edition => edition.AllowedPaths.Count > 0)
            .And<Facts.Request>((_, request) => request.Slug.Length > 0)
            .And<ChangedPath>(
                (edition, request, changed) =>
                    !changed.IsPost
                    && changed.Kind is EntryKind.File
                    && !SitePaths.IsAllowed(edition, request.Slug, changed.Path, StringComparison.Ordinal)
            )
            .Report(
                (_, request, changed) =>
                    At(changed, $"{Undo.What(changed)} and does not belong to this post; undo it with: {Undo.Command(request, changed)}")
            );
}
