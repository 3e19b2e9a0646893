using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixing;
using PostLint.Syntax;

namespace PostLint.Rules.Acknowledgment;

/// <summary>The submission has an acknowledgments section.</summary>
public sealed class AcknowledgmentSection : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("acknowledgment/section")
    {
        Summary = "The submission has an acknowledgments section",
        Why = "Thanks and funding show the authors’ surroundings; the call asks to leave them out of the submission.",
        Fix = "Take the section out and bring it back for the camera-ready version.",
        Mend = Mends.DropSection,
        Severity = Severity.Error,
    };

    /// <inheritdoc/>
    public override Pattern Pattern => When<Section>(section => section.Kind is "acknowledgment" or "funding" && section.Form is not SectionForm.Contents && !section.IsEmpty && !section.IsPlaceholder)
        .Report(section => At(section, $"An acknowledgments section stands here; submissions leave it out"));
}
