using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Profiles;

namespace PostLint.Rules.Attribution;

/// <summary>A link leads to an anonymous copy.</summary>
internal sealed class AnonymousLink : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("attribution/anonymous-link")
        {
            Summary = "A link leads to an anonymous copy",
            Why = "Anonymous copies expire, and readers of the published post cannot tell whose work it is.",
            Fix = "Link the real repository, or leave the link out.",
            Severity = Severity.Error,
            Phases = [Phase.CameraReady],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<WebLink>(link => link.Use is not (LinkUse.Reference or LinkUse.Comment) && IsAnonymous(link))
            .Report(link => At(link, $"{link.Address} is an anonymous copy, made for review", cause: $"{link.Host}/{link.Project.Text}"));

    private static bool IsAnonymous(WebLink link) =>
        (
            link.Kind is "anonymous"
            && (link.Host is not "osf.io" || link.Address.Text.Contains("view_only=", StringComparison.OrdinalIgnoreCase))
        )
        || (
            link.HasAccount
            && link.Account.Text.StartsWith("anonymous", StringComparison.OrdinalIgnoreCase)
            && link.Account.Text.Length > "anonymous".Length
        );
}
