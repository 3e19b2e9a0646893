using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Acknowledgment;

/// <summary>A sentence likely thanks somebody or says who paid.</summary>
internal sealed class LikelyThanks : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("acknowledgment/likely-thanks")
        {
            Summary = "A sentence likely thanks somebody or says who paid",
            Why = "People who helped or paid know the authors; thanks can wait until the decision. --why shows what was weighed.",
            Fix = "Take the sentence out and bring it back for the camera-ready version.",
            CodeFix = CodeFixes.DropSentence,
            Severity = Severity.Warning,
            YieldsToOthers = true,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Statement>(statement => statement.Kind is "thanks")
            .Weigh<StatementClue>(() => StatementWeights.Of("thanks"), Within.Sentence, (statement, clue) => clue.Kind == statement.Kind)
            .Report(
                (statement, weight) =>
                    At(statement, $"This sentence likely thanks somebody, or says who paid or helped") with
                    {
                        Weight = weight,
                    }
            );
}
