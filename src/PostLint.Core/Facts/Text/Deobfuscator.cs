using System.Buffers;
using System.Net;
using System.Text;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>
/// Makes a disguised text readable: character references, tags between letters, percent signs, invisible and look-alike characters, hidden
/// bytes, reversed runs,
/// letters set apart, digits for letters, letters moved by thirteen places or written backwards, base64. For finding phrases only; each
/// step costs no more than the text is long.
/// </summary>
internal static class Deobfuscator
{
    // “the”, “and”, “this”, “ignore” …, their letters thirteen places on, and from the end to the beginning: no words of any language that
    // posts are written in.
    private static readonly string[] s_rotated =
    [
        "gur",
        "naq",
        "guvf",
        "cncre",
        "nyy",
        "vtaber",
        "lbhe",
        "cyrnfr",
        "fubhyq",
        "cerivbhf",
        "erivrj",
    ];
    private static readonly string[] s_reversed =
    [
        "eht",
        "dna",
        "siht",
        "repap",
        "erongi",
        "ruoy",
        "esaelp",
        "dluohs",
        "suoiverp",
        "weiver",
        "lla",
    ];
    private static readonly Needle[] s_eachRotated = Needle.Each(s_rotated),
        s_eachReversed = Needle.Each(s_reversed);
    private static readonly SearchValues<string> s_turned = SearchValues.Create(
        [.. s_rotated, .. s_reversed],
        StringComparison.OrdinalIgnoreCase
    );

    private const int MaxEncoded = 8_192,
        MinEncoded = 20,
        MaxTries = 8;

    /// <summary>The readable text; the same object where there was no disguise.</summary>
    public static string Read(string text)
    {
        string read = text;
        if (read.Contains('&', StringComparison.Ordinal))
            read = WebUtility.HtmlDecode(read);
        if (read.Contains('<', StringComparison.Ordinal))
            read = WithoutTags(read);
        if (HasPercents(read))
            read = Uri.UnescapeDataString(read).Replace('+', ' ');
        if (!Ascii.IsValid(read))
            read = InvisibleText.Read(read);
        if (HasSpaced(read))
            read = Joined(read);
        read = WithLetters(read);
        if (read.AsSpan().ContainsAny(s_turned)) // one look for all, before one for each
        {
            if (Holds(read, s_eachRotated))
                read = Rotated(read);
            else if (Holds(read, s_eachReversed))
                read = Reversed(read);
        }
        read = WithDecoded(read);
        return read == text ? text : read;
    }

    /// <summary>Whether two different ones of some words stand in a text, each between blanks or at its end.</summary>
    private static bool Holds(string text, Needle[] words)
    {
        int found = 0;
        foreach (Needle word in words)
        {
            int at = word.In(text, 0);
            if (at < 0)
                continue;
            int end = at + word.Length;
            if (
                (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                && (end == text.Length || !char.IsLetterOrDigit(text[end]))
                && ++found == 2
            )
                return true;
        }
        return false;
    }

    private static string Rotated(string text) => string.Create(text.Length, text, static (read, from) =>
        {
            for (int i = 0; i < read.Length; i++)
                read[i] = from[i] switch
                {
                    >= 'a' and <= 'z' => (char)('a' + ((from[i] - 'a' + 13) % 26)),
                    >= 'A' and <= 'Z' => (char)('A' + ((from[i] - 'A' + 13) % 26)),
                    _ => from[i],
                };
        });

    private static string Reversed(string text) => string.Create(text.Length, text, static (read, from) =>
        {
            for (int i = 0; i < read.Length; i++)
                read[i] = from[^(i + 1)];
        });

    /// <summary>Whether a text holds three blanks or more behind percent signs.</summary>
    public static bool HasPercents(ReadOnlySpan<char> text) => text.Contains('%') && text.Count("%20") + text.Count("%2C") >= 3;

    /// <summary>Takes tags out; those of blocks leave a blank.</summary>
    private static string WithoutTags(string text)
    {
        var read = new StringBuilder(text.Length);
        for (int at = 0; at < text.Length; )
        {
            int open = text.IndexOf('<', at);
            int close =
                open < 0 || open + 1 >= text.Length || !(char.IsAsciiLetter(text[open + 1]) || text[open + 1] is '/')
                    ? -1
                    : text.IndexOf('>', open);
            if (open < 0 || (close < 0 && open < 0))
                return read.Append(text, at, text.Length - at).ToString();
            if (close < 0)
            {
                read.Append(text, at, open + 1 - at);
                at = open + 1;
                continue;
            }
            read.Append(text, at, open - at);
            ReadOnlySpan<char> name = text.AsSpan(open + 1, close - open - 1).TrimStart('/');
            int end = name.IndexOfAny(" \t\r\n/");
            if (
                (end < 0 ? name : name[..end])
                is not ("a" or "b" or "i" or "em" or "span" or "strong" or "u" or "s" or "sub" or "sup" or "font" or "wbr" or "small")
            )
                read.Append(' ');
            at = close + 1;
        }
        return read.ToString();
    }

    /// <summary>Whether one mark stands at every other place, three times: no letters are set apart where none does.</summary>
    private static bool HasSpaced(ReadOnlySpan<char> text)
    {
        for (int at = 1; at + 4 < text.Length; at++)
        {
            if (text[at] == text[at + 2] && text[at] == text[at + 4] && text[at] is ' ' or '-' or '.' or '_' or '*')
                return true;
        }
        return false;
    }

    /// <summary>
    /// Puts together letters that stand apart: “i g n o r e”, “i-g-n-o-r-e”. Wider gaps are kept, as blanks between words.
    /// </summary>
    private static string Joined(string text)
    {
        StringBuilder? read = null;
        int copied = 0;
        for (int at = 0; at < text.Length; at++)
        {
            if (!IsLone(text, at))
                continue;
            int end = at;
            while (
                end + 2 < text.Length
                && text[end + 1] == text[at + 1]
                && text[at + 1] is ' ' or '-' or '.' or '_' or '*'
                && IsLone(text, end + 2)
            )
                end += 2;
            if (end - at >= 6)
            {
                read ??= new(text.Length);
                read.Append(text, copied, at - copied);
                for (int i = at; i <= end; i += 2)
                    read.Append(text[i]);
                copied = end + 1;
            }
            at = end;
        }
        return read is null ? text : read.Append(text, copied, text.Length - copied).ToString();
    }

    private static bool IsLone(string text, int at) =>
        char.IsLetter(text[at])
        && (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
        && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]));

    /// <summary>
    /// Reads digits between letters as the letters they look like: “pr3vi0us”. Words of one digit at their end stay: names of models.
    /// </summary>
    private static string WithLetters(string text)
    {
        char[]? read = null;
        for (int at = text.AsSpan().IndexOfAnyInRange('0', '9'); at >= 0 && at < text.Length; at++)
        {
            char letter = text[at] switch
            {
                '0' => 'o',
                '1' => 'i',
                '3' => 'e',
                '4' => 'a',
                '5' => 's',
                '7' => 't',
                _ => '\0',
            };
            bool isFollowed = at + 1 < text.Length && char.IsAsciiLetterLower(text[at + 1]);
            bool isWithin = isFollowed && (at == 0 || char.IsWhiteSpace(text[at - 1]) || char.IsAsciiLetterLower(text[at - 1]));
            if (letter != '\0' && isWithin)
                (read ??= text.ToCharArray())[at] = letter;
        }
        return read is null ? text : new(read);
    }

    /// <summary>Appends what base64 runs say, where they say anything.</summary>
    private static string WithDecoded(string text)
    {
        StringBuilder? read = null;
        int tries = 0;
        for (int at = 0; at < text.Length && tries < MaxTries; )
        {
            int last = Math.Min(at + MinEncoded, text.Length) - 1;
            while (last >= at && IsBase64(text[last]))
                last--;
            if (last >= at)
            {
                at = last + 1; // every run that is long enough begins behind what is none
                continue;
            }
            int end = at + 1;
            while (end < text.Length && IsBase64(text[end]))
                end++;
            if (end - at is >= MinEncoded and <= MaxEncoded)
            {
                tries++;
                if (Decoded(text[at..end]) is { } decoded)
                    (read ??= new(text)).Append(" . ").Append(decoded);
            }
            at = end + 1;
        }
        return read?.ToString() ?? text;
    }

    private static bool IsBase64(char c) => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '=' or '-' or '_';

    /// <summary>What a base64 run says; null where that is no text.</summary>
    private static string? Decoded(string run)
    {
        string padded = run.TrimEnd('=').Replace('-', '+').Replace('_', '/');
        padded = padded.PadRight((padded.Length + 3) / 4 * 4, '=');
        byte[] bytes = new byte[padded.Length];
        if (!Convert.TryFromBase64String(padded, bytes, out int written))
            return null;
        string text = Encoding.UTF8.GetString(bytes, 0, written);
        bool isText =
            text.Count(char.IsWhiteSpace) >= 2 && text.All(c => c is '\n' or '\r' or '\t' || (!char.IsControl(c) && c != '\uFFFD'));
        return isText ? text : null;
    }
}
