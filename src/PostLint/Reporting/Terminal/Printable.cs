using System.Globalization;
using System.Text;

namespace PostLint.Reporting.Terminal;

/// <summary>
/// Text that cannot command a terminal or hide anything from a reader: controls are shown as <c>\x1b</c>; invisible and
/// direction-changing characters, line separators and broken surrogates as <c>\u202e</c>.
/// </summary>
public static class Printable
{
    private const int LongestPath = 300;

    /// <summary>A whole text on one line; line ends are shown as <c>\x0a</c>, tabs as <c>\x09</c>.</summary>
    public static string Of(string text)
    {
        var shown = new StringBuilder(text.Length);
        for (int at = 0; at < text.Length; )
            shown.Append(Next(text, ref at));
        return shown.ToString();
    }

    /// <summary>A path on one line; see <see cref="Shortened"/>.</summary>
    public static string Path(string path) => Of(Shortened(path));

    /// <summary>A path; one of thousands of characters without its middle, since its ends tell most.</summary>
    public static string Shortened(string path)
    {
        if (path.Length <= LongestPath)
            return path;
        int start = LongestPath / 2,
            end = path.Length - start;
        // No character is cut in two.
        start -= char.IsHighSurrogate(path[start - 1]) ? 1 : 0;
        end += char.IsLowSurrogate(path[end]) ? 1 : 0;
        return $"{path[..start]}…{path[end..]}";
    }

    /// <summary>
    /// A line of text that is printable already, as a line of output: GitHub's runner takes one that begins with two colons, white space
    /// aside, for a command, and another form of them anywhere in it.
    /// </summary>
    public static string Line(string text)
    {
        string line = text.Replace("##[", "#\\x23[", StringComparison.Ordinal);
        string start = line.TrimStart();
        return start.StartsWith("::", StringComparison.Ordinal) ? $"{line[..^start.Length]}\\x3a{start[1..]}" : line;
    }

    /// <summary>JSON whose strings hold nothing hidden: such characters are escaped, which changes no value.</summary>
    public static string Json(string json)
    {
        var shown = new StringBuilder(json.Length);
        foreach (char c in json)
        {
            if (c is '\n' || !IsHidden(char.GetUnicodeCategory(c)))
                shown.Append(c);
            else
                shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }
        return shown.Replace("##[", "#\\u0023[").ToString();
    }

    /// <summary>The character at an offset, as it is shown; moves the offset behind it.</summary>
    public static string Next(ReadOnlySpan<char> text, ref int at)
    {
        bool isValid = Rune.DecodeFromUtf16(text[at..], out Rune rune, out int length) == System.Buffers.OperationStatus.Done;
        int value = isValid ? rune.Value : text[at];
        at += length;
        if (isValid && !IsHidden(rune))
            return rune.ToString();
        return value < 0x100 ? $"\\x{value:x2}"
            : value < 0x10000 ? $"\\u{value:x4}"
            : $"\\U{value:x8}";
    }

    private static bool IsHidden(Rune rune) => IsHidden(Rune.GetUnicodeCategory(rune));

    private static bool IsHidden(UnicodeCategory category) =>
        category
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned;
}
