using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Conflict;

/// <summary>The post declares no conflict, and calls a cited work its authors’ own.</summary>
internal sealed class ContradictedStatement : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("conflict/contradicted-statement")
        {
            Summary = "A post that declares no conflict cites its authors’ own work",
            Why = "One of the two is wrong, and a chair has to ask which.",
            Fix = "Declare the conflict in the submission form, and cite the work in the third person.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(phrase =>
                phrase.Kind is "own-work" && !phrase.IsQuoted && phrase.Place.Context is not (TextContext.Code or TextContext.Attribute)
            )
            .With<Phrase>(Within.File, (_, other) => other.Kind is "conflict.none" && !other.IsQuoted)
            .With<Citation>(Within.Sentence, (phrase, citation) =>
                citation.Place.Start > phrase.Place.Start - 60 && citation.Place.Start - phrase.Place.Span.End < 120
            )
            .Unless<Phrase>(Within.Sentence, (phrase, other) =>
                other.Kind is "others" or "placeholder" && !other.Place.Span.Overlaps(phrase.Place.Span)
            )
            .Report(phrase => At(phrase, $"{phrase.Quoted} is cited as the authors’ own, though the post declares no conflict"));
}
