using PostLint.Citing;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Attribution;

/// <summary>The citation is led in by other words than the track’s.</summary>
internal sealed class WrongLeadIn : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("attribution/wrong-lead-in")
        {
            Summary = "The sentence before the citation is not the one that the track’s posts use",
            Why = "All posts of the track introduce their citation by the same sentence, so that readers and programs find it.",
            Fix = "Write “For attribution in academic contexts, please cite this work as” above the line.",
            Severity = Severity.Note,
            Phases = [Phase.CameraReady],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<CitationOfPost>()
            .With<Edition>()
            .Unless<CitationLeadIn>((_, lead) => lead.IsOfCall)
            .Report(block => At(block, $"The sentence “{new Neutral(PostCitation.LeadIn)}” does not stand above this citation"));
}
