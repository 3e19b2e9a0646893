using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>The text says who wrote it.</summary>
internal sealed class Byline : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/byline")
        {
            Summary = "The text says who wrote it",
            Why = "A byline, signature or introduction names the authors outright.",
            Fix = "Delete it, or write Anonymous instead.",
            CodeFix = CodeFixes.DropComment,
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(phrase =>
                (phrase.Kind is "byline" || (phrase.Kind is "byline.passive" && phrase.IsLeading))
                && !phrase.IsQuoted
                && phrase.Place.Context
                    is TextContext.Prose
                        or TextContext.Heading
                        or TextContext.HtmlComment
                        or TextContext.MarkdownComment
                        or TextContext.LiquidComment
                        or TextContext.FrontMatterComment
            )
            .And<NameMention>(Within.Sentence, (phrase, name) =>
                name.Kind is NameKind.Person && name.Place.Start < phrase.Place.Span.End + 20 && name.Place.Start >= phrase.Place.Start
            )
            .Unless<Phrase>(Within.Sentence, (phrase, name, other) => other.Kind is "others")
            .Report(
                (phrase, name) => At(name, $"{phrase.Quoted} presents {name.Name} as the one who wrote or answers for this", name.Name.Text)
            );
}
