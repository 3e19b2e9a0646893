using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Syntax;

namespace PostLint.Rules.Submission;

/// <summary>A file contains bytes that are not valid UTF-8.</summary>
internal sealed class UnreadableText : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("submission/unreadable-text")
        {
            Summary = "A file contains bytes that are not valid UTF-8",
            Why = "What cannot be decoded cannot be checked, and does not show as meant.",
            Fix = "Save the file as UTF-8.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Defect>(defect => defect.Kind is SyntaxProblemKind.InvalidBytes or SyntaxProblemKind.NulCharacters)
            .Report(defect => At(defect, $"{new Quoted(defect.Detail)}", "bytes"));
}
