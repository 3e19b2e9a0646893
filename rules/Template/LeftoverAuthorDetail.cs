using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Profiles;

namespace PostLint.Rules.Template;

/// <summary>An author entry keeps the template’s example.</summary>
internal sealed class LeftoverAuthorDetail : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/leftover-author-detail")
        {
            Summary = "An author entry keeps the template’s example",
            Why = "The page links the authors to the people of the template’s example.",
            Fix = "Leave the address empty until the post is accepted.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        WhenEach<AuthorDetail>(
                by: detail => detail.List,
                where: detail =>
                    detail.Origin is AuthorOrigin.Live
                    && detail.Owner is AuthorStanding.Anonymous or AuthorStanding.Placeholder
                    && detail.Standing is AuthorStanding.Template
                    && detail.Value.Text.Contains("wikipedia", StringComparison.OrdinalIgnoreCase)
            )
            .Report(details => At(details[0], $"The template’s example is left beside an author’s name ({details.Count} in this list)"));
}
