using PostLint.Engine;
using PostLint.Facts.Assets;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>The metadata of a file say where it was made.</summary>
internal sealed class AssetLocation : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/asset-location")
        {
            Summary = "The metadata of a file say where on the globe it was made",
            Why = "Coordinates lead to a home, a laboratory or an office within metres.",
            Fix = "Remove the metadata, for instance with postlint fix, or export the file again without it.",
            CodeFix = CodeFixes.CleanMetadata,
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<AssetField>(named => named.Kind is AssetValue.Coordinates)
            .Report(named => At(named, $"{named.Name} holds coordinates, {named.Value}", "coordinates"));
}
