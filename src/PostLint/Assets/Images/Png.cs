using System.Buffers.Binary;
using System.Text;

namespace PostLint.Assets.Images;

/// <summary>Portable Network Graphics, ISO/IEC 15948.</summary>
internal sealed class Png : IAssetFormat
{
    private const int MaxChunk = 16 << 20;

    /// <inheritdoc/>
    public string Name => "PNG";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x89, .. "PNG\r\n\x1A\n"u8]);

    /// <inheritdoc/>
    public void Read(Stream content, AssetScan scan)
    {
        content.Position = 8;
        Span<byte> header = stackalloc byte[8];
        while (content.Position < content.Length)
        {
            scan.Cancellation.ThrowIfCancellationRequested();
            content.ReadExactly(header);
            uint length = BinaryPrimitives.ReadUInt32BigEndian(header);
            if (length > content.Length - content.Position) throw new EndOfStreamException();
            long next = content.Position + length + 4;
            if (header[4..].SequenceEqual("tEXt"u8) && length <= MaxChunk)
            {
                byte[] data = new byte[length];
                content.ReadExactly(data);
                int nul = Array.IndexOf(data, (byte)0);
                if (nul > 0) scan.Field("PNG", Encoding.Latin1.GetString(data, 0, nul), Encoding.Latin1.GetString(data.AsSpan(nul + 1)));
            }
            content.Position = next;
        }
    }
}
