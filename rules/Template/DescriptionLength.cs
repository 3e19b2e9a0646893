using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Template;

/// <summary>The description is not two or three sentences long.</summary>
internal sealed class DescriptionLength : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/description-length")
        {
            Summary = "The description is not two or three sentences long",
            Why = "The track asks for an abstract of two or three sentences; the layout has room for no more.",
            Fix = "Tell in two or three sentences what the post is about.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Description>(description => description.Key is "description" && description.Sentences is < 2 or > 3)
            .With<Edition>((_, edition) => edition.Layout is "distill")
            .Report(description =>
                At(description, $"Sentences in the description: {description.Sentences}; the track asks for two or three")
            );
}
