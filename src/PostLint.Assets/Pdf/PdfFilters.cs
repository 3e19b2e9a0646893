using System.IO.Compression;

namespace PostLint.Assets.Pdf;

/// <summary>Unpacks streams (ISO 32000-2, 7.4); the formats of pictures, which come last, are left as they are.</summary>
internal static class PdfFilters
{
    private const int MaxUnpacked = 64 << 20;
    private const int MaxFilters = 8;

    /// <summary>
    /// The unpacked bytes, and the picture format that they are in: <c>DCTDecode</c> or <c>JPXDecode</c>; empty for plain bytes.
    /// </summary>
    /// <param name="stream">The stream.</param>
    /// <param name="resolve">Follows references.</param>
    /// <param name="limit">The most that is unpacked, in bytes.</param>
    /// <exception cref="InvalidDataException">It is packed by what is not read, broken, or larger than is read.</exception>
    public static (byte[] Bytes, string Picture) Unpack(PdfStream stream, Func<PdfValue?, PdfValue?> resolve, int limit = MaxUnpacked)
    {
        ReadOnlyMemory<byte> bytes = stream.Packed;
        List<PdfValue> filters = ListOf(resolve(stream.Entries["Filter"] ?? stream.Entries["F"])),
            parameters = ListOf(resolve(stream.Entries["DecodeParms"] ?? stream.Entries["DP"]));
        if (filters.Count > MaxFilters)
            throw new InvalidDataException("a stream in it is packed more often than is read");
        for (int i = 0; i < filters.Count; i++)
        {
            var settings = i < parameters.Count ? resolve(parameters[i]) as PdfDictionary : null;
            string filter = (resolve(filters[i]) as PdfName)?.Text ?? "";
            if (filter is "DCTDecode" or "JPXDecode" or "DCT" && i == filters.Count - 1)
                return (bytes.ToArray(), filter is "DCT" ? "DCTDecode" : filter);
            bytes = filter switch
            {
                "FlateDecode" or "Fl" => Predicted(Inflate(bytes, limit), settings),
                "LZWDecode" or "LZW" => Predicted(
                    Lzw.Unpack(bytes.Span, settings?["EarlyChange"] is not PdfWord { Text: "0" }, limit),
                    settings
                ),
                "RunLengthDecode" or "RL" => RunLengths(bytes.Span, limit),
                "ASCIIHexDecode" or "AHx" => Hexadecimal(bytes.Span),
                "ASCII85Decode" or "A85" => Ascii85(bytes.Span),
                "" => bytes,
                _ => throw new InvalidDataException($"a stream in it is packed by {filter}, which is not read"),
            };
        }
        return (bytes.ToArray(), "");
    }

    private static List<PdfValue> ListOf(PdfValue? value) =>
        value switch
        {
            null => [],
            PdfArray array => array.Items,
            _ => [value],
        };

    private static byte[] Inflate(ReadOnlyMemory<byte> packed, int limit)
    {
        using var stream = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        var plain = new MemoryStream();
        byte[] buffer = new byte[32_768];
        while (stream.Read(buffer) is > 0 and int read)
        {
            plain.Write(buffer, 0, read);
            if (plain.Length > limit)
                throw new InvalidDataException("a stream in it unpacks to more than is read");
        }
        return plain.ToArray();
    }

    /// <summary>Undoes the prediction of bytes from their neighbours (PNG's filters, and TIFF's).</summary>
    private static byte[] Predicted(byte[] data, PdfDictionary? settings)
    {
        long predictor = settings?.NumberOf("Predictor") ?? 1;
        if (predictor < 2)
            return data;
        int colours = (int)Math.Clamp(settings!.NumberOf("Colors"), 1, 32),
            bits = (int)Math.Clamp(settings.NumberOf("BitsPerComponent") is 0 ? 8 : settings.NumberOf("BitsPerComponent"), 1, 16);
        int columns = (int)Math.Clamp(settings.NumberOf("Columns"), 1, 1 << 20),
            pixel = Math.Max(1, colours * bits / 8),
            row = ((colours * bits * columns) + 7) / 8;
        if (predictor == 2)
        {
            for (int start = 0; start < data.Length; start += row)
            {
                for (int i = start + pixel; i < Math.Min(start + row, data.Length); i++)
                    data[i] += data[i - pixel];
            }
            return data;
        }
        int rows = data.Length / (row + 1);
        byte[] plain = new byte[rows * row];
        for (int r = 0; r < rows; r++)
            Unfilter(data.AsSpan((r * (row + 1)) + 1, row), data[r * (row + 1)], plain, r * row, row, pixel);
        return plain;
    }

    private static void Unfilter(ReadOnlySpan<byte> from, byte filter, byte[] plain, int start, int row, int pixel)
    {
        for (int i = 0; i < row; i++)
        {
            int left = i >= pixel ? plain[start + i - pixel] : 0,
                up = start >= row ? plain[start + i - row] : 0,
                corner = i >= pixel && start >= row ? plain[start + i - row - pixel] : 0;
            int predicted = filter switch
            {
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, corner),
                _ => 0,
            };
            plain[start + i] = (byte)(from[i] + predicted);
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        int estimate = left + up - corner,
            toLeft = Math.Abs(estimate - left),
            toUp = Math.Abs(estimate - up),
            toCorner = Math.Abs(estimate - corner);
        return toLeft <= toUp && toLeft <= toCorner ? left
            : toUp <= toCorner ? up
            : corner;
    }

    private static byte[] Hexadecimal(ReadOnlySpan<byte> text)
    {
        var digits = new List<char>();
        foreach (byte b in text)
        {
            if (b == '>')
                break;
            if (char.IsAsciiHexDigit((char)b))
                digits.Add((char)b);
        }
        if (digits.Count % 2 != 0)
            digits.Add('0');
        return Convert.FromHexString(new string([.. digits]));
    }

    /// <summary>A count and what it stands for: up to 127 the bytes that follow, above 128 one byte many times; 128 ends.</summary>
    private static byte[] RunLengths(ReadOnlySpan<byte> packed, int limit)
    {
        var plain = new MemoryStream();
        for (int at = 0; at + 1 < packed.Length && packed[at] != 128; )
        {
            int count = packed[at] < 128 ? packed[at] + 1 : 257 - packed[at];
            if (packed[at] < 128)
            {
                plain.Write(packed.Slice(at + 1, Math.Min(count, packed.Length - at - 1)));
                at += count + 1;
                continue;
            }
            for (int i = 0; i < count; i++)
                plain.WriteByte(packed[at + 1]);
            at += 2;
            if (plain.Length > limit)
                throw new InvalidDataException("a stream in it unpacks to more than is read");
        }
        return plain.ToArray();
    }

    private static byte[] Ascii85(ReadOnlySpan<byte> text)
    {
        var plain = new List<byte>();
        uint group = 0;
        int count = 0;
        foreach (byte b in text)
        {
            if (b == '~')
                break;
            if (b == 'z' && count == 0)
                plain.AddRange([0, 0, 0, 0]);
            if (b is < (byte)'!' or > (byte)'u')
                continue;
            group = (group * 85) + b - '!';
            if (++count < 5)
                continue;
            plain.AddRange([(byte)(group >> 24), (byte)(group >> 16), (byte)(group >> 8), (byte)group]);
            (group, count) = (0, 0);
        }
        for (int i = count; i is > 0 and < 5; i++)
            group = (group * 85) + 84;
        for (int i = 0; i < count - 1; i++)
            plain.Add((byte)(group >> (24 - (8 * i))));
        return [.. plain];
    }
}
