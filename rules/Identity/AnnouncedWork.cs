using PostLint.Engine;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>A notebook or the whole code is announced without saying whose it is.</summary>
/// <remarks>No error: the clues were measured on blogs, where authors link their own more often than in submissions.</remarks>
internal sealed class AnnouncedWork : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/announced-work")
        {
            Summary = "A notebook or the whole code is announced without saying whose it is",
            Why = "Words such as “the full notebook is here”, without an owner, are usually how authors announce their own work.",
            Fix = "Link an anonymous copy; if it is somebody else’s, say whose.",
            CodeFix = CodeFixes.ReplaceLink,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<NamelessWorkFact>(work => work.IsSure)
            .Unless<OwnLinkFact>(work => OwnLinkFact.KeyOf(work.Link), own => OwnLinkFact.KeyOf(own.Link))
            .Unless<TrackForkFact>(work => OwnLinkFact.KeyOf(work.Link), fork => OwnLinkFact.KeyOf(fork.Link))
            .Report(work =>
                At(work.Link, $"{MessageParts.Target(work.Link)} is announced without saying whose it is", work.Link.AccountKey.Text)
            );
}
