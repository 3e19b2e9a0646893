using PostLint.Engine;
using PostLint.Facts.Assets;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>The metadata of a file credit a photographer of an agency.</summary>
internal sealed class AssetCredit : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/asset-credit")
        {
            Summary = "The metadata of a file credit somebody whose pictures an agency or a free collection gives out",
            Why = "A photographer of an agency is credited, and is hardly an author of the post.",
            Fix = "Nothing needs to be done if the picture was taken from there.",
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<AssetField>(named => named.Kind is AssetValue.Person)
            .With<AssetField>(named => named.Place.File, stock => stock.Kind is AssetValue.Stock ? stock.Place.File : null)
            .Report(named => At(named, $"{named.Name} credits {named.Value}", named.Value.Text.ToUpperInvariant()));
}
