using PostLint.Engine;
using PostLint.Facts.Assets;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>The names in a font tell who drew it.</summary>
internal sealed class AssetDesigner : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/asset-designer")
        {
            Summary = "The names in a font tell who drew it",
            Why = "Nearly every font names its designer, who is hardly an author of the post, unless the font was drawn for it.",
            Fix = "If you drew the font yourself, take your name out of its table of names.",
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<AssetField>(named => named.Kind is AssetValue.Designer)
            .Report(named => At(named, $"{named.Name} names {named.Value}", named.Value.Text.ToUpperInvariant()));
}
