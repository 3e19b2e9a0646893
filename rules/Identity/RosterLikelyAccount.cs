using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>A link leads to an account that may be an author’s.</summary>
internal sealed class RosterLikelyAccount : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/roster-likely-account")
        {
            Summary = "A link leads to an account that may be an author’s",
            Why = "Its name is made of the surname and initials of an author, as logins are; somebody else may have the same.",
            Fix = "Look at the account; replace the link if it is the author’s.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<WebLink>(link => link.HasAccount && link.Use is not LinkUse.Reference && !WellKnown.Accounts.Contains(link.Account.Text))
            .And<RosterLoginFact>(
                link => RosterLoginFact.KeyOf(link.Account.Text),
                own => own.Key,
                (link, own) => !own.IsGiven && !own.IsWhole && RosterLoginFact.KeyOf(link.Account.Text).Length >= Shortest
            )
            .Unless<RosterLoginFact>(
                (link, own) => RosterLoginFact.KeyOf(link.Account.Text),
                other => other.Key,
                (link, own, other) => (other.IsGiven || other.IsWhole) && other.Is(link.Account.Text)
            )
            .Report((link, own) => At(link, $"{MessageParts.Target(link)} may be an account of one of the authors", link.AccountKey.Text));

    private const int Shortest = 6; // letters; shorter ones are anybody’s
}
