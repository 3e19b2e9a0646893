namespace PostLint.Assets.Pdf;

/// <summary>Lempel-Ziv-Welch with codes of 9 to 12 bits, the highest bit first (ISO 32000-2, 7.4.4).</summary>
internal static class Lzw
{
    private const int Clear = 256;
    private const int End = 257;
    private const int MaxCodes = 4096;

    /// <summary>The unpacked bytes; what follows a broken code is left out.</summary>
    /// <param name="packed">The codes.</param>
    /// <param name="isEarly">Whether codes grow one code before they must, as they mostly do.</param>
    /// <param name="limit">The most bytes.</param>
    /// <exception cref="InvalidDataException">It unpacks to more.</exception>
    public static byte[] Unpack(ReadOnlySpan<byte> packed, bool isEarly, int limit)
    {
        var plain = new MemoryStream();
        // Where in the output the bytes of each code stand: every code repeats what was written before.
        var starts = new long[MaxCodes];
        var lengths = new int[MaxCodes];
        int next = End + 1,
            width = 9,
            bits = 0,
            previous = -1;
        uint window = 0;
        long previousStart = 0;
        foreach (byte b in packed)
        {
            window = (window << 8) | b;
            bits += 8;
            if (bits < width)
                continue;
            bits -= width;
            int code = (int)(window >> bits) & ((1 << width) - 1);
            if (code == End)
                break;
            if (code == Clear)
            {
                (next, width, previous) = (End + 1, 9, -1);
                continue;
            }
            long start = plain.Length;
            if (previous >= 0 && next < MaxCodes)
            {
                // A code is the one before it and the first byte of this one.
                (starts[next], lengths[next]) = (previousStart, (int)(start - previousStart) + 1);
                next++;
            }
            if (code < Clear)
                plain.WriteByte((byte)code);
            else if (code < next)
                Repeat(plain, starts[code], lengths[code]);
            else
                break;
            if (plain.Length > limit)
                throw new InvalidDataException("a stream in it unpacks to more than is read");
            (previous, previousStart) = (code, start);
            if (next + (isEarly ? 1 : 0) >= 1 << width && width < 12)
                width++;
        }
        return plain.ToArray();
    }

    /// <summary>Writes earlier bytes again; the last of them may be the first that is written.</summary>
    private static void Repeat(MemoryStream plain, long start, int length)
    {
        for (int i = 0; i < length; i++)
            plain.WriteByte(plain.GetBuffer()[start + i]);
    }
}
