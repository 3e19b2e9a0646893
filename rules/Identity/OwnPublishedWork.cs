using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>The authors mention a published work of their own.</summary>
internal sealed class OwnPublishedWork : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/own-published-work")
        {
            Summary = "The authors mention a published work of their own",
            Why = "Whoever knows the topic finds the work, and its authors.",
            Fix = "Write about it in the third person and cite it, or leave it out.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(phrase =>
                phrase.Kind is "own-published"
                && !phrase.IsQuoted
                && phrase.Place.Context is not (TextContext.Code or TextContext.Attribute or TextContext.BibliographyField)
            )
            .Unless<Citation>(Within.Sentence)
            .Unless<Phrase>(Within.Sentence, (phrase, other) =>
                other.Kind is "others" or "placeholder"
                && !other.Place.Span.Overlaps(phrase.Place.Span)
                && !SelfCitation.LeadsTo(other, phrase)
            )
            .Report(phrase => At(phrase, $"{phrase.Quoted} is a published work of the authors"));
}
