using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>A sentence likely tells who the authors are.</summary>
internal sealed class LikelyAboutAuthors : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/likely-about-authors")
        {
            Summary = "A sentence likely tells who the authors are",
            Why =
                "Where somebody works, studies, teaches or comes from narrows down who it is, and people who tell it write so; "
                + "--why shows what was weighed.",
            Fix = "Leave it out until the camera-ready version, or tell it so that it could be anybody.",
            CodeFix = CodeFixes.DropSentence,
            Severity = Severity.Warning,
            YieldsToOthers = true,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Statement>(statement => statement.Kind is "person")
            .Weigh<StatementClue>(() => StatementWeights.Of("person"), Within.Sentence, (statement, clue) => clue.Kind == statement.Kind)
            .Report((statement, weight) => At(statement, $"This sentence likely tells who the authors are") with { Weight = weight });
}
