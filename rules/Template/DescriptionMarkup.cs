using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Template;

/// <summary>Mathematics or a link stands in the title or description.</summary>
internal sealed class DescriptionMarkup : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/description-markup")
        {
            Summary = "Mathematics or a link stands in the title or description",
            Why =
                "Title and description are also shown in lists and previews, where LaTeX and links stay raw text; the track "
                + "asks for plain words.",
            Fix = "Say it in plain words, and keep formulas and links for the post.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Description>(description => description.HasMath || (description.HasLink && description.Key is "description"))
            .With<Edition>((_, edition) => edition.Layout is "distill")
            .Report(description =>
                At(
                    description,
                    (
                        $"The {new Neutral(description.Key)} holds "
                        + $"{new Neutral(description.HasMath ? "mathematics" : "a link")}, which is shown raw"
                    )
                )
            );
}
