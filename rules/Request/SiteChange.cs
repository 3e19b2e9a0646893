using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Request;

/// <summary>The request changes the site and no submission.</summary>
internal sealed class SiteChange : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("request/site-change")
        {
            Summary = "The request changes the site and no submission",
            Why =
                "Maintainers of the site use requests, too. This one touches no post and no assets, and its title "
                + "names no post, so there is nothing to review.",
            Fix = "Where this is to be a submission, add the post as _posts/DATE-NAME.md and call the request DATE-NAME.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Facts.Request>(request => request.SiteFiles > 0)
            .Report(request =>
                At(
                    request,
                    $"The request changes files of the site ({request.SiteFiles}) and none of a submission, and is not checked as one"
                )
            );
}
