using PostLint.Engine;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>Code is said to be available on an account.</summary>
internal sealed class AvailableRepository : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/available-repository")
        {
            Summary = "Code is said to be available on an account",
            Why = "A post that announces code in passing is usually announcing its authors’ own.",
            Fix = "Link an anonymous copy; if the code is somebody else’s, say whose it is.",
            CodeFix = CodeFixes.ReplaceLink,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<AvailableFact>()
            .Unless<NamelessWorkFact>(
                available => OwnLinkFact.KeyOf(available.Link),
                work => OwnLinkFact.KeyOf(work.Link),
                (_, work) => work.IsSure
            )
            .Report(available =>
                At(
                    available.Link,
                    $"{MessageParts.Said(available.Phrase, available.Link)} announces {MessageParts.Target(available.Link)}, "
                        + $"{MessageParts.Owner(available.Link)}",
                    available.Link.Address.Text
                )
            );
}
