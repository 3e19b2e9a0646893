using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>An analytics or verification id stands in the page.</summary>
internal sealed class AnalyticsId : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/analytics-id")
        {
            Summary = "An analytics or verification id stands in the page",
            Why = "The id belongs to an account and stands on its owner’s other pages too.",
            Fix = "Delete the script or element.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Identifier>(identifier =>
                identifier.Kind is IdentifierKind.AnalyticsId && identifier.Place.Context is not TextContext.BibliographyField
            )
            .Report(identifier => At(identifier, $"The id {identifier.Value} belongs to an analytics account", identifier.Value.Text));
}
