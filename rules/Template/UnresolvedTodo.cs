using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Template;

/// <summary>Something is still to be written.</summary>
internal sealed class UnresolvedTodo : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/unresolved-todo")
        {
            Summary = "Something is still to be written",
            Why = "A mark for the authors is shown to the readers; what it stands for is missing.",
            Fix = "Fill in what is missing, or delete the mark.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<UnfinishedMark>().Report(mark => At(mark, $"Readers see a mark that something is still to be done here"));
}
