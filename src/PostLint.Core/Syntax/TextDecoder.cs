using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace PostLint.Syntax;

/// <summary>
/// Makes text of bytes: UTF-8 with or without byte-order mark, UTF-16 with one. What is no text is decoded all the same, and reported.
/// </summary>
public static class TextDecoder
{
    private const int SniffedBytes = 8000;

    /// <summary>Whether the first bytes hold a NUL and no mark of UTF-16: what Git, too, takes for binary.</summary>
    public static bool LooksBinary(ReadOnlySpan<byte> bytes) =>
        !IsUtf16(bytes, out _) && bytes[..Math.Min(bytes.Length, SniffedBytes)].Contains((byte)0);

    /// <summary>The text without byte-order mark, line ends kept, and what is wrong with it.</summary>
    public static (string Text, IReadOnlyList<SyntaxProblem> Problems) Decode(ReadOnlySpan<byte> bytes)
    {
        int invalid;
        string text = IsUtf16(bytes, out bool isBigEndian)
            ? DecodeUtf16(bytes[2..], isBigEndian, out invalid)
            : DecodeUtf8(bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes, out invalid);
        int nul = text.IndexOf('\0', StringComparison.Ordinal);
        if (invalid < 0 && nul < 0)
            return (text, []);

        var problems = new List<SyntaxProblem>(2);
        if (invalid >= 0)
            problems.Add(new(SyntaxProblemKind.InvalidBytes, new(invalid, 1), "bytes that are no UTF-8 or UTF-16; the first stands here"));
        if (nul >= 0)
            problems.Add(new(SyntaxProblemKind.NulCharacters, new(nul, 1), "NUL characters, as in binary files; the first stands here"));
        return (text, problems);
    }

    private static bool IsUtf16(ReadOnlySpan<byte> bytes, out bool isBigEndian)
    {
        isBigEndian = bytes is [0xFE, 0xFF, ..];
        return isBigEndian || bytes is [0xFF, 0xFE, ..];
    }

    private static string DecodeUtf8(ReadOnlySpan<byte> bytes, out int invalid)
    {
        invalid = Utf8.IsValid(bytes) ? -1 : FirstInvalid(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        char[] scratch = ArrayPool<char>.Shared.Rent(bytes.Length);
        Utf8.ToUtf16(bytes, scratch, out _, out int written, replaceInvalidSequences: false);
        ArrayPool<char>.Shared.Return(scratch);
        return written;
    }

    private static string DecodeUtf16(ReadOnlySpan<byte> bytes, bool isBigEndian, out int invalid)
    {
        bool isCut = bytes.Length % 2 == 1;
        var units = new char[(bytes.Length + 1) / 2];
        bytes[..(bytes.Length & ~1)].CopyTo(MemoryMarshal.AsBytes(units.AsSpan()));
        if (isBigEndian == BitConverter.IsLittleEndian)
        {
            Span<ushort> swapped = MemoryMarshal.Cast<char, ushort>(units.AsSpan());
            BinaryPrimitives.ReverseEndianness(swapped, swapped);
        }
        if (isCut)
            units[^1] = '\uFFFD';
        invalid = ReplaceLoneSurrogates(units);
        if (isCut && invalid < 0)
            invalid = units.Length - 1;
        return new(units);
    }

    private static int ReplaceLoneSurrogates(Span<char> units)
    {
        int first = -1;
        for (int i = units.IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < units.Length; i++)
        {
            if (!char.IsSurrogate(units[i]))
                continue;
            if (i + 1 < units.Length && char.IsSurrogatePair(units[i], units[i + 1]))
            {
                i++;
                continue;
            }
            units[i] = '\uFFFD';
            if (first < 0)
                first = i;
        }
        return first;
    }
}
