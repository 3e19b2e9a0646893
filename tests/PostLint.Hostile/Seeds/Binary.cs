using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace PostLint.Hostile.Seeds;

/// <summary>Numbers, texts and packed bytes as file formats want them.</summary>
internal static class Binary
{
    public static byte[] Big(int value, int bytes = 4)
    {
        byte[] four = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(four, value);
        return four[(4 - bytes)..];
    }

    public static byte[] Little(int value, int bytes = 4)
    {
        byte[] four = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(four, value);
        return four[..bytes];
    }

    public static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Join(IEnumerable<byte[]> pieces) => [.. pieces.SelectMany(piece => piece)];

    /// <summary>The bytes as zlib packs them.</summary>
    public static byte[] Zlib(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Fastest))
            stream.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>The bytes as gzip packs them, with or without the name of the file.</summary>
    public static byte[] GZip(byte[] bytes, string? name = null)
    {
        var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest))
            stream.Write(bytes);
        byte[] plain = packed.ToArray();
        if (name is null)
            return plain;
        plain[3] = 0x08;
        return [.. plain[..10], .. Latin(name), 0, .. plain[10..]];
    }

    /// <summary>The checksum that PNG ends its chunks with.</summary>
    public static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in bytes)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }
}
