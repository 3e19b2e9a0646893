using System.Buffers;
using System.Text;

namespace PostLint.Syntax;

/// <summary>Reads LaTeX's accents and letters in names and titles.</summary>
internal static class LatexText
{
    private const string Plain = "AaCcDdEeGgHhIiJjKkLlNnOoRrSsTtUuWwYyZz";
    private static readonly string[] s_accents = ["'", "`", "^", "\"", "~", "=", ".", "c", "v", "u", "H", "k", "r"];
    private static readonly string[] s_letters =
    [
        "o",
        "O",
        "l",
        "L",
        "ss",
        "ae",
        "AE",
        "oe",
        "OE",
        "i",
        "dh",
        "DH",
        "th",
        "TH",
        "dj",
        "DJ",
    ];
    private static readonly SearchValues<char> s_marks = SearchValues.Create("\\{}~");

    /// <summary>
    /// The text as it is printed: accents composed, braces removed, <c>~</c> a blank. Unknown commands vanish, their arguments stay.
    /// </summary>
    public static string Decode(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny(s_marks) < 0)
            return text.ToString();
        var printed = new StringBuilder(text.Length);
        for (int at = 0; at < text.Length; )
        {
            char unit = text[at];
            if (unit is '\\' && at + 1 < text.Length)
            {
                at = DecodeCommand(text, at + 1, printed);
                continue;
            }
            if (unit is not ('{' or '}' or '\\'))
                printed.Append(unit is '~' ? ' ' : unit);
            at++;
        }
        return printed.ToString();
    }

    /// <summary>
    /// The letter below an accent and the command that sets it; null for letters without accent and for those that LaTeX has no single
    /// command for.
    /// </summary>
    public static (char Letter, string Command)? Accent(char letter)
    {
        if (letter < '\u00C0')
            return null;
        foreach (string command in s_accents)
        {
            int index = Accents(command)!.Value.Composed.IndexOf(letter, StringComparison.Ordinal);
            if (index >= 0)
                return (Plain[index], command);
        }
        return null;
    }

    /// <summary>The command of a letter that is no accented one, such as <c>ø</c>; null for others.</summary>
    public static string? Command(char letter) =>
        letter < '\u00C0' ? null : s_letters.FirstOrDefault(command => Letter(command) is [var only] && only == letter);

    private static int DecodeCommand(ReadOnlySpan<char> text, int at, StringBuilder printed)
    {
        int end = at + 1;
        if (char.IsAsciiLetter(text[at]))
        {
            while (end < text.Length && char.IsAsciiLetter(text[end]))
                end++;
        }
        ReadOnlySpan<char> command = text[at..end];
        if (Accents(command) is { } accent)
            return DecodeAccent(text, end, accent, printed);
        printed.Append(command is ['&' or '%' or '$' or '#' or '_' or '{' or '}' or ' '] ? command : Letter(command));
        // The blank behind a command of letters only ends it.
        return end < text.Length && text[end] is ' ' && char.IsAsciiLetter(command[0]) ? end + 1 : end;
    }

    private static int DecodeAccent(ReadOnlySpan<char> text, int at, (string Composed, char Mark) accent, StringBuilder printed)
    {
        while (at < text.Length && text[at] is '{' or ' ')
            at++;
        if (at < text.Length && text[at] is '\\' && at + 1 < text.Length && text[at + 1] is 'i' or 'j')
            at++;
        if (at >= text.Length || !char.IsLetter(text[at]))
            return at;
        int index = Plain.IndexOf(text[at], StringComparison.Ordinal);
        char composed = index < 0 ? ' ' : accent.Composed[index];
        printed.Append(composed is ' ' ? text[at] : composed);
        if (composed is ' ')
            printed.Append(accent.Mark);
        return at + 1;
    }

    // Each string stands under Plain, letter by letter; where Unicode has no composed letter, the combining mark follows.
    private static (string Composed, char Mark)? Accents(ReadOnlySpan<char> command) =>
        command switch
        {
            "'" => ("ÁáĆć  ÉéǴǵ  Íí  ḰḱĹĺŃńÓóŔŕŚś  ÚúẂẃÝýŹź", '\u0301'),
            "`" => ("Àà    Èè    Ìì      ǸǹÒò      ÙùẀẁỲỳ  ", '\u0300'),
            "^" => ("ÂâĈĉ  ÊêĜĝĤĥÎîĴĵ      Ôô  Ŝŝ  ÛûŴŵŶŷẐẑ", '\u0302'),
            "\"" => ("Ää    Ëë  ḦḧÏï        Öö     ẗÜüẄẅŸÿ  ", '\u0308'),
            "~" => ("Ãã    Ẽẽ    Ĩĩ      ÑñÕõ      Ũũ  Ỹỹ  ", '\u0303'),
            "=" => ("Āā    ĒēḠḡ  Īī        Ōō      Ūū  Ȳȳ  ", '\u0304'),
            "." => ("ȦȧĊċḊḋĖėĠġḢḣİ       ṄṅȮȯṘṙṠṡṪṫ  ẆẇẎẏŻż", '\u0307'),
            "c" => ("  ÇçḐḑȨȩĢģḨḩ    ĶķĻļŅņ  ŖŗŞşŢţ        ", '\u0327'),
            "v" => ("ǍǎČčĎďĚěǦǧȞȟǏǐ ǰǨǩĽľŇňǑǒŘřŠšŤťǓǔ    Žž", '\u030C'),
            "u" => ("Ăă    ĔĕĞğ  Ĭĭ        Ŏŏ      Ŭŭ      ", '\u0306'),
            "H" => ("                      Őő      Űű      ", '\u030B'),
            "k" => ("Ąą    Ęę    Įį        Ǫǫ      Ųų      ", '\u0328'),
            "r" => ("Åå                            Ůů ẘ ẙ  ", '\u030A'),
            _ => null,
        };

    private static string Letter(ReadOnlySpan<char> command) =>
        command switch
        {
            "o" => "ø",
            "O" => "Ø",
            "l" => "ł",
            "L" => "Ł",
            "ss" => "ß",
            "ae" => "æ",
            "AE" => "Æ",
            "oe" => "œ",
            "OE" => "Œ",
            "aa" => "å",
            "AA" => "Å",
            "i" => "ı",
            "j" => "ȷ",
            "dh" => "ð",
            "DH" => "Ð",
            "th" => "þ",
            "TH" => "Þ",
            "textasciitilde" => "~",
            "textasciicircum" => "^",
            "textbackslash" => "\\",
            "dj" => "đ",
            "DJ" => "Đ",
            _ => "",
        };
}
