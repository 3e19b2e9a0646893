using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules.Attribution;

namespace PostLint.Rules.Template;

/// <summary>A link leads to no part of the post.</summary>
internal sealed class BrokenAnchor : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/broken-anchor")
        {
            Summary = "A link leads to no part of the post",
            Why = "Readers who follow it stay where they are.",
            Fix = "Use the id of the heading, which is its words in lower case with dashes, or give the target an id.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Needs = Completeness.WholePost,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<AnchorLink>(link => !RemovedLink.IsPlaceholder(link))
            .Unless<Anchor>(link => link.Id, anchor => anchor.Id)
            .Report(link => At(link, $"Nothing in the post has the id {link.Target}", "anchor"));
}
