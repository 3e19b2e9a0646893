using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Acknowledgment;

/// <summary>The submission has an acknowledgments section.</summary>
internal sealed class AcknowledgmentSection : Rule
{
    private const int Reach = 8; // lines below and above a heading that tell what it is about

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("acknowledgment/section")
        {
            Summary = "The submission has an acknowledgments section",
            Why = "Thanks and funding show whom the authors work with and who pays them; they can wait until the decision.",
            Fix = "Take the section out and bring it back for the camera-ready version.",
            CodeFix = CodeFixes.DropSection,
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Section>(IsThanks)
            .Unless<Phrase>(Within.Lines(Reach), (section, phrase) => phrase.Kind is "acknowledgment.protocol" && !section.HasPeople)
            .Report(section => At(section, $"This is an acknowledgments section; leave it out while the post is under review"));

    /// <summary>A heading that goes on, such as “Acknowledging uncertainty”, is one of thanks if it names somebody.</summary>
    private static bool IsThanks(Section section) =>
        section.Kind is "acknowledgment" or "funding"
        && section.Form is not SectionForm.Contents
        && !section.IsEmpty
        && !section.IsPlaceholder
        && (section.IsWhole || section.HasPeople);
}
