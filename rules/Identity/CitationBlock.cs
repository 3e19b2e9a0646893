using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>A block tells how to cite this post, with names.</summary>
internal sealed class CitationBlock : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/citation-block")
        {
            Summary = "A block tells how to cite this post, with names",
            Why = "The entry names the authors.",
            Fix = "Leave the block out until the camera-ready version, or write Anonymous.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<CitationOfPost>(block => !block.IsAnonymous)
            .Report(block => At(block, $"This block says to cite the post as a work of {block.Authors}"));
}
