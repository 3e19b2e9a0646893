using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Acknowledgment;

/// <summary>The acknowledgments are left out and say so.</summary>
internal sealed class AcknowledgmentPlaceholder : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("acknowledgment/placeholder")
        {
            Summary = "The acknowledgments are left out and say so",
            Why = "This is good practice.",
            Fix = "Nothing needs to be done.",
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Section>(section =>
                section.Kind is "acknowledgment" or "funding"
                && section.Form is not SectionForm.Contents
                && (section.IsPlaceholder || section.IsEmpty)
            )
            .Report(section => At(section, $"A placeholder stands for the acknowledgments"));
}
