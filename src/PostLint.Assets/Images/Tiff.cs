using PostLint.Assets.Tags;

namespace PostLint.Assets.Images;

/// <summary>TIFF 6.0, BigTIFF, and the raw formats of cameras that are written alike.</summary>
internal sealed class Tiff : IAssetFormat
{
    /// <inheritdoc/>
    public string Name => "TIFF";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => Exif.IsTiff(head);

    /// <inheritdoc/>
    public void Read(Stream content, AssetScan scan) => Exif.Read(content, scan);
}
