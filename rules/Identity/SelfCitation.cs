using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>The authors call a cited work their own.</summary>
internal sealed class SelfCitation : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/self-citation")
        {
            Summary = "The authors call a cited work their own",
            Why = "A work that is called one’s own names its authors to everybody who looks it up.",
            Fix = "Cite the work in the third person, as if somebody else had written it.",
            Severity = Severity.Warning,
            CodeFix = CodeFixes.DropClause,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(phrase =>
                phrase.Kind is "own-work" or "own-adjacent"
                && !phrase.IsQuoted
                && phrase.Place.Context is not (TextContext.Code or TextContext.Attribute)
            )
            .With<Citation>(Within.Sentence, (phrase, citation) => SelfCitation.IsNear(phrase, citation))
            .Unless<Phrase>(Within.Sentence, (phrase, other) =>
                other.Kind is "others" or "placeholder"
                && !other.Place.Span.Overlaps(phrase.Place.Span)
                && !SelfCitation.LeadsTo(other, phrase)
            )
            .Unless<Phrase>(Within.Sentence, (phrase, other) => phrase.Kind is "own-adjacent" && other.Kind is "own-work")
            .Unless<Phrase>(Within.Sentence, (phrase, other) => other.Kind == phrase.Kind && SelfCitation.SaysMore(other, phrase))
            .Report(phrase => At(phrase, $"{phrase.Quoted} calls a cited work the authors’ own"));

    private const int Adjacent = 2; // characters between a phrase and the citation that belongs to it

    /// <summary>“taken from” right before “our earlier paper” says that even what was taken is the authors’ own.</summary>
    internal static bool LeadsTo(Phrase others, Phrase own) => own.Place.Start - others.Place.Span.End is >= 0 and <= 2;

    /// <summary>Of two phrases that overlap, the longer one says it; of two that are as long, the first.</summary>
    private static bool SaysMore(Phrase other, Phrase phrase) =>
        other.Place.Span.Overlaps(phrase.Place.Span)
        && (other.Place.Length, -other.Place.Start).CompareTo((phrase.Place.Length, -phrase.Place.Start)) > 0;

    private static bool IsNear(Phrase phrase, Citation citation) =>
        phrase.Kind is "own-adjacent"
            ? citation.Place.Start - phrase.Place.Span.End is >= 0 and <= Adjacent
            : citation.Place.Start > phrase.Place.Start - 60 && citation.Place.Start - phrase.Place.Span.End < 120;
}
