using System.Buffers.Binary;
using System.Text;

namespace PostLint.Assets.Media;

/// <summary>The comments of Vorbis, Opus and FLAC (xiph.org/vorbis/doc/v-comment.html).</summary>
internal static class VorbisComment
{
    /// <summary>Reads a block of comments; what leaves the block is cut.</summary>
    public static void Read(ReadOnlySpan<byte> block, AssetScan scan)
    {
        int at = 0;
        scan.Field("Vorbis", "Vendor", Next(block, ref at));
        if (at + 4 > block.Length)
            return;
        uint count = BinaryPrimitives.ReadUInt32LittleEndian(block[at..]);
        at += 4;
        for (uint i = 0; i < count && at < block.Length; i++)
        {
            string comment = Next(block, ref at);
            int equals = comment.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                continue;
            string name = comment[..equals],
                value = comment[(equals + 1)..];
            if (name.Equals("METADATA_BLOCK_PICTURE", StringComparison.OrdinalIgnoreCase))
                Picture(value, scan);
            else
                scan.Field("Vorbis", char.ToUpperInvariant(name[0]) + name[1..].ToLowerInvariant(), value);
        }
    }

    /// <summary>Opens the picture in a FLAC picture block: type, media type, description, sizes, data.</summary>
    public static void Picture(ReadOnlySpan<byte> block, AssetScan scan)
    {
        int at = 4;
        NextBigEndian(block, ref at);
        scan.Field("FLAC", "PictureDescription", Encoding.UTF8.GetString(NextBigEndian(block, ref at)));
        at += 16;
        scan.Part("picture", NextBigEndian(block, ref at).ToArray());
    }

    private static void Picture(string base64, AssetScan scan)
    {
        byte[] block = new byte[base64.Length];
        if (Convert.TryFromBase64String(base64, block, out int length))
            Picture(block.AsSpan(0, length), scan);
    }

    private static string Next(ReadOnlySpan<byte> block, ref int at)
    {
        if (at + 4 > block.Length)
            throw new EndOfStreamException();
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(block[at..]);
        at += 4;
        if (length > block.Length - at)
            throw new EndOfStreamException();
        string text = Encoding.UTF8.GetString(block.Slice(at, (int)length));
        at += (int)length;
        return text;
    }

    private static ReadOnlySpan<byte> NextBigEndian(ReadOnlySpan<byte> block, ref int at)
    {
        if (at + 4 > block.Length)
            throw new EndOfStreamException();
        uint length = BinaryPrimitives.ReadUInt32BigEndian(block[at..]);
        at += 4;
        if (length > block.Length - at)
            throw new EndOfStreamException();
        ReadOnlySpan<byte> data = block.Slice(at, (int)length);
        at += (int)length;
        return data;
    }
}
