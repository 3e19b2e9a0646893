using System.Buffers.Binary;
using System.Text;
using PostLint.Assets.Tags;

namespace PostLint.Assets.Images;

/// <summary>WebP, RFC 9649.</summary>
internal sealed class WebP : IAssetFormat, IMetadataCleaner
{
    private const int MaxChunk = 16 << 20;
    private const byte ExifFlag = 0x08, XmpFlag = 0x04;

    /// <inheritdoc/>
    public string Name => "WebP";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => head.Length >= 12 && head.StartsWith("RIFF"u8) && head.Slice(8, 4).SequenceEqual("WEBP"u8);

    /// <inheritdoc/>
    public void Read(Stream content, AssetScan scan)
    {
        foreach ((string type, long start, uint length) in Chunks(content))
        {
            scan.Cancellation.ThrowIfCancellationRequested();
            if (type is "VP8 " or "VP8L" or "VP8X" or "ALPH" or "ANIM" or "ANMF") continue;
            if (length > MaxChunk)
            {
                scan.Unread($"its chunk {type.Trim()} is larger than is read");
                continue;
            }
            content.Position = start;
            byte[] data = content.Take(length);
            if (type is "EXIF") Exif.Read(data.AsSpan().StartsWith("Exif\0\0"u8) ? data[6..] : data, scan);
            else if (type is "XMP ") Xmp.Read(data, scan);
            else if (type is "ICCP") Icc.Read(data, scan);
            else scan.Field("RIFF", type.Trim(), Bytes.IsText(data) ? Bytes.Text(data) : $"(binary, {data.Length} bytes)");
        }
    }

    private static IEnumerable<(string Type, long Start, uint Length)> Chunks(Stream content)
    {
        content.Position = 4;
        long end = 8L + content.TakeUInt32LittleEndian();
        if (end > content.Length) throw new EndOfStreamException();
        for (long at = 12; at + 8 <= end;)
        {
            content.Position = at;
            string type = Encoding.Latin1.GetString(content.Take(4));
            uint length = content.TakeUInt32LittleEndian();
            if (at + 8 + length > end) throw new EndOfStreamException();
            yield return (type, at + 8, length);
            at += 8 + length + (length & 1);
        }
    }

    /// <inheritdoc/>
    public void Clean(Stream content, Stream output)
    {
        var kept = new MemoryStream();
        byte[]? orientation = null;
        foreach ((string type, long start, uint length) in Chunks(content))
        {
            content.Position = start;
            if (type is "EXIF")
            {
                byte[] data = content.Take(Math.Min(length, MaxChunk));
                int turned = Orientation.Of(data.AsSpan().StartsWith("Exif\0\0"u8) ? data.AsSpan(6) : data);
                if (turned > 1) orientation = Orientation.Exif(turned);
            }
            if (type is not ("VP8 " or "VP8L" or "VP8X" or "ALPH" or "ANIM" or "ANMF" or "ICCP")) continue;
            kept.Write(Encoding.Latin1.GetBytes(type));
            WriteLength(kept, length);
            content.CopyBytes(kept, length);
            if ((length & 1) != 0) kept.WriteByte(0);
        }
        byte[] chunks = kept.ToArray();
        if (chunks.AsSpan().StartsWith("VP8X"u8)) chunks[8] = (byte)((chunks[8] & ~(ExifFlag | XmpFlag)) | (orientation is null ? 0 : ExifFlag));
        else orientation = null;
        output.Write("RIFF"u8);
        WriteLength(output, (uint)(chunks.Length + 4 + (orientation is null ? 0 : orientation.Length + 8)));
        output.Write("WEBP"u8);
        output.Write(chunks);
        if (orientation is null) return;
        output.Write("EXIF"u8);
        WriteLength(output, (uint)orientation.Length);
        output.Write(orientation);
    }

    private static void WriteLength(Stream output, uint length)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, length);
        output.Write(bytes);
    }
}
