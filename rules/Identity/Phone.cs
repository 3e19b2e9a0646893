using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>A telephone number stands in the submission.</summary>
internal sealed class Phone : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/phone")
        {
            Summary = "A telephone number stands in the submission",
            Why = "A number leads to a person.",
            Fix = "Delete it.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Identifier>(identifier =>
                identifier.Kind is IdentifierKind.Phone
                && identifier.Place.Context is not (TextContext.BibliographyField or TextContext.Code)
            )
            .Report(identifier => At(identifier, $"The telephone number {identifier.Value} stands here", identifier.Value.Text));
}
