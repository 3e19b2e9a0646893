using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>An account is likely the authors’ own.</summary>
internal sealed class LikelyOwnAccount : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/likely-own-account")
        {
            Summary = "An account is likely the authors’ own",
            Why =
                "Nothing says outright whose the account is, but its links stand where people write of their own work; --why "
                + "shows what was weighed.",
            Fix = "Link an anonymous copy or leave the links out; if the account is somebody else’s, say whose it is.",
            CodeFix = CodeFixes.ReplaceLink,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<WebLink>(AccountClueExtractor.Bears)
            .And<LikelyAccount>(link => link.AccountKey, likely => likely.Account, (_, likely) => likely.Weight.Severity is not null)
            .Unless<OwnAccountFact>((link, likely) => link.AccountKey, own => own.Account)
            .Unless<NamelessWorkFact>((link, likely) => OwnLinkFact.KeyOf(link), work => OwnLinkFact.KeyOf(work.Link))
            .Report(
                (link, likely) =>
                    At(link, $"{MessageParts.Target(link)} likely belongs to the authors", link.AccountKey.Text) with
                    {
                        Weight = likely.Weight,
                    }
            );
}
