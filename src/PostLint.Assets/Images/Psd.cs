using PostLint.Assets.Tags;

namespace PostLint.Assets.Images;

/// <summary>Photoshop documents: their image resources.</summary>
internal sealed class Psd : IAssetFormat
{
    private const int MaxResources = 32 << 20;

    /// <inheritdoc/>
    public string Name => "PSD";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => head.StartsWith("8BPS"u8);

    /// <inheritdoc/>
    public void Read(Stream content, AssetScan scan)
    {
        content.Position = 26;
        long colours = content.TakeBigEndian(4);
        content.Position += colours;
        long length = content.TakeBigEndian(4);
        if (length > MaxResources)
            throw new InvalidDataException("its resources are larger than is read");
        Iptc.ReadResources(content.Take(length), scan);
    }
}
