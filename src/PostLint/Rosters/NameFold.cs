using System.Globalization;
using System.Text;

namespace PostLint.Rosters;

/// <summary>Makes names comparable: lower case, no accents, no apostrophes. There are two ways to write letters such as ü and ø without accents, and names match if they do in either.</summary>
internal static class NameFold
{
    /// <summary>A letter alone: <c>u</c> for ü, <c>o</c> for ø.</summary>
    public static string Plain(string text) => Fold(text, expands: false);

    /// <summary>As its language writes it without accents: <c>ue</c> for ü, <c>oe</c> for ø, <c>aa</c> for å.</summary>
    public static string Expanded(string text) => Fold(text, expands: true);

    private static string Fold(string text, bool expands)
    {
        var folded = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            char lower = char.ToLowerInvariant(c);
            if (Special(lower, expands) is { } letters) folded.Append(letters);
            else if (lower < 128) Append(folded, lower);
            else if (NameTables.PlainOf(lower) is { } plain) folded.Append(plain);
            else Append(folded, lower);
        }
        return folded.ToString();
    }

    private static void Append(StringBuilder folded, char c)
    {
        if (char.IsLetter(c) && CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.ModifierLetter) folded.Append(char.ToLowerInvariant(c));
    }

    private static string? Special(char c, bool expands) => c switch
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
