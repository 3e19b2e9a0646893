using PostLint.Engine;
using PostLint.Facts.Assets;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>The metadata of a file tell one device from all others.</summary>
internal sealed class AssetDevice : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/asset-device")
        {
            Summary = "The metadata of a file tell one device from all others",
            Why =
                "A serial number, or the name somebody gave to a computer, is the same in every other file of that device, "
                + "such as in photographs under a real name.",
            Fix = "Remove the metadata, for instance with postlint fix, or export the file again without it.",
            CodeFix = CodeFixes.CleanMetadata,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<AssetField>(named => named.Kind is AssetValue.Serial or AssetValue.Device)
            .Report(named => At(named, $"{named.Name} names a device, {named.Value}", named.Value.Text.ToUpperInvariant()));
}
