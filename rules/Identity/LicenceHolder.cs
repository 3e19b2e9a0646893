using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>The licence of a program names a person.</summary>
internal sealed class LicenceHolder : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/licence-holder")
        {
            Summary = "The licence of a program names a person",
            Why = "Code that is licensed is most often somebody else’s; where it is yours, its licence names you.",
            Fix = "Delete the name if it is one of yours; leave it if the code is somebody else’s.",
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Identifier>(IsShown)
            .Report(identifier => At(identifier, $"The licence of this code names {identifier.Value}", identifier.Value.Text));

    private static bool IsShown(Identifier identifier) =>
        identifier.Kind is IdentifierKind.LicenceHolder
        && identifier.Place.Context is not (TextContext.BibliographyField or TextContext.Metadata);
}
