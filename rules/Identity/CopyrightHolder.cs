using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>A copyright line names a person.</summary>
internal sealed class CopyrightHolder : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/copyright-holder")
        {
            Summary = "A copyright line names a person",
            Why = "Whoever holds the rights in a text or in code usually wrote it.",
            Fix = "Write “the authors” instead, or delete the line, if the holder is one of you; leave it if the code is somebody else’s.",
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Identifier>(identifier =>
                identifier.Kind is IdentifierKind.Copyright
                && identifier.Place.Context is not (TextContext.BibliographyField or TextContext.Caption or TextContext.Metadata)
            )
            .Report(identifier => At(identifier, $"This copyright line names {identifier.Value}", identifier.Value.Text));
}
