using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>A paper is cited as the authors’ own attempt.</summary>
internal sealed class OwnExample : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/own-example")
        {
            Summary = "A paper is cited as the authors’ own attempt",
            Why = "Where a paper is the example of what the writer tried, the writer is one of its authors.",
            Fix = "Tell it in the third person.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(phrase => phrase.Kind is "own-attempt" && !phrase.IsQuoted && phrase.Place.Context is TextContext.Prose)
            .With<WebLink>(Within.Sentence, (phrase, link) =>
                link.Place.Start > phrase.Place.Span.End
                && link.Place.Start - phrase.Place.Span.End < 40
                && link.Use is LinkUse.Anchor
                && WellKnown.IsPaper(link.Host)
            )
            .Report(phrase => At(phrase, $"{phrase.Quoted} presents the paper that follows as the writer’s own attempt"));
}
