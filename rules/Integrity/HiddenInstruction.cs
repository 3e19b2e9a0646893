using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;
using PostLint.Profiles;

namespace PostLint.Rules.Integrity;

/// <summary>A text that readers do not see tells reviewers or language models what to do.</summary>
internal sealed class HiddenInstruction : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("integrity/hidden-instruction")
        {
            Summary = "A text that readers do not see tells reviewers or language models what to do",
            Why = "It tries to steer the review behind the readers’ backs, which venues treat as misconduct.",
            Fix = "Delete it. An example of such an instruction belongs into visible text, quoted or as code.",
            CodeFix = CodeFixes.DropHidden,
            Severity = Severity.Error,
            Phases = [Phase.Submission, Phase.CameraReady],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<HiddenPassage>()
            .Gather<PassageClue>(passage => passage.Id, clue => clue.PassageId)
            .Report(
                (passage, clues) =>
                    Steering.In(passage, clues) is { } clue
                        ? At(
                            clue,
                            $"An instruction to reviewers or language models (“{new Quoted(clue.Words.Text)}”) stands "
                                + $"{Steering.Where(passage.How)}",
                            $"{passage.Place.Start}"
                        )
                        : null
            );
}
