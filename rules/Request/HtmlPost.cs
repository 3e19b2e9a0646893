using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Request;

/// <summary>The post of the request is HTML.</summary>
internal sealed class HtmlPost : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("request/html-post")
        {
            Summary = "The post of the request is HTML",
            Why =
                "The call takes posts in HTML at their authors’ own risk: the track’s filter only knows "
                + "_posts/NAME.md, and closes the request before anybody reads it.",
            Fix = "Write the post in Markdown, which may hold HTML; or ask the organisers to let the request in by hand.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Edition>(edition => edition.AllowedPaths.Count > 0)
            .And<ChangedPath>(
                (edition, changed) =>
                    changed is { IsPost: true, Change: not FileChange.Deleted }
                    && changed.Path.EndsWith(".html", StringComparison.Ordinal)
                    && SitePaths.IsAllowed(edition, SitePaths.SlugOf(changed.Path), changed.Path, StringComparison.Ordinal)
            )
            .Report((_, changed) => At(changed, $"{new Quoted(changed.Path)} is HTML; the track’s filter takes Markdown alone"));
}
