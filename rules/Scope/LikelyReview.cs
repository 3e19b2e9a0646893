using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Scope;

/// <summary>A sentence likely judges a paper, as a referee would.</summary>
internal sealed class LikelyReview : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("scope/likely-review")
        {
            Summary = "A sentence likely judges a paper, as a referee would",
            Why =
                "The track wants posts that explain and extend work; whether a paper is good or its authors did well is for its "
                + "review; --why shows what was weighed.",
            Fix = "Say what the paper does and what you found out about it, with the evidence, and leave the grade out.",
            Severity = Severity.Warning,
            YieldsToOthers = true,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Statement>(statement => statement.Kind is "review")
            .Weigh<StatementClue>(() => StatementWeights.Of("review"), Within.Sentence, (statement, clue) => clue.Kind == statement.Kind)
            .Report(
                (statement, weight) => At(statement, $"This sentence likely judges a paper, as a referee would") with { Weight = weight }
            );
}
