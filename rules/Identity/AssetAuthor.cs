using PostLint.Engine;
using PostLint.Facts;
using PostLint.Facts.Assets;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>The metadata of a file name a person.</summary>
internal sealed class AssetAuthor : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/asset-author")
        {
            Summary = "The metadata of a file name a person",
            Why =
                "Programs write the name of whoever is signed in into the files they save; anybody can read it there, and it "
                + "stays when the text is made anonymous.",
            Fix = "Remove the metadata, for instance with postlint fix, or export the file again without it.",
            CodeFix = CodeFixes.CleanMetadata,
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<AssetField>(named => named.Kind is AssetValue.Person)
            .Unless<AssetField>(named => named.Place.File, stock => stock.Kind is AssetValue.Stock ? stock.Place.File : null)
            .Unless<BibliographyEntry>(Credited.Wrote)
            .Report(named => At(named, $"{named.Name} names {named.Value}", named.Value.Text.ToUpperInvariant()));
}
