namespace PostLint.Assets.Media;

/// <summary>Free Lossless Audio Codec, RFC 9639.</summary>
internal sealed class Flac : IAssetFormat
{
    private const int MaxBlock = 1 << 24;

    /// <inheritdoc/>
    public string Name => "FLAC";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => head.StartsWith("fLaC"u8);

    /// <inheritdoc/>
    public void Read(Stream content, AssetScan scan)
    {
        content.Position = 4;
        bool isLast;
        do
        {
            scan.Cancellation.ThrowIfCancellationRequested();
            int type = (int)content.TakeBigEndian(1);
            isLast = (type & 0x80) != 0;
            int length = (int)Math.Min(content.TakeBigEndian(3), MaxBlock);
            long next = content.Position + length;
            switch (type & 0x7F)
            {
                case 2:
                    scan.Field("FLAC", "Application", Bytes.Text(content.Take(Math.Min(length, 64))));
                    break;
                case 4:
                    VorbisComment.Read(content.Take(length), scan);
                    break;
                case 6:
                    VorbisComment.Picture(content.Take(length), scan);
                    break;
            }
            if (next > content.Length)
                throw new EndOfStreamException();
            content.Position = next;
        } while (!isLast);
    }
}
