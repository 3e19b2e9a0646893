using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Acknowledgment;

/// <summary>A sentence thanks nobody in particular.</summary>
internal sealed class GenericThanks : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("acknowledgment/generic-thanks")
        {
            Summary = "A sentence thanks nobody in particular",
            Why = "It identifies nobody; some calls ask to leave every acknowledgment out.",
            Fix = "Leave the sentence out.",
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(phrase =>
                phrase.Kind is "thanks.act" && !phrase.IsQuoted && Thanks.IsText(phrase) && phrase.Place.Context is TextContext.Prose
            )
            .Unless<NameMention>(Within.Sentence)
            .Unless<Phrase>(Within.Sentence, (act, circle) => circle.Kind is "thanks.circle" && circle.Place.Start >= act.Place.Start)
            .Gather<Phrase>(Within.Sentence)
            .Where((act, clues) => Thanks.Score(act, clues) >= 2)
            .Report((act, clues) => At(act, $"This sentence reads as an acknowledgment that names nobody ({act.Quoted})", "thanks"));
}
