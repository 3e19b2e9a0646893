using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>An e-mail address belongs to the institution of one of the authors.</summary>
internal sealed class RosterDomainEmail : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/roster-domain-email")
        {
            Summary = "An e-mail address belongs to the institution of one of the authors",
            Why = "Its domain is that of an institution in the roster.",
            Fix = "Take the address out.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<EmailAddress>(mail => !mail.IsPlaceholder)
            .And<RosterDomain>((mail, own) => RosterPlaces.IsAt(mail.Address.Text, own.Domain.Text))
            .Unless<RosterEmailFact>((mail, own) => mail.Address.Text.ToLowerInvariant(), address => address.Key)
            .Report(
                (mail, own) =>
                    At(mail, $"{mail.Address} belongs to an institution of one of the authors", mail.Address.Text.ToUpperInvariant())
            );
}
