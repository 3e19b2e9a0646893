using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Conflict;

/// <summary>A section declares conflicts of interest.</summary>
internal sealed class ConflictSection : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("conflict/section")
        {
            Summary = "A section declares conflicts of interest",
            Why = "Who has a conflict, and with what, narrows down who is writing; declarations go to the chairs, not to readers.",
            Fix = "Take the section out of the post and make the declaration in the submission form.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Section>(section =>
                section.Kind is "conflict"
                && section.Form is (SectionForm.Heading or SectionForm.RunIn)
                && !section.IsEmpty
                && !section.IsPlaceholder
            )
            .Report(section => At(section, $"This section declares conflicts of interest, which belong in the submission form"));
}
