using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>The post says that it was public before.</summary>
internal sealed class EarlierVersion : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/earlier-version")
        {
            Summary = "The post says that it was public before",
            Why = "An earlier public version, or its sister posts, can be found with its authors.",
            Fix = "Leave the remark out until the camera-ready version.",
            Severity = Severity.Warning,
            CodeFix = CodeFixes.DropClause,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(phrase =>
                phrase.Kind is "earlier-version"
                && !phrase.IsQuoted
                && phrase.Place.Context is not (TextContext.Code or TextContext.BibliographyField or TextContext.Attribute)
            )
            .Unless<Phrase>(Within.Sentence, (phrase, other) => other.Kind is "others" && !other.Place.Span.Overlaps(phrase.Place.Span))
            .Unless<Phrase>(Within.Sentence, (phrase, other) => other.Kind is "earlier-version.public")
            .Report(phrase => At(phrase, $"{phrase.Quoted} says that this or a related text is public under its authors’ names"));
}
