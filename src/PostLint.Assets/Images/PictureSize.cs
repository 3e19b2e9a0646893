using System.Buffers.Binary;

namespace PostLint.Assets;

/// <summary>Width and height of a picture, from the header of its format; nothing is decoded.</summary>
internal static class PictureSize
{
    private const int MostSegments = 1_000; // of a JPEG before its size
    private static readonly byte[] s_png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The size in pixels; 0 where it is no PNG, GIF, WebP or JPEG, or its header is broken.</summary>
    public static (int Width, int Height) Of(Stream content)
    {
        Span<byte> head = stackalloc byte[32];
        content.Position = 0;
        int read = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return read < head.Length ? default
            : head[..8].SequenceEqual(s_png) ? (Big32(head[16..]), Big32(head[20..]))
            : head.StartsWith("GIF8"u8) ? (Little16(head[6..]), Little16(head[8..]))
            : head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8) ? OfWebP(head)
            : head is [0xFF, 0xD8, ..] ? OfJpeg(content)
            : default;
    }

    private static (int Width, int Height) OfWebP(ReadOnlySpan<byte> head) =>
        head[12..16] switch
        {
            [(byte)'V', (byte)'P', (byte)'8', (byte)'X'] => (1 + Little24(head[24..]), 1 + Little24(head[27..])),
            [(byte)'V', (byte)'P', (byte)'8', (byte)' '] => (Little16(head[26..]) & 0x3FFF, Little16(head[28..]) & 0x3FFF),
            [(byte)'V', (byte)'P', (byte)'8', (byte)'L'] => (
                1 + (Little32(head[21..]) & 0x3FFF),
                1 + ((Little32(head[21..]) >> 14) & 0x3FFF)
            ),
            _ => default,
        };

    /// <summary>The first frame header says it; what stands before is passed over.</summary>
    private static (int Width, int Height) OfJpeg(Stream content)
    {
        Span<byte> segment = stackalloc byte[9];
        content.Position = 2;
        for (int i = 0; i < MostSegments; i++)
        {
            if (content.ReadAtLeast(segment[..4], 4, throwOnEndOfStream: false) < 4 || segment[0] != 0xFF)
                return default;
            int length = BinaryPrimitives.ReadUInt16BigEndian(segment[2..]);
            bool isFrame = segment[1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
            if (isFrame)
                return content.ReadAtLeast(segment[4..], 5, throwOnEndOfStream: false) < 5
                    ? default
                    : (BinaryPrimitives.ReadUInt16BigEndian(segment[7..]), BinaryPrimitives.ReadUInt16BigEndian(segment[5..]));
            if (length < 2)
                return default;
            content.Position += length - 2;
        }
        return default;
    }

    private static int Big32(ReadOnlySpan<byte> bytes) => Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(bytes));

    private static int Little32(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt32LittleEndian(bytes);

    private static int Little24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    private static int Little16(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);
}
