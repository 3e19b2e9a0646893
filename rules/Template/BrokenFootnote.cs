using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Template;

/// <summary>A footnote has no text.</summary>
internal sealed class BrokenFootnote : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/broken-footnote")
        {
            Summary = "A footnote has no text",
            Why = "Readers see the mark’s brackets instead of a footnote.",
            Fix = "Write the footnote’s text at the end of the post, behind the same label and a colon.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Needs = Completeness.WholePost,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<LooseFootnote>().Report(footnote => At(footnote, $"The footnote {footnote.Label} has no text", "footnote"));
}
