using PostLint.Engine;
using PostLint.Facts;

namespace PostLint.Rules.Identity;

/// <summary>Concludes that an account is linked in the bibliography.</summary>
internal sealed class InBibliography : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/in-bibliography")
        {
            Summary = "An account is linked in the bibliography",
            Why = "Links of bibliographies lead to cited works.",
            Fix = "See the links that are reported.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<WebLink>(link => link.HasAccount && link.Use is LinkUse.Reference)
            .Conclude(link => new AccountTrait("in-bibliography", link.AccountKey, link.Place));
}
