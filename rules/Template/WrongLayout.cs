using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Profiles;

namespace PostLint.Rules.Template;

/// <summary>The front matter names another layout than the track’s.</summary>
internal sealed class WrongLayout : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/wrong-layout")
        {
            Summary = "The front matter names another layout than the track’s, or none",
            Why = "The layout draws title, authors, contents and bibliography; under another the post does not look like the others.",
            Fix = "Set the layout that the message names.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<FrontMatterField>(value => value.Key is "layout" && value.IsScalar)
            .And<Edition>(
                (value, edition) =>
                    edition.Layout.Length > 0 && !edition.Layout.Equals(value.Value.Text, StringComparison.OrdinalIgnoreCase)
            )
            .Report((value, edition) => At(value, $"The layout is not {new Neutral(edition.Layout)}"));
}
