using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules.Scope;

namespace PostLint.Rules.Conflict;

/// <summary>The post calls the paper that it discusses its authors' own.</summary>
internal sealed class OwnPaper : Rule
{
    private const int Reach = 120; // characters between the words and the citation that they mean

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("conflict/own-paper")
        {
            Summary = "The post calls the paper that it discusses its authors’ own",
            Why = "Writing about one’s own paper is a conflict of interest, which has to be declared; the call of 2022 forbids it.",
            Fix = "Declare the conflict in the submission form, or write about a paper of others; cite in the third person.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(phrase =>
                phrase.Kind is "own-work" && !phrase.IsQuoted && phrase.Place.Context is not (TextContext.Code or TextContext.Attribute)
            )
            .And<CitedKey>(Within.Sentence, (phrase, cited) =>
                cited.Place.Start > phrase.Place.Start - (Reach / 2) && cited.Place.Start - phrase.Place.Span.End < Reach
            )
            .With<DiscussedPaperFact>((_, cited) => cited.Key, paper => paper.Key)
            .Unless<Phrase>(Within.Sentence, (phrase, _, other) =>
                other.Kind is "others" or "placeholder" && !other.Place.Span.Overlaps(phrase.Place.Span)
            )
            .Report((phrase, cited) => At(phrase, $"{phrase.Quoted} calls the paper that the post discusses its authors’ own"));
}
