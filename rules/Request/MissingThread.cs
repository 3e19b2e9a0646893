using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Request;

/// <summary>The request does not link its thread on OpenReview.</summary>
internal sealed class MissingThread : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("request/missing-thread")
        {
            Summary = "The request does not link its thread on OpenReview",
            Why = "Reviews are written on OpenReview; without the link nobody can tell which submission the request belongs to.",
            Fix = "Put the address of the submission on OpenReview into the description of the request.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Facts.Request>(request => request is { HasThread: false, SiteFiles: 0 })
            .With<Edition>()
            .Report(request => At(request, $"The description holds no link to openreview.net"));
}
