using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Syntax;

namespace PostLint.Rules.Submission;

/// <summary>Markup is broken.</summary>
internal sealed class BrokenMarkup : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("submission/broken-markup")
        {
            Summary = "Markup is broken",
            Why = "Browsers guess what was meant; what they guess may show or hide text.",
            Fix = "Close what is opened.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        WhenEach<Defect>(
                by: defect => (defect.Place.File, (int)defect.Kind),
                where: defect =>
                    defect.Kind
                        is SyntaxProblemKind.UnclosedComment
                            or SyntaxProblemKind.UnclosedLiquid
                            or SyntaxProblemKind.TooDeep
                            or SyntaxProblemKind.BrokenEntry
            )
            .Report(defects => At(defects[0], $"{new Quoted(defects[0].Detail)} ({defects.Count} in this file)"));
}
