using PostLint.Engine;
using PostLint.Facts.Assets;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>The metadata of a file say how to reach somebody.</summary>
internal sealed class AssetContact : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/asset-contact")
        {
            Summary = "The metadata of a file say how to reach somebody",
            Why = "An address or a number belongs to a person.",
            Fix = "Remove the metadata, for instance with postlint fix, or export the file again without it.",
            CodeFix = CodeFixes.CleanMetadata,
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<AssetField>(named => named.Kind is AssetValue.Contact)
            .Report(named => At(named, $"{named.Name} says how to reach somebody: {named.Value}", named.Value.Text.ToUpperInvariant()));
}
