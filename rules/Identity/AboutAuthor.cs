using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>A section tells about the authors.</summary>
internal sealed class AboutAuthor : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/about-author")
        {
            Summary = "A section tells about the authors",
            Why = "A biography, even a short one, identifies its subject.",
            Fix = "Leave the section out until the camera-ready version.",
            CodeFix = CodeFixes.DropComment,
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Section>(section =>
                section.Kind is "about-author"
                && section.Form is not SectionForm.Contents
                && section.HasPeople
                && !section.IsPlaceholder
                && !section.IsEmpty
            )
            .Report(section => At(section, $"This section tells about the authors and names somebody"));
}
