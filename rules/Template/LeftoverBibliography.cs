using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Template;

/// <summary>The bibliography is the sample post’s.</summary>
internal sealed class LeftoverBibliography : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/leftover-bibliography")
        {
            Summary = "The bibliography is the sample post’s",
            Why = "A file that is the sample’s lists no work that the post draws on; citations of the post’s own works would stay empty.",
            Fix = "Name the post’s own bibliography, and list its works there.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<FrontMatterField>(entry => entry.Key is "bibliography")
            .With<TemplateText>(Within.Block, (_, text) => text.Place.Context is TextContext.FrontMatter)
            .Report(entry => At(entry, $"The bibliography named here is the sample post’s"));
}
