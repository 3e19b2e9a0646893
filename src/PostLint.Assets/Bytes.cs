using System.Buffers.Binary;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;

namespace PostLint.Assets;

/// <summary>Reads pieces of a file whose lengths a stranger wrote.</summary>
internal static class Bytes
{
    /// <summary>Reads so many bytes.</summary>
    /// <exception cref="EndOfStreamException">There are not as many left.</exception>
    public static byte[] Take(this Stream stream, long length)
    {
        if (length < 0 || length > stream.Length - stream.Position)
            throw new EndOfStreamException();
        byte[] bytes = new byte[length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Reads a number of 1 to 8 bytes, the first the highest.</summary>
    public static long TakeBigEndian(this Stream stream, int bytes)
    {
        long value = 0;
        foreach (byte b in stream.Take(bytes))
            value = (value << 8) | b;
        return value;
    }

    /// <summary>Reads a number of 4 bytes, the first the lowest.</summary>
    public static uint TakeUInt32LittleEndian(this Stream stream) => BinaryPrimitives.ReadUInt32LittleEndian(stream.Take(4));

    /// <summary>Copies so many bytes.</summary>
    /// <exception cref="EndOfStreamException">There are not as many left.</exception>
    public static void CopyBytes(this Stream from, Stream to, long length)
    {
        byte[] buffer = new byte[(int)Math.Min(length, 81_920)];
        while (length > 0)
        {
            int read = from.Read(buffer, 0, (int)Math.Min(buffer.Length, length));
            if (read == 0)
                throw new EndOfStreamException();
            to.Write(buffer, 0, read);
            length -= read;
        }
    }

    /// <summary>What tells bytes from others.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>What tells a stretch of a file from others.</summary>
    /// <exception cref="EndOfStreamException">There are not as many bytes.</exception>
    public static string Hash(Stream content, long start, long length)
    {
        content.Position = start;
        return Hash(content.Take(length));
    }

    /// <summary>The CRC of ISO 3309, as the parts of a PNG and the members of a zip archive carry it.</summary>
    public static uint Crc(ReadOnlySpan<byte> data) => Crc32.HashToUInt32(data);

    /// <summary>
    /// What stands behind the end of a picture, where it is a file of its own: the name of its format; null for filling and remarks.
    /// </summary>
    public static string? FileBehind(Stream content, long end)
    {
        content.Position = Math.Min(end, content.Length);
        ReadOnlySpan<byte> rest = content.Take(Math.Min(content.Length - content.Position, 1 << 20)).AsSpan().TrimStart((byte)0);
        return rest.IsEmpty ? null : FileSignature.FormatOf(new MemoryStream(rest.ToArray(), writable: false))?.Name;
    }

    /// <summary>Whether bytes are text: no control characters but white space, a NUL at the end aside.</summary>
    public static bool IsText(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> text = bytes.TrimEnd((byte)0);
        return text.Length > 0 && !text.ContainsAnyInRange((byte)0, (byte)8) && !text.ContainsAnyInRange((byte)14, (byte)31);
    }

    /// <summary>All texts that NUL divides, empty ones left out.</summary>
    public static IReadOnlyList<string> All(ReadOnlySpan<byte> bytes)
    {
        var texts = new List<string>();
        foreach (Range range in bytes.Split((byte)0))
        {
            if (bytes[range].Length > 0)
                texts.Add(Text(bytes[range]));
        }
        return texts;
    }

    /// <summary>Text up to the first NUL, UTF-8 where it is, otherwise Latin-1.</summary>
    public static string Text(ReadOnlySpan<byte> bytes)
    {
        int nul = bytes.IndexOf((byte)0);
        ReadOnlySpan<byte> text = nul < 0 ? bytes : bytes[..nul];
        return System.Text.Unicode.Utf8.IsValid(text) ? Encoding.UTF8.GetString(text) : Encoding.Latin1.GetString(text);
    }
}
