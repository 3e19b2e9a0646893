using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>An e-mail address of one of the authors stands in the submission.</summary>
internal sealed class RosterEmail : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/roster-email")
        {
            Summary = "An e-mail address of one of the authors stands in the submission",
            Why = "The roster lists the address as theirs.",
            Fix = "Take the address out.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<EmailAddress>()
            .And<RosterEmailFact>(mail => mail.Address.Text.ToLowerInvariant(), own => own.Key)
            .Report((mail, own) => At(mail, $"{mail.Address} is an address of one of the authors", mail.Address.Text.ToUpperInvariant()));
}
