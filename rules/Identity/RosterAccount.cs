using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>A link leads to an account of one of the authors.</summary>
internal sealed class RosterAccount : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/roster-account")
        {
            Summary = "A link leads to an account of one of the authors",
            Why = "The roster lists the account, or the account bears the whole name.",
            Fix = "Replace the link by an anonymous copy, or leave it out.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<WebLink>(link => link.HasAccount && link.Use is not LinkUse.Reference && !WellKnown.Accounts.Contains(link.Account.Text))
            .And<RosterLoginFact>(
                link => RosterLoginFact.KeyOf(link.Account.Text),
                own => own.Key,
                (link, own) => (own.IsGiven || own.IsWhole) && own.Is(link.Account.Text)
            )
            .Report((link, own) => At(link, $"{MessageParts.Target(link)} is an account of one of the authors", link.AccountKey.Text));
}
