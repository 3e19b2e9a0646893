using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Template;

/// <summary>An entry of the bibliography is never cited.</summary>
internal sealed class UncitedEntry : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/uncited-entry")
        {
            Summary = "An entry of the bibliography is never cited",
            Why = "The layout lists only what is cited, so nobody reads the entry; it may be a left-over, or a citation may be missing.",
            Fix = "Cite the work where the post uses it, or take the entry out.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Needs = Completeness.WholePost,
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<BibliographyEntry>()
            .Unless<CitedKey>(entry => entry.Key, cited => cited.Key)
            .With<CitedKey>()
            .With<Edition>()
            .Report(entry => At(entry, $"Nothing cites {entry.Key}", "uncited"));
}
