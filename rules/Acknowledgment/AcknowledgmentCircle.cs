using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Acknowledgment;

/// <summary>A sentence thanks those who met the authors in a seminar, course or group.</summary>
internal sealed class AcknowledgmentCircle : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("acknowledgment/circle")
        {
            Summary = "A sentence thanks those around the authors",
            Why = "People in the same seminar, course or group know the authors, and naming it narrows down who they are.",
            Fix = "Take the sentence out and bring it back for the camera-ready version.",
            CodeFix = CodeFixes.DropSentence,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(phrase => phrase.Kind is "thanks.act" && !phrase.IsQuoted && Thanks.IsText(phrase))
            .With<Phrase>(Within.Sentence, (act, circle) => circle.Kind is "thanks.circle" && circle.Place.Start >= act.Place.Start)
            .Unless<NameMention>(Within.Sentence)
            .Gather<Phrase>(Within.Sentence)
            .Where((act, clues) => Thanks.Score(act, clues) >= 2)
            .Report((act, clues) => At(act, $"This sentence thanks people around the authors ({act.Quoted})", "thanks"));
}
