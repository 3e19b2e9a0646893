using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Conflict;

/// <summary>The text declares conflicts of interest, or that there are none.</summary>
internal sealed class ConflictStatement : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("conflict/statement")
        {
            Summary = "The text declares conflicts of interest",
            Why = "Who has a conflict, and with what, narrows down who is writing; declarations go to the chairs, not to readers.",
            Fix = "Take the declaration out of the post and make it in the submission form.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(phrase =>
                phrase.Kind is ("conflict.none" or "conflict.declared" or "conflict.third")
                && !phrase.IsQuoted
                && phrase.Place.Context is not (TextContext.Code or TextContext.Attribute or TextContext.BibliographyField)
            )
            .Unless<Citation>(Within.Sentence, (phrase, _) => phrase.Kind is "conflict.third")
            .Report(phrase => At(phrase, $"The post declares conflicts of interest, which belong in the submission form", "statement"));
}
