using System.Buffers.Binary;
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace PostLint.Hostile;

/// <summary>
/// What of a file must survive when its metadata goes, in a line that can be compared: its kind, and its pixels, frames, size and
/// colours, or its members. Written
/// without PostLint's own readers, so that both would have to be wrong in the same way.
/// </summary>
internal static class Shape
{
    public static string Of(byte[] file) =>
        file switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => $"png {Guarded(file, Png)}",
            [0xFF, 0xD8, 0xFF, ..] => $"jpeg {Guarded(file, Jpeg)}",
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => $"gif {Guarded(file, Gif)}",
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', ..] => $"webp {Guarded(file, WebP)}",
            _ when file.AsSpan().TrimStart("\uFEFF\0 \t\r\n"u8).StartsWith("%PDF"u8) => "pdf",
            [(byte)'P', (byte)'K', 3, 4, ..] => $"zip {Guarded(file, Zip)}",
            [0x1F, 0x8B, ..] => "gzip",
            _ when file.AsSpan().StartsWith("%!PS"u8) => "postscript",
            _ when file.Length > 262 && file.AsSpan(257).StartsWith("ustar"u8) => $"tar {Guarded(file, Tar)}",
            _ => file.AsSpan().Contains((byte)0) ? "other" : "text",
        };

    /// <summary>What is broken for this reader cannot be compared.</summary>
    private static string Guarded(byte[] file, Func<byte[], string> read)
    {
        try
        {
            return read(file);
        }
        catch (Exception broken)
            when (broken is ArgumentException or InvalidDataException or IndexOutOfRangeException or IOException or FormatException)
        {
            return "";
        }
    }

    private static string Png(byte[] file)
    {
        var shown = new StringBuilder();
        using var pixels = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (int at = 8; at + 12 <= file.Length; )
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            string type = Encoding.Latin1.GetString(file, at + 4, 4);
            if (type is "IHDR" or "acTL")
                shown.Append(type).Append(' ').Append(Convert.ToHexString(file.AsSpan(at + 8, length))).Append(' ');
            if (type is "IDAT" or "fdAT" or "fcTL" or "PLTE" or "tRNS" or "gAMA" or "iCCP")
                pixels.AppendData(file.AsSpan(at + 4, length + 4));
            if (type is "IEND")
                break;
            at = checked(at + 12 + length);
        }
        return $"{shown}{Convert.ToHexString(pixels.GetHashAndReset(), 0, 8)}";
    }

    /// <summary>Size, kind of coding and pixels of every picture in it, and their colour profiles.</summary>
    private static string Jpeg(byte[] file)
    {
        var shown = new StringBuilder();
        using var pixels = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        int at = 2;
        while (at + 4 <= file.Length && file[at] == 0xFF)
        {
            int marker = file[at + 1],
                length = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 2));
            ReadOnlySpan<byte> data = file.AsSpan(at + 4, length - 2);
            if (marker is 0xC0 or 0xC1 or 0xC2)
                shown.Append(Convert.ToHexString([(byte)marker, .. data])).Append(' ');
            if (
                marker is 0xC4 or 0xDB or 0xDD
                || (marker is 0xE2 && data.StartsWith("ICC_PROFILE\0"u8))
                || (marker is 0xEE && data.StartsWith("Adobe"u8))
            )
                pixels.AppendData(data);
            at += 2 + length;
            if (marker != 0xDA)
                continue;
            int end = at;
            while (end + 1 < file.Length && !(file[end] == 0xFF && file[end + 1] is not 0 and not (>= 0xD0 and <= 0xD7)))
                end++;
            pixels.AppendData(file.AsSpan(at, end - at));
            at = end;
            if (at + 1 >= file.Length || file[at + 1] == 0xD9)
                break;
        }
        return $"{shown}{Convert.ToHexString(pixels.GetHashAndReset(), 0, 8)}";
    }

    private static string Gif(byte[] file)
    {
        int at = 13 + ((file[10] & 0x80) != 0 ? 3 << ((file[10] & 7) + 1) : 0),
            frames = 0;
        using var pixels = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        pixels.AppendData(file.AsSpan(6, at - 6));
        while (file[at] != 0x3B)
        {
            int start = at;
            bool isFrame = file[at] == 0x2C,
                isControl = file[at] == 0x21 && file[at + 1] == 0xF9;
            if (!isFrame && file[at] != 0x21)
                throw new InvalidDataException();
            at += isFrame ? 11 + ((file[at + 9] & 0x80) != 0 ? 3 << ((file[at + 9] & 7) + 1) : 0) : 2;
            while (file[at] != 0)
                at += file[at] + 1;
            at++;
            if (isFrame)
                frames++;
            if (isFrame || isControl)
                pixels.AppendData(file.AsSpan(start, at - start));
        }
        return $"{frames} frames {Convert.ToHexString(pixels.GetHashAndReset(), 0, 8)}";
    }

    private static string WebP(byte[] file)
    {
        using var pixels = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        int frames = 0;
        // What stands behind the length that the file tells is no part of the picture (RFC 9649, 2.4).
        long end = Math.Min(file.Length, 8L + BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(4)));
        for (int at = 12; at + 8 <= end; )
        {
            int length = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at + 4));
            string type = Encoding.Latin1.GetString(file, at, 4);
            if (type is "VP8 " or "VP8L" or "ANMF" or "ANIM" or "ALPH" or "ICCP")
                pixels.AppendData(file.AsSpan(at, length + 8));
            if (type is "ANMF")
                frames++;
            at = checked(at + 8 + length + (length & 1));
        }
        return $"{frames} frames {Convert.ToHexString(pixels.GetHashAndReset(), 0, 8)}";
    }

    private static string Zip(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        return string.Join(' ', archive.Entries.Select(entry => entry.FullName));
    }

    private static string Tar(byte[] file)
    {
        using var archive = new TarReader(new MemoryStream(file));
        var names = new List<string>();
        while (archive.GetNextEntry() is { } entry)
            names.Add(entry.Name);
        return string.Join(' ', names);
    }
}
