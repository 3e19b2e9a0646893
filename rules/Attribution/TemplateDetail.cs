using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Attribution;

/// <summary>An author’s details are the template’s.</summary>
internal sealed class TemplateDetail : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("attribution/template-detail")
        {
            Summary = "An author’s details are the template’s",
            Why = "The name would link to, or stand beside, a person of the example.",
            Fix = "Write the author’s own address and affiliation, or delete the line.",
            Severity = Severity.Warning,
            Phases = [Phase.CameraReady],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<AuthorDetail>(detail =>
                detail.Origin is AuthorOrigin.Live && detail.Owner is AuthorStanding.Named && detail.Standing is AuthorStanding.Template
            )
            .Report(detail => At(detail, $"This {new Neutral(detail.Key)} is the template’s own"));
}
