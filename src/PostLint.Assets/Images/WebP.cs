using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using PostLint.Assets.Credentials;
using PostLint.Assets.Tags;

namespace PostLint.Assets.Images;

/// <summary>WebP, RFC 9649.</summary>
internal sealed class WebP : IAssetFormat, IMetadataCleaner, IInventory
{
    private const int MaxChunk = 16 << 20,
        MaxTrailer = 64 << 20;
    private const byte ExifFlag = 0x08,
        XmpFlag = 0x04;

    /// <inheritdoc/>
    public string Name => "WebP";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) =>
        head.Length >= 12 && head.StartsWith("RIFF"u8) && head.Slice(8, 4).SequenceEqual("WEBP"u8);

    /// <inheritdoc/>
    public void Read(Stream content, AssetScan scan)
    {
        long last = 12;
        foreach ((string type, long start, uint length) in Chunks(content))
        {
            last = start + length + (length & 1);
            scan.Cancellation.ThrowIfCancellationRequested();
            if (type is "VP8 " or "VP8L" or "VP8X" or "ALPH" or "ANIM" or "ANMF")
                continue;
            if (length > MaxChunk)
            {
                scan.BeyondLimit($"its chunk {type.Trim()} is larger than is read");
                continue;
            }
            content.Position = start;
            byte[] data = content.Take(length);
            if (type is "EXIF")
                Exif.Read(data.AsSpan().StartsWith("Exif\0\0"u8) ? data[6..] : data, scan);
            else if (type is "XMP ")
                Xmp.Read(data, scan);
            else if (type is "ICCP")
                Icc.Read(data, scan);
            else if (type is "C2PA")
                C2pa.Read(data, scan);
            else
                scan.Field("RIFF", type.Trim(), Bytes.IsText(data) ? Bytes.Text(data) : $"(binary, {data.Length} bytes)");
        }
        if (last >= content.Length)
            return;
        content.Position = last;
        scan.Part(AssetScan.AfterPicture, content.Take(Math.Min(content.Length - last, MaxTrailer)));
    }

    private static IEnumerable<(string Type, long Start, uint Length)> Chunks(Stream content)
    {
        content.Position = 4;
        long end = 8L + content.TakeUInt32LittleEndian();
        if (end > content.Length)
            throw new EndOfStreamException();
        for (long at = 12; at + 8 <= end; )
        {
            content.Position = at;
            string type = Encoding.Latin1.GetString(content.Take(4));
            uint length = content.TakeUInt32LittleEndian();
            if (at + 8 + length > end)
                throw new EndOfStreamException();
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
            if (type is "EXIF" && OrientationIn(content, length) is > 1 and int turned)
                orientation = Orientation.Exif(turned);
            if (!IsShown(type))
                continue;
            content.Position = start;
            kept.Write(Encoding.Latin1.GetBytes(type));
            WriteLength(kept, length);
            content.CopyBytes(kept, length);
            if ((length & 1) != 0)
                kept.WriteByte(0);
        }
        byte[] chunks = kept.ToArray();
        if (chunks.AsSpan().StartsWith("VP8X"u8))
            chunks[8] = (byte)((chunks[8] & ~(ExifFlag | XmpFlag)) | (orientation is null ? 0 : ExifFlag));
        else
            orientation = null;
        output.Write("RIFF"u8);
        WriteLength(output, (uint)(chunks.Length + 4 + (orientation is null ? 0 : orientation.Length + 8)));
        output.Write("WEBP"u8);
        output.Write(chunks);
        if (orientation is null)
            return;
        output.Write("EXIF"u8);
        WriteLength(output, (uint)orientation.Length);
        output.Write(orientation);
    }

    /// <inheritdoc/>
    public IEnumerable<KeptPart> Inventory(Stream content)
    {
        long last = 12;
        int frames = 0;
        foreach ((string type, long start, uint length) in Chunks(content))
        {
            last = start + length + (length & 1);
            content.Position = start;
            if (type is "EXIF" && OrientationIn(content, length) is > 1 and int turned)
                yield return new("its orientation", turned.ToString(CultureInfo.InvariantCulture));
            if (!IsShown(type))
                continue;
            content.Position = start;
            byte[] data = content.Take(length);
            // Two flags tell whether there are metadata.
            if (type is "VP8X" && data.Length > 0)
                data[0] &= unchecked((byte)~(ExifFlag | XmpFlag));
            yield return new(
                type is "VP8X" ? "its size"
                    : type is "ANMF" ? $"its frame {++frames}"
                    : type is "ICCP" ? "its colour profile"
                    : "its pixels",
                Bytes.Hash(data)
            );
        }
        if (Bytes.FileBehind(content, last) is { } file)
            yield return new($"the {file} file behind the picture", "");
    }

    private static bool IsShown(string type) => type is "VP8 " or "VP8L" or "VP8X" or "ALPH" or "ANIM" or "ANMF" or "ICCP";

    private static int OrientationIn(Stream content, uint length)
    {
        byte[] data = content.Take(Math.Min(length, MaxChunk));
        return Orientation.Of(data.AsSpan().StartsWith("Exif\0\0"u8) ? data.AsSpan(6) : data);
    }

    private static void WriteLength(Stream output, uint length)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, length);
        output.Write(bytes);
    }
}
