using System.Text;
using PostLint.Reporting.Terminal;

namespace PostLint.Reporting.GitHub;

/// <summary>Text in Markdown that shows as it is: no markup, no HTML, no mention of an account, no link, no line of its own.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_{}[]()<>#+-.!|~&@:$=^\"'";

    /// <summary>Escapes a text; line ends become blanks.</summary>
    public static string Of(string text)
    {
        string line = Printable.Of(Words.OneLine(text));
        var escaped = new StringBuilder(line.Length + 16);
        foreach (char c in line)
        {
            // Letters that make a link or a mention are cut apart by a character reference, which shows as the letter.
            if (c is '<' or '>' or '&' or '@' or '`' or '|')
                escaped.Append("&#").Append((int)c).Append(';');
            else if (Special.Contains(c, StringComparison.Ordinal))
                escaped.Append('\\').Append(c);
            else
                escaped.Append(c);
        }
        return escaped.Replace("http\\:", "http&#58;").Replace("https\\:", "https&#58;").Replace("www\\.", "www&#46;").ToString();
    }
}
