using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Template;

/// <summary>A section is not in the table of contents.</summary>
internal sealed class UnlistedHeading : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/unlisted-heading")
        {
            Summary = "A section is not in the table of contents",
            Why = "The track asks for a table of contents that matches the headings.",
            Fix = "Add the section to the field toc, in its place.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Needs = Completeness.WholePost,
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<ContentsDifference>(difference => difference.Fault is ContentsFault.NotListed)
            .Report(difference => At(difference, $"The table of contents leaves out {difference.Name}", "unlisted"));
}
