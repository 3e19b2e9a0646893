using System.Text;

namespace PostLint.Facts;

/// <summary>Characters that show nothing or look like others: what they are, and a text without them.</summary>
internal static class InvisibleText
{
    /// <summary>
    /// Whether a character has no width and no meaning between Latin letters. Soft hyphens are not among them: they break words.
    /// </summary>
    public static bool IsZeroWidth(char c) =>
        c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u180E' or (>= '\u2061' and <= '\u2064');

    /// <summary>Whether a character opens or closes a run of another direction.</summary>
    public static bool IsDirection(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>The ASCII character that a tag character (U+E0020 to U+E007E) repeats; NUL for any other.</summary>
    public static char TagAt(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && text[at] == '\uDB40' && text[at + 1] is >= '\uDC20' and <= '\uDC7E'
            ? (char)(text[at + 1] - '\uDC00')
            : '\0';

    /// <summary>The byte that a variation selector can carry, and its length in UTF-16 units; 0 units for any other character.</summary>
    public static (byte Value, int Length) SelectorAt(ReadOnlySpan<char> text, int at)
    {
        if (text[at] is >= '\uFE00' and <= '\uFE0F')
            return ((byte)(text[at] - '\uFE00'), 1);
        bool isSupplement = at + 1 < text.Length && text[at] == '\uDB40' && text[at + 1] is >= '\uDD00' and <= '\uDDEF';
        return isSupplement ? ((byte)(text[at + 1] - '\uDD00' + 16), 2) : ((byte)0, 0);
    }

    /// <summary>
    /// The text as it is meant: hidden characters shown, what only separates taken out, reversed runs turned, look-alikes replaced.
    /// </summary>
    public static string Read(string text)
    {
        var read = new StringBuilder(text.Length);
        var bytes = new List<byte>();
        int reversedFrom = -1;
        for (int at = 0; at < text.Length; at++)
        {
            char c = text[at];
            if (char.IsAscii(c))
            {
                read.Append(c);
                continue;
            }
            (byte value, int length) = SelectorAt(text, at);
            if (length > 0)
            {
                bytes.Add(value);
                at += length - 1;
                bool goesOn = at + 1 < text.Length && SelectorAt(text, at + 1).Length > 0;
                if (!goesOn)
                    Append(read, bytes);
            }
            else if (TagAt(text, at) is not '\0' and var tag)
            {
                if (at < 2 || TagAt(text, at - 2) == '\0')
                    read.Append(' ');
                read.Append(tag);
                at++;
            }
            else if (IsDirection(c))
            {
                if (reversedFrom >= 0)
                    Reverse(read, reversedFrom);
                reversedFrom = c == '\u202E' ? read.Length : -1;
            }
            else if (!IsZeroWidth(c) && c is not ('\u00AD' or '\u200E' or '\u200F'))
                Append(read, text, ref at);
        }
        if (reversedFrom >= 0)
            Reverse(read, reversedFrom);
        return Lookalikes.Fold(read.ToString());
    }

    /// <summary>Letters of other forms become ASCII; ideographs stand apart, so that each is a word.</summary>
    private static void Append(StringBuilder read, string text, ref int at)
    {
        char c = text[at];
        if (c is >= '\uFF01' and <= '\uFF5E')
            read.Append((char)(c - 0xFEE0));
        else if (c is >= '\u3040' and <= '\u9FFF')
            read.Append(' ').Append(c).Append(' ');
        else if (c == '\uD835' && at + 1 < text.Length && text[at + 1] is >= '\uDC00' and <= '\uDEA3')
        {
            int letter = (text[++at] - '\uDC00') % 52; // mathematical alphabets: A to Z, a to z, again and again
            read.Append((char)(letter < 26 ? 'A' + letter : 'a' + letter - 26));
        }
        else
            read.Append(c);
    }

    private static void Append(StringBuilder read, List<byte> bytes)
    {
        if (bytes.Count >= 4)
            read.Append(' ').Append(Encoding.UTF8.GetString([.. bytes]));
        bytes.Clear();
    }

    private static void Reverse(StringBuilder read, int from)
    {
        for (int left = from, right = read.Length - 1; left < right; left++, right--)
            (read[left], read[right]) = (read[right], read[left]);
    }
}
