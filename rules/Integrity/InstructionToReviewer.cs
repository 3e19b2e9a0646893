using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Integrity;

/// <summary>The text tells reviewers or language models how to judge the post.</summary>
internal sealed class InstructionToReviewer : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("integrity/instruction-to-reviewer")
        {
            Summary = "The text tells reviewers or language models how to judge the post",
            Why = "A post is judged by what it says; asking for a verdict, from people or from programs, tries to steer the review.",
            Fix = "Delete the sentence. If it is an example, quote it or set it as code.",
            Severity = Severity.Error,
            Phases = [Phase.Submission, Phase.CameraReady],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(phrase =>
                Steering.IsAsked(phrase) && phrase.Place.Context is TextContext.Prose or TextContext.Heading or TextContext.Caption
            )
            .Unless<Phrase>(Within.File, (phrase, other) => Steering.IsStudy(other))
            .Unless<HiddenPassage>(Within.File, (phrase, passage) => passage.Place.Span.Contains(phrase.Place.Span))
            .Gather<Phrase>(Within.Block)
            .Where(Steering.IsInstruction)
            .Report(
                (phrase, clues) =>
                    At(phrase, $"{phrase.Quoted} tells reviewers or language models how to judge the post", $"{phrase.Place.Block}")
            );
}
