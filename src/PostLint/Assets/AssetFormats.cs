using PostLint.Assets.Archives;
using PostLint.Assets.Documents;
using PostLint.Assets.Images;
using PostLint.Assets.Media;

namespace PostLint.Assets;

/// <summary>The formats that are read. The first that recognises a file reads it.</summary>
internal static class AssetFormats
{
    public static IReadOnlyList<IAssetFormat> All { get; } =
    [
        new Png(), new Jpeg(), new Gif(), new WebP(), new Tiff(), new Psd(), new PostScript(), new IsoMedia(), new Pdf.Pdf(),
        new Matroska(), new Flac(), new Ogg(), new Riff(), new Id3(),
        new OfficeDocument(), new CompoundFile(), new Font(),
        new Zip(), new Tar(), new GZip(), new UnreadArchive(), new SystemDroppings(),
    ];
}
