using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Integrity;

/// <summary>A passage is made invisible.</summary>
internal sealed class HiddenText : Rule
{
    private const int MinWords = 15; // labels and hints are shorter

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("integrity/hidden-text")
        {
            Summary = "A passage is made invisible",
            Why =
                "Text of the colour of the page, of no size or outside of it is read by programs and by no reader; chairs "
                + "will ask what it is for.",
            Fix = "Show the passage or delete it. Text for screen readers is better given by aria-label or a class for it.",
            Severity = Severity.Warning,
            Phases = [Phase.Submission, Phase.CameraReady],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<HiddenPassage>(passage => passage.How is HiddenPassageKind.Style && passage.Words >= MinWords)
            .Gather<PassageClue>(passage => passage.Id, clue => clue.PassageId)
            .Where((passage, clues) => Steering.In(passage, clues) is null)
            .Report((passage, clues) => At(passage, $"{passage.Words} words are made invisible by their colour, size or place"));
}
