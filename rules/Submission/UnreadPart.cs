using PostLint.Engine;
using PostLint.Findings;

namespace PostLint.Rules.Submission;

/// <summary>Part of a file could not be read, and so was not checked.</summary>
internal sealed class UnreadPart : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("submission/unread-part")
        {
            Summary = "Part of a file could not be read, and so was not checked",
            Why = "What is encrypted, cut off, broken or too large may hold anything; no reader can vouch for it.",
            Fix = "Export the file again; take encryption off; split or leave out what is too large.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Facts.UnreadPart>().Report(part => At(part, $"Not everything in this file was read: {new Quoted(part.Reason)}", part.Reason));
}
