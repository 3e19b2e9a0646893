using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>A link leads to a private copy of the track’s repository.</summary>
public sealed class TrackFork : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/track-fork")
        {
            Summary = "A link leads to a private copy of the track’s repository",
            Why = "Only people who prepare a submission fork the track’s repository, and the fork’s address shows their account.",
            Fix = "Refer to the submission’s own files by relative paths.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<WebLink>(link =>
                link.HasAccount
                && link.Kind is "code" or "site" or "deployment"
                && !WellKnown.Accounts.Contains(link.Account.Text)
                && IsTrack(link)
            )
            .Report(link => At(link, $"{MessageParts.Target(link)} is a private copy of the track’s repository", link.AccountKey.Text));

    private static bool IsTrack(WebLink link)
    {
        string name = link.Project.Text;
        return name.Contains("iclr", StringComparison.OrdinalIgnoreCase) && name.Contains("blog", StringComparison.OrdinalIgnoreCase);
    }
}
