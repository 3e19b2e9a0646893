using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Acknowledgment;

/// <summary>The table of contents lists acknowledgments.</summary>
internal sealed class AcknowledgmentContentsEntry : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("acknowledgment/contents-entry")
        {
            Summary = "The table of contents lists acknowledgments",
            Why = "The entry is left over, or announces a section that submissions leave out.",
            Fix = "Delete the entry.",
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Section>(section => section.Kind is "acknowledgment" or "funding" && section.Form is SectionForm.Contents)
            .Report(section => At(section, $"The table of contents lists acknowledgments"));
}
