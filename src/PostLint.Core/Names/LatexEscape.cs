using System.Text;
using PostLint.Syntax;

namespace PostLint.Names;

/// <summary>Writes text so that LaTeX prints it and <see cref="LatexText.Decode"/> reads it back.</summary>
internal static class LatexEscape
{
    /// <summary>Escapes what LaTeX would take for a command; braces, which BibTeX counts, are left out.</summary>
    /// <param name="text">Plain text.</param>
    /// <param name="isAscii">Whether accented letters become commands, as far as there are some.</param>
    public static string Text(string text, bool isAscii)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char letter in text)
        {
            if (letter is '{' or '}')
                continue;
            escaped.Append(
                letter switch
                {
                    '&' or '%' or '$' or '#' or '_' => $"\\{letter}",
                    '~' => "\\textasciitilde{}",
                    '^' => "\\textasciicircum{}",
                    '\\' => "\\textbackslash{}",
                    _ => isAscii ? Command(letter) : letter.ToString(),
                }
            );
        }
        return escaped.ToString();
    }

    private static string Command(char letter)
    {
        if (LatexText.Accent(letter) is { } accent)
            return $"{{\\{accent.Command}{{{accent.Letter}}}}}";
        return LatexText.Command(letter) is { } command ? $"{{\\{command}}}" : letter.ToString();
    }
}
