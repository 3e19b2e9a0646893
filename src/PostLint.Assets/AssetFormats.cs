using PostLint.Assets.Archives;
using PostLint.Assets.Credentials;
using PostLint.Assets.Documents;
using PostLint.Assets.Images;
using PostLint.Assets.Media;

namespace PostLint.Assets;

/// <summary>
/// The formats that are read. The first that recognises a file reads it; archives come first, because a tar begins with the name of its
/// first file, which may look like anything.
/// </summary>
internal static class AssetFormats
{
    /// <summary>Zip archives.</summary>
    public static Zip Zip { get; } = new();

    /// <summary>Tar archives.</summary>
    public static Tar Tar { get; } = new();

    /// <summary>PDF.</summary>
    public static Pdf.Pdf Pdf { get; } = new();

    /// <summary>All, in the order in which they are asked.</summary>
    public static IReadOnlyList<IAssetFormat> All { get; } =
    [
        new OfficeDocument(),
        Zip,
        Tar,
        new GZip(),
        new UnreadArchive(),
        new Png(),
        new Jpeg(),
        new Gif(),
        new WebP(),
        new Tiff(),
        new Psd(),
        new PostScript(),
        new IsoMedia(),
        Pdf,
        new Matroska(),
        new Flac(),
        new Ogg(),
        new Riff(),
        new Id3(),
        new CompoundFile(),
        new Font(),
        new C2pa(),
        new PythonBytecode(),
        new SystemDroppings(),
    ];
}
