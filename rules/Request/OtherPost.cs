using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Request;

/// <summary>The request changes or deletes a post of others.</summary>
internal sealed class OtherPost : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("request/other-post")
        {
            Summary = "The request changes or deletes a post of others",
            Why = "Posts that are already there belong to other people; a submission leaves them as they are.",
            Fix = "Undo the change with the command that the message shows, and push again.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Facts.Request>()
            .And<ChangedPath>(
                (request, changed) =>
                    changed is { IsPost: true, Change: not FileChange.Added }
                    && (changed.Change is FileChange.Deleted || SitePaths.SlugOf(changed.Path) != request.Slug)
            )
            .Report(
                (request, changed) =>
                    At(changed, $"{Undo.What(changed)}, which was there before; undo it with: {Undo.Command(request, changed)}")
            );
}
