using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Request;

/// <summary>The checklist of the request is not ticked.</summary>
internal sealed class UntickedBox : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("request/unticked-box")
        {
            Summary = "The checklist of the request is not ticked",
            Why = "The boxes are what the authors confirm; reviewers see those that are left open.",
            Fix = "Go through the list and tick what holds; say below it why the rest does not.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Facts.Request>(request => request is { Unticked: > 0, SiteFiles: 0 })
            .Report(request => At(request, $"{request.Unticked} boxes of the checklist are not ticked"));
}
