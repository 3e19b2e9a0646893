using System.Text;
using Wcwidth;

namespace PostLint.Reporting.Terminal;

/// <summary>
/// How many columns of a terminal a text takes: none for combining marks, two for East Asian wide and full-width characters and for emoji,
/// else one.
/// Sequences are counted a character at a time, as most terminals draw them.
/// </summary>
internal static class DisplayWidth
{
    /// <summary>The columns of a text; control characters take none.</summary>
    public static int Of(string text)
    {
        int width = 0;
        foreach (Rune rune in text.EnumerateRunes())
            width += rune.IsAscii ? 1 : Math.Max(0, UnicodeCalculator.GetWidth(rune));
        return width;
    }
}
