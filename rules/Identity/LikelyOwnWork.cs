using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>A sentence likely speaks of a work of the authors’ own.</summary>
internal sealed class LikelyOwnWork : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/likely-own-work")
        {
            Summary = "A sentence likely speaks of a work of the authors’ own",
            Why =
                "Nothing decides it alone, but people who speak of their own papers, theses, talks and earlier posts write so; "
                + "--why shows what was weighed.",
            Fix = "Speak of the work in the third person, or leave the sentence out until the camera-ready version.",
            CodeFix = CodeFixes.DropSentence,
            Severity = Severity.Warning,
            YieldsToOthers = true,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Statement>(statement => statement.Kind is "work")
            .Unless<Phrase>(Within.Sentence, (statement, phrase) => phrase.Kind is "others" or "placeholder")
            .Weigh<StatementClue>(() => StatementWeights.Of("work"), Within.Sentence, (statement, clue) => clue.Kind == statement.Kind)
            .Report(
                (statement, weight) => At(statement, $"This sentence likely speaks of a work of the authors’ own") with { Weight = weight }
            );
}
