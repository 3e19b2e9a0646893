using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>A link leads to an account of the same name elsewhere.</summary>
internal sealed class SameHandle : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/same-handle")
        {
            Summary = "A link leads to an account of the same name elsewhere",
            Why = "People keep their handle from service to service; whoever knows it from one finds them on the other.",
            Fix = "Replace or remove the link, unless the account is somebody else’s.",
            CodeFix = CodeFixes.ReplaceLink,
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<WebLink>(IsCandidate)
            .And<OwnAccountFact>(
                link => link.AccountKey.Handle,
                own => own.Account.Handle,
                (link, own) => own.Account.Family != link.Family
            )
            .Unless<OwnAccountFact>((link, own) => link.AccountKey, other => other.Account)
            .Report(
                (link, own) =>
                    At(
                        link,
                        $"{MessageParts.Target(link)} is named like the account that line {own.Place.Line} presents as the authors’ own",
                        link.AccountKey.Text
                    )
            );

    private static bool IsCandidate(WebLink link) =>
        link.HasAccount && link.Account.Text.Length >= Shortest && link.Use is not LinkUse.Reference;

    private const int Shortest = 5; // letters; shorter handles are many people’s
}
