using System.Text;
using PostLint.Syntax;

namespace PostLint.Submissions;

/// <summary>Turns the bytes of a file into text: UTF-8 with or without byte-order mark, UTF-16 with one.</summary>
internal static class TextDecoder
{
    private static readonly UTF8Encoding s_strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Decodes; what cannot be decoded becomes U+FFFD and a problem, and binary content an empty text with a problem.</summary>
    public static (SourceText Text, IReadOnlyList<SyntaxProblem> Problems) Decode(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Check(path, Encoding.Unicode.GetString(bytes[2..]));
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Check(path, Encoding.BigEndianUnicode.GetString(bytes[2..]));
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) bytes = bytes[3..];
        if (IsBinary(bytes))
        {
            var problem = new SyntaxProblem(SyntaxProblemKind.NulCharacters, default, "The name promises text, the content is binary; it was not read");
            return (new(path, ""), [problem]);
        }
        try
        {
            return Check(path, s_strict.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return Check(path, Encoding.UTF8.GetString(bytes));
        }
    }

    /// <summary>Text has no NUL; a stray one is told of, many mean that this is none.</summary>
    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, 8_192)];
        return head.Count((byte)0) * 50 > head.Length;
    }

    private static (SourceText Text, IReadOnlyList<SyntaxProblem> Problems) Check(string path, string text)
    {
        var problems = new List<SyntaxProblem>();
        int replaced = text.IndexOf('\uFFFD', StringComparison.Ordinal), nul = text.IndexOf('\0', StringComparison.Ordinal);
        if (replaced >= 0) problems.Add(new(SyntaxProblemKind.InvalidBytes, new(replaced, 1), "The bytes from here on are not all UTF-8; what cannot be decoded was not read"));
        if (nul >= 0) problems.Add(new(SyntaxProblemKind.NulCharacters, new(nul, 1), "A NUL character stands in this text"));
        return (new(path, text), problems);
    }
}
