using PostLint.Engine;
using PostLint.Findings;

namespace PostLint.Rules.Template;

/// <summary>A section is still to be written.</summary>
internal sealed class EmptySection : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/empty-section")
        {
            Summary = "A section is still to be written",
            Why = "A heading without text promises readers what is not there.",
            Fix = "Write the section, or take its heading out, also of the table of contents.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Needs = Completeness.WholePost,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Facts.EmptySection>()
            .With<Facts.FrontMatterField>()
            .Report(section => At(section, $"Nothing is written below the heading “{section.Title}”"));
}
