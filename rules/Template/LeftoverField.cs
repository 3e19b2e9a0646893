using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Template;

/// <summary>Title or description is the template’s.</summary>
internal sealed class LeftoverField : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/leftover-field")
        {
            Summary = "Title or description is the template’s",
            Why = "Title and description are what readers see first, in lists and on the page; these are the template’s own.",
            Fix = "Write the post’s own title and description.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<FrontMatterField>(entry => entry.Key is "title" or "description" or "subtitle" or "abstract" or "tags")
            .With<TemplateText>(Within.Block, (_, text) => text.Place.Context is TextContext.FrontMatter)
            .Report(entry => At(entry, $"The {new Neutral(entry.Key)} is still the template’s"));
}
