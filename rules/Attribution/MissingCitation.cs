using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Attribution;

/// <summary>Nothing tells how to cite the post.</summary>
internal sealed class MissingCitation : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("attribution/missing-citation")
        {
            Summary = "Nothing tells how to cite the post",
            Why = "Where no layout writes it, an accepted post says itself how it is cited: lead-in, line and BibTeX entry.",
            Fix = "Paste what “postlint cite” prints at the end of the post.",
            Needs = Completeness.AllTexts,
            Severity = Severity.Warning,
            Phases = [Phase.CameraReady],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<CitationSource>()
            .And<Edition>((source, edition) => source.IsRendered ? !source.HasBoxes : !edition.LayoutCites)
            .Unless<CitationOfPost>()
            .Report((source, _) => At(source, $"No line and no BibTeX entry tells how to cite this post"));
}
