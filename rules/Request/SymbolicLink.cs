using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Request;

/// <summary>The request adds a symbolic link.</summary>
internal sealed class SymbolicLink : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("request/symbolic-link")
        {
            Summary = "The request adds a symbolic link",
            Why = "A link may lead out of the repository, and shows where it was made.",
            Fix = "Add the file itself in place of the link.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<ChangedPath>(changed => changed is { Kind: EntryKind.Link, Change: not FileChange.Deleted })
            .And<Facts.Request>()
            .Report(
                (changed, request) =>
                    At(changed, $"{new Quoted(changed.Path)} is a symbolic link; undo it with: {Undo.Command(request, changed)}")
            );
}
