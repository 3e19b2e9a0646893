using PostLint.Engine;
using PostLint.Facts.Assets;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>The metadata of a file name an organisation.</summary>
internal sealed class AssetOrganisation : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/asset-organisation")
        {
            Summary = "The metadata of a file name an organisation",
            Why = "Office programs write the organisation that they are licensed to, which is usually where their user works.",
            Fix = "Remove the metadata, for instance with postlint fix, or export the file again without it.",
            CodeFix = CodeFixes.CleanMetadata,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<AssetField>(named => named.Kind is AssetValue.Organisation)
            .Report(named => At(named, $"{named.Name} names {named.Value}", named.Value.Text.ToUpperInvariant()));
}
