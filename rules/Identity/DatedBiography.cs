using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>The authors date something of their lives.</summary>
internal sealed class DatedBiography : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/dated-biography")
        {
            Summary = "The authors date something of their lives",
            Why = "A degree with its year leaves few candidates among those who work on the topic.",
            Fix = "Leave it out, or tell it without first person and date.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(phrase =>
                phrase.Kind is "biography.dated"
                && !phrase.IsQuoted
                && phrase.Place.Context is not (TextContext.Code or TextContext.BibliographyField or TextContext.Attribute)
            )
            .Unless<Phrase>(Within.Sentence, (phrase, other) => other.Kind is "affiliation")
            .Report(phrase => At(phrase, $"{phrase.Quoted} dates something of an author’s life"));
}
