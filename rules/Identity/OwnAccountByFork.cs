using PostLint.Engine;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>Concludes that an account is the authors’ own: their copy of the track’s repository lies there.</summary>
internal sealed class OwnAccountByFork : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/own-account-by-fork")
        {
            Summary = "An account holds the authors’ copy of the track’s repository",
            Why = "What lies beside the copy from which the submission was made is the authors’ too.",
            Fix = "See the links that are reported.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern => When<TrackForkFact>().Conclude(fork => new OwnAccountFact(fork.Link.AccountKey, fork.Link.Place));
}
