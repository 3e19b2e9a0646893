using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>An ORCID stands in the submission.</summary>
internal sealed class Orcid : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/orcid")
        {
            Summary = "An ORCID stands in the submission",
            Why = "An ORCID is the number of one researcher.",
            Fix = "Delete it.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Identifier>(identifier =>
                identifier.Kind is IdentifierKind.Orcid && identifier.Place.Context is not TextContext.BibliographyField
            )
            .Report(identifier => At(identifier, $"The ORCID {identifier.Value} belongs to one researcher", identifier.Value.Text));
}
