namespace PostLint.Reporting.Terminal;

/// <summary>Breaks text into lines.</summary>
internal static class Wrapping
{
    /// <summary>The lines of a text, broken at blanks; a word that is longer than the width stands alone.</summary>
    /// <param name="text">The text; must be printable.</param>
    /// <param name="width">Columns a line.</param>
    public static IEnumerable<string> Lines(string text, int width)
    {
        string line = "";
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && DisplayWidth.Of(longer) > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = longer;
            }
        }
        yield return line;
    }
}
