using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>A path shows the organisation of a synchronised folder.</summary>
internal sealed class SyncedFolder : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/synced-folder")
        {
            Summary = "A path shows the organisation of a synchronised folder",
            Why = "The folder of a business account is named after the institution that pays for it.",
            Fix = "Make the path relative; in a bibliography, drop the field.",
            CodeFix = CodeFixes.HideUser,
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Identifier>(identifier =>
                identifier.Kind is IdentifierKind.SyncedFolder && identifier.Place.Context is not TextContext.Metadata
            )
            .Report(identifier =>
                At(identifier, $"This path shows a synchronised folder of {identifier.Value}", identifier.Value.Text.ToUpperInvariant())
            );
}
