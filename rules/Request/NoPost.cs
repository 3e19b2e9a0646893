using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Request;

/// <summary>The request adds no post.</summary>
internal sealed class NoPost : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("request/no-post")
        {
            Summary = "The request adds no post",
            Why = "A submission is a post in the folder _posts, whose name is also the title of the request.",
            Fix = "Add the post as _posts/DATE-NAME.md, with the date that the track gives.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Facts.Request>(request => request is { Slug.Length: 0, SiteFiles: 0 })
            .Report(request => At(request, $"No file in _posts is added or changed"));
}
