using PostLint.Engine;
using PostLint.Facts.Assets;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>The metadata of a file name a place.</summary>
internal sealed class AssetPlace : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/asset-place")
        {
            Summary = "The metadata of a file name a place",
            Why = "A picture is often taken where its author lives or works.",
            Fix = "Remove the metadata, for instance with postlint fix, or export the file again without it.",
            CodeFix = CodeFixes.CleanMetadata,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<AssetField>(named => named.Kind is AssetValue.Place)
            .Unless<AssetField>(named => named.Place.File, stock => stock.Kind is AssetValue.Stock ? stock.Place.File : null)
            .Report(named => At(named, $"{named.Name} names the place {named.Value}", named.Value.Text.ToUpperInvariant()));
}
