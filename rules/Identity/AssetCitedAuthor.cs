using PostLint.Engine;
using PostLint.Facts;
using PostLint.Facts.Assets;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>The metadata of a file name the author of a cited work.</summary>
internal sealed class AssetCitedAuthor : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/asset-cited-author")
        {
            Summary = "The metadata of a file name the author of a cited work",
            Why =
                "A figure that was taken from a cited work names its author rightly; an author of the post who cites an own "
                + "work is named just as well.",
            Fix =
                "Keep it if the figure was taken from that work and the caption says so; otherwise remove the metadata, for "
                + "instance with postlint fix.",
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<AssetField>(named => named.Kind is AssetValue.Person)
            .With<BibliographyEntry>(Credited.Wrote)
            .Report(named =>
                At(named, $"{named.Name} names {named.Value}, who wrote a work that the post cites", named.Value.Text.ToUpperInvariant())
            );
}
