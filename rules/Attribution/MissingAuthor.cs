using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Attribution;

/// <summary>The front matter lists no author.</summary>
internal sealed class MissingAuthor : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("attribution/missing-author")
        {
            Summary = "The front matter lists no author",
            Why = "The page and its citation are made from the author list; without one the post is credited to nobody.",
            Fix = "List every author in the front matter, with name and affiliation.",
            Needs = Completeness.WholePost,
            Severity = Severity.Error,
            Phases = [Phase.CameraReady],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<CitationSource>(source => !source.IsRendered && source.Authors.Count == 0 && source.Nameless.Count == 0)
            .With<Edition>()
            .Report(source => At(source, $"The front matter lists no author"));
}
