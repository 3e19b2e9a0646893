using System.Globalization;
using System.Text;

namespace PostLint.Names;

/// <summary>
/// Makes names comparable: lower case, no accents, no apostrophes. There are two ways to write letters such as ü and ø without accents, and
/// names match if they do in either.
/// </summary>
internal static class NameFold
{
    /// <summary>How many characters a buffer for usual words has.</summary>
    public const int MostSimple = 64;

    /// <summary>A letter alone: <c>u</c> for ü, <c>o</c> for ø.</summary>
    public static string Plain(string text) => Fold(text, expands: false);

    /// <summary>As its language writes it without accents: <c>ue</c> for ü, <c>oe</c> for ø, <c>aa</c> for å.</summary>
    public static string Expanded(string text) => Fold(text, expands: true);

    /// <summary>As <see cref="Plain(string)"/>, for words of running text, nearly all of which are compared and dropped.</summary>
    /// <param name="text">A word.</param>
    /// <param name="buffer">Where it is folded to, if it fits.</param>
    public static ReadOnlySpan<char> Plain(ReadOnlySpan<char> text, Span<char> buffer) =>
        IsSimple(text, buffer) ? FoldSimple(text, buffer) : Plain(text.ToString());

    /// <summary>Whether both ways to fold a text are one: it has no letters but those of English.</summary>
    public static bool IsSimple(ReadOnlySpan<char> text) => Ascii.IsValid(text);

    private static bool IsSimple(ReadOnlySpan<char> text, Span<char> buffer) => text.Length <= buffer.Length && IsSimple(text);

    private static ReadOnlySpan<char> FoldSimple(ReadOnlySpan<char> text, Span<char> buffer)
    {
        int length = 0;
        foreach (char c in text)
        {
            if (char.IsAsciiLetter(c))
                buffer[length++] = (char)(c | 0x20);
        }
        return buffer[..length];
    }

    private static string Fold(string text, bool expands)
    {
        Span<char> buffer = stackalloc char[MostSimple];
        if (IsSimple(text, buffer))
            return FoldSimple(text, buffer).ToString();
        var folded = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            char lower = char.ToLowerInvariant(c);
            if (Special(lower, expands) is { } letters)
                folded.Append(letters);
            else if (lower < 128)
                Append(folded, lower);
            else if (NameTables.PlainOf(lower) is { } plain)
                folded.Append(plain);
            else
                Append(folded, lower);
        }
        return folded.ToString();
    }

    private static void Append(StringBuilder folded, char c)
    {
        if (char.IsLetter(c) && CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.ModifierLetter)
            folded.Append(char.ToLowerInvariant(c));
    }

    private static string? Special(char c, bool expands) =>
        c switch
        {
            'ø' or 'ö' => expands ? "oe" : "o",
            'ü' => expands ? "ue" : "u",
            'ä' or 'æ' => expands || c == 'æ' ? "ae" : "a",
            'å' => expands ? "aa" : "a",
            'œ' => "oe",
            'ß' => "ss",
            'ł' => "l",
            'đ' => expands ? "dj" : "d",
            'ð' => expands ? "dh" : "d",
            'þ' => "th",
            'ı' => "i",
            'ŋ' => "ng",
            _ => null,
        };
}
