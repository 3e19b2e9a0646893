using System.Buffers;
using System.Globalization;

namespace PostLint.Facts.Language;

/// <summary>Tells prose from formulas, code and tables that were written as text.</summary>
internal static class ProseGate
{
    private const double MinLetters = 0.75; // of all characters but blanks; real posts' paragraphs have more, residue of formulas less
    private const double MaxSymbols = 0.04;

    private static readonly SearchValues<char> s_symbols = SearchValues.Create("{}_^=\\|<>[]$#*/~@+&");

    /// <summary>Whether a text is made of words.</summary>
    public static bool Passes(ReadOnlySpan<char> text)
    {
        int letters = 0,
            symbols = 0,
            all = 0;
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c) || IsDivider(c))
                continue;
            all++;
            if (
                char.IsLetter(c)
                || char.IsSurrogate(c)
                || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            )
                letters++;
            else if (s_symbols.Contains(c))
                symbols++;
        }
        return all > 0 && letters >= MinLetters * all && symbols <= MaxSymbols * all;
    }

    /// <summary>Marks that divide words or syllables in scripts without blanks, as in Tibetan and Ethiopic.</summary>
    private static bool IsDivider(char c) =>
        c is (>= '\u0590' and < '\u2000') or >= '\uA000'
        && char.GetUnicodeCategory(c) is UnicodeCategory.OtherPunctuation or UnicodeCategory.Format;
}
