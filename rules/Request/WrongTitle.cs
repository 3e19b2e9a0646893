using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Request;

/// <summary>The title of the request is not the name of its post.</summary>
internal sealed class WrongTitle : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("request/wrong-title")
        {
            Summary = "The title of the request is not the name of its post",
            Why = "The track finds a post by the title of its request, and closes requests with another title.",
            Fix = "Change the title to the name that the message shows.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Facts.Request>(request => request is { Title: not null, Slug.Length: > 0 } && request.Title.Trim() != request.Slug)
            .Report(request => At(request, $"The title is “{new Quoted(request.Title!)}”; it has to be “{new Quoted(request.Slug)}”"));
}
