using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Request;

/// <summary>The request adds another repository as a submodule.</summary>
internal sealed class Submodule : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("request/submodule")
        {
            Summary = "The request adds another repository as a submodule",
            Why = "The address of the repository shows its owner, and its content is not part of the submission.",
            Fix = "Add the files themselves.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<ChangedPath>(changed =>
                changed is { Kind: EntryKind.Submodule, Change: not FileChange.Deleted } || changed.Path is ".gitmodules"
            )
            .And<Facts.Request>()
            .Report(
                (changed, request) =>
                    At(changed, $"{new Quoted(changed.Path)} brings in another repository; undo it with: {Undo.Command(request, changed)}")
            );
}
