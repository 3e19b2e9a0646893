using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>The authors tell something of their lives.</summary>
internal sealed class Biography : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/biography")
        {
            Summary = "The authors tell something of their lives",
            Why = "Dates, degrees, talks, courses and friends narrow down who is writing.",
            Fix = "Leave it out, or tell it without first person and date.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(phrase =>
                phrase.Kind is "biography"
                && !phrase.IsQuoted
                && phrase.Place.Context is not (TextContext.Code or TextContext.BibliographyField or TextContext.Attribute)
            )
            .Unless<Phrase>(Within.Sentence, (phrase, other) =>
                other.Kind is "affiliation" || (other.Kind is "biography.dated" && other.Place.Span.Overlaps(phrase.Place.Span))
            )
            .Report(phrase =>
                At(phrase, $"{phrase.Quoted} tells something about an author", $"{phrase.Place.Block}/{phrase.Place.Sentence}")
            );
}
