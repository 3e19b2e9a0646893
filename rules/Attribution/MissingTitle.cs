using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Profiles;

namespace PostLint.Rules.Attribution;

/// <summary>The front matter has no title.</summary>
internal sealed class MissingTitle : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("attribution/missing-title")
        {
            Summary = "The front matter has no title",
            Why = "The page, the line and the BibTeX entry take their title from the front matter.",
            Fix = "Add a title to the front matter.",
            Needs = Completeness.WholePost,
            Severity = Severity.Error,
            Phases = [Phase.CameraReady],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<CitationSource>(source => !source.IsRendered && source.Title.Text.Length == 0)
            .With<Edition>()
            .Report(source => At(source, $"The front matter has no title to cite the post by"));
}
