using System.Buffers.Binary;

namespace PostLint.Assets.Images;

/// <summary>How a picture is to be turned: the one Exif tag that changes what is seen.</summary>
internal static class Orientation
{
    private const int Tag = 0x0112;

    /// <summary>The orientation in Exif data, 1 to 8; 1 where they say none.</summary>
    public static int Of(ReadOnlySpan<byte> exif)
    {
        if (exif.Length < 14)
            return 1;
        bool isBig = exif[0] == 'M';
        uint offset = isBig ? BinaryPrimitives.ReadUInt32BigEndian(exif[4..]) : BinaryPrimitives.ReadUInt32LittleEndian(exif[4..]);
        if (offset + 2L > exif.Length)
            return 1;
        int count = Short(exif[(int)offset..], isBig);
        for (int i = 0; i < count && offset + 14 + (i * 12L) <= exif.Length; i++)
        {
            ReadOnlySpan<byte> entry = exif.Slice((int)offset + 2 + (i * 12), 12);
            if (Short(entry, isBig) == Tag)
                return Short(entry[8..], isBig) is >= 1 and <= 8 and int turned ? turned : 1;
        }
        return 1;
    }

    /// <summary>Exif data that hold an orientation and nothing else.</summary>
    public static byte[] Exif(int orientation) =>
        [(byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];

    private static int Short(ReadOnlySpan<byte> bytes, bool isBig) =>
        isBig ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
}
