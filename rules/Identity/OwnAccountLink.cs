using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>Another link leads to an account that is the authors’ own.</summary>
internal sealed class OwnAccountLink : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/own-account-link")
        {
            Summary = "Another link leads to an account that is the authors’ own",
            Why = "Once a link is presented as the authors’ own, every link to the same account tells the same.",
            Fix = "Replace or remove all links to the account.",
            CodeFix = CodeFixes.ReplaceLink,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<WebLink>(link => link.HasAccount && link.Use is not LinkUse.Reference)
            .And<OwnAccountFact>(link => link.AccountKey, own => own.Account, (link, own) => own.Place != link.Place)
            .Unless<OwnLinkFact>((link, own) => OwnLinkFact.KeyOf(link), other => OwnLinkFact.KeyOf(other.Link))
            .Unless<TrackForkFact>((link, own) => OwnLinkFact.KeyOf(link), fork => OwnLinkFact.KeyOf(fork.Link))
            .Where((link, own) => !OwnChange.IsOwn(link))
            .Report(
                (link, own) =>
                    At(
                        link,
                        $"{MessageParts.Target(link)} is on the account that line {own.Place.Line} presents as the authors’ own",
                        link.AccountKey.Text
                    )
            );
}
