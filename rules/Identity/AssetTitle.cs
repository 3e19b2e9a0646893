using PostLint.Engine;
using PostLint.Facts.Assets;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>The title in the metadata of a file is the name of another file, which may hold names.</summary>
internal sealed class AssetTitle : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/asset-title")
        {
            Summary = "The title in the metadata of a file is a file name that may name people",
            Why =
                "Programs that make PDFs take the name of the document for its title, and drafts are often named after those "
                + "who write them.",
            Fix = "Remove the metadata, for instance with postlint fix, or give the document another title and export it again.",
            CodeFix = CodeFixes.CleanMetadata,
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<AssetField>(named => named.Kind is AssetValue.FileTitle)
            .Report(named =>
                At(
                    named,
                    $"{named.Name} is the name of the file that this was made from, which may hold names: {named.Value}",
                    named.Value.Text.ToUpperInvariant()
                )
            );
}
