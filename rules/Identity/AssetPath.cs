using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>The metadata of a file show a path with a user name.</summary>
internal sealed class AssetPath : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/asset-path")
        {
            Summary = "The metadata of a file show a path with a user name",
            Why =
                "Programs write where a file was saved or what it was made from; the name of a home directory is the account "
                + "of whoever saved it.",
            Fix = "Remove the metadata, for instance with postlint fix, or export the file again without it.",
            CodeFix = CodeFixes.CleanMetadata,
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Identifier>(identifier =>
                identifier.Place.Context is TextContext.Metadata
                && identifier.Kind is (IdentifierKind.HomePath or IdentifierKind.ClusterPath or IdentifierKind.SyncedFolder)
            )
            .Report(identifier =>
                At(identifier, $"This path in the metadata shows {identifier.Value}", identifier.Value.Text.ToUpperInvariant())
            );
}
