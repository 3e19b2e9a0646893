using PostLint.Engine;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>Code or results are linked, and nobody is named whose they are.</summary>
internal sealed class UnattributedWork : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/unattributed-work")
        {
            Summary = "Code or results are linked without saying whose they are",
            Why = "Other people’s work is named, or a paper is cited beside it; authors need neither for their own.",
            Fix = "Link an anonymous copy; if it is somebody else’s, say whose it is.",
            CodeFix = CodeFixes.ReplaceLink,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<NamelessWorkFact>(work => !work.IsSure && work.Link.Kind is not "gist")
            .Unless<OwnAccountFact>(work => work.Link.AccountKey, own => own.Account)
            .Unless<AvailableFact>(work => OwnLinkFact.KeyOf(work.Link), available => OwnLinkFact.KeyOf(available.Link))
            .Unless<NamelessWorkFact>(
                work => OwnLinkFact.KeyOf(work.Link),
                other => OwnLinkFact.KeyOf(other.Link),
                (_, other) => other.IsSure
            )
            .Report(work =>
                At(work.Link, $"{MessageParts.Target(work.Link)} is linked without saying whose it is", work.Link.AccountKey.Text)
            );
}
