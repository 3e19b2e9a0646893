using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Syntax;

namespace PostLint.Rules.Template;

/// <summary>A citation names a key that the bibliography lacks.</summary>
internal sealed class UnknownCitationKey : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/unknown-citation-key")
        {
            Summary = "A citation names a key that the bibliography lacks",
            Why = "The layout shows a question mark instead of the work; keys are told apart by case.",
            Fix = "Add the entry to the bibliography, or fix the key.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Needs = Completeness.AllTexts,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<CitedKey>()
            .With<BibliographyEntry>()
            .Unless<BibliographyEntry>(cited => cited.Key, entry => entry.Key)
            .Unless<Defect>((_, defect) => defect.Kind is SyntaxProblemKind.BrokenEntry)
            .Report(cited => At(cited, $"The bibliography has no entry {cited.Key}", "key"));
}
