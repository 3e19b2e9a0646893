using PostLint.Assets.Credentials;
using PostLint.Assets.Tags;

namespace PostLint.Assets.Images;

/// <summary>Graphics Interchange Format, versions 87a and 89a.</summary>
internal sealed class Gif : IAssetFormat, IMetadataCleaner, IInventory
{
    private const int MaxText = 16 << 20;

    /// <inheritdoc/>
    public string Name => "GIF";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8);

    /// <inheritdoc/>
    public void Read(Stream content, AssetScan scan)
    {
        foreach ((long start, long end, int label) in Blocks(content))
        {
            scan.Cancellation.ThrowIfCancellationRequested();
            if (label == 0x3B)
                break;
            content.Position = label == 0 ? end : start + 2;
            if (label == 0xFE)
                scan.Field("GIF", "Comment", Bytes.Text(Data(content, end)));
            else if (label == 0x01)
                scan.Field("GIF", "PlainText", Bytes.Text(Data(content, end).AsSpan(12)));
            else if (label == 0xFF)
                ReadApplication(content, end, scan);
        }
        if (content.Position < content.Length)
            scan.Part(AssetScan.AfterPicture, content.Take(Math.Min(content.Length - content.Position, MaxText)));
    }

    private static void ReadApplication(Stream content, long end, AssetScan scan)
    {
        string application = Bytes.Text(content.Take(12).AsSpan(1));
        if (application is "XMP DataXMP")
        {
            // The packet is not cut into pieces; 258 bytes that lead any reader out of it follow.
            ReadOnlySpan<byte> packet = content.Take(Math.Min(end - content.Position, MaxText));
            int close = packet.LastIndexOf((byte)'>');
            Xmp.Read(packet[..(close + 1)], scan);
        }
        else if (application is "ICCRGBG1012")
            Icc.Read(Data(content, end), scan);
        else if (application.StartsWith("C2PA_GIF", StringComparison.Ordinal))
            C2pa.Read(Data(content, end), scan);
        else if (application is not ("NETSCAPE2.0" or "ANIMEXTS1.0"))
            scan.Field("GIF", "Application", $"{application} {Bytes.Text(Data(content, end))}");
    }

    /// <summary>The blocks that are no picture, as start, end and label; pictures, with their palettes, have none.</summary>
    private static IEnumerable<(long Start, long End, int Label)> Blocks(Stream content)
    {
        content.Position = 6;
        byte[] screen = content.Take(7);
        if ((screen[4] & 0x80) != 0)
            content.Position += 3L << ((screen[4] & 7) + 1);
        while (true)
        {
            long start = content.Position;
            int kind = (int)content.TakeBigEndian(1);
            switch (kind)
            {
                case 0x3B:
                    yield return (start, content.Position, kind);
                    yield break;
                case 0x2C:
                    byte[] image = content.Take(9);
                    if ((image[8] & 0x80) != 0)
                        content.Position += 3L << ((image[8] & 7) + 1);
                    content.Position++;
                    Skip(content);
                    long behind = content.Position;
                    yield return (start, behind, 0);
                    content.Position = behind;
                    break;
                case 0x21:
                    int label = (int)content.TakeBigEndian(1);
                    Skip(content);
                    long end = content.Position;
                    yield return (start, end, label);
                    content.Position = end;
                    break;
                default:
                    throw new InvalidDataException("its blocks are broken");
            }
        }
    }

    private static void Skip(Stream content)
    {
        while (content.TakeBigEndian(1) is > 0 and long length)
        {
            if (length > content.Length - content.Position)
                throw new EndOfStreamException();
            content.Position += length;
        }
    }

    /// <summary>The data of a block, its pieces joined.</summary>
    private static byte[] Data(Stream content, long end)
    {
        var data = new MemoryStream();
        while (content.Position < end && content.TakeBigEndian(1) is > 0 and long length)
            data.Write(content.Take(length));
        return data.ToArray();
    }

    /// <inheritdoc/>
    public void Clean(Stream content, Stream output)
    {
        long at = 0;
        foreach ((long start, long end, int label) in Blocks(content))
        {
            bool isDropped = label is 0xFE || (label is 0xFF && !IsShownBy(content, start));
            if (isDropped)
            {
                content.Position = at;
                content.CopyBytes(output, start - at);
                at = end;
            }
            else if (label == 0x3B)
            {
                content.Position = at;
                content.CopyBytes(output, end - at);
            }
            content.Position = end;
        }
    }

    /// <inheritdoc/>
    public IEnumerable<KeptPart> Inventory(Stream content)
    {
        long last = 0;
        int frames = 0;
        foreach ((long start, long end, int label) in Blocks(content))
        {
            if (last == 0)
                yield return new("its size and colours", Bytes.Hash(content, 0, start));
            last = end;
            if (label is not 0xFE && (label is not 0xFF || IsShownBy(content, start)))
            {
                string what =
                    label == 0 ? $"its frame {++frames}"
                    : label == 0xF9 ? "the times of its frames"
                    : "its parts";
                yield return new(what, Bytes.Hash(content, start, end - start));
            }
            content.Position = end;
        }
        if (Bytes.FileBehind(content, last) is { } file)
            yield return new($"the {file} file behind the picture", "");
    }

    /// <summary>Loops of animations, and colour profiles.</summary>
    private static bool IsShownBy(Stream content, long start)
    {
        content.Position = start + 3;
        return Bytes.Text(content.Take(11)) is "NETSCAPE2.0" or "ANIMEXTS1.0" or "ICCRGBG1012";
    }
}
