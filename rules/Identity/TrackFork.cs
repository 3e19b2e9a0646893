using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>A link leads to a private copy of the track’s repository.</summary>
internal sealed class TrackFork : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/track-fork")
        {
            Summary = "A link leads to a private copy of the track’s repository",
            Why = "Only people who prepare a submission fork the track’s repository, and the fork’s address shows their account.",
            Fix = "Refer to the submission’s own files by relative paths.",
            CodeFix = CodeFixes.ReplaceLink,
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<TrackForkFact>()
            .Report(fork =>
                At(fork.Link, $"{MessageParts.Target(fork.Link)} is a private copy of the track’s repository", fork.Link.AccountKey.Text)
            );
}
