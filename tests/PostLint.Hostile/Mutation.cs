using System.Text;

namespace PostLint.Hostile;

/// <summary>Damages files the way chance and malice do.</summary>
internal static class Mutation
{
    private const int LargestFile = 1 << 20;

    /// <summary>Words that formats give a meaning to.</summary>
    private static readonly byte[][] s_words =
    [
        .. (
            (string[])
                [
                    "%PDF-1.7",
                    "endobj",
                    "stream\n",
                    "endstream",
                    "xref",
                    "trailer",
                    "/Length 99999999",
                    "/Prev 0",
                    "/Kids [1 0 R]",
                    "<<",
                    ">>",
                    "[[[[",
                    "((((",
                    "1 0 obj",
                    "PK\u0003\u0004",
                    "PK\u0001\u0002",
                    "PK\u0005\u0006",
                    "\u001f\u008b\b",
                    "ustar",
                    "\u0089PNG\r\n\u001a\n",
                    "IDAT",
                    "IEND",
                    "zTXt",
                    "iTXt",
                    "\u00ff\u00d8\u00ff\u00e1",
                    "\u00ff\u00d9",
                    "\u00ff\u00da",
                    "Exif\0\0",
                    "II*\0",
                    "MM\0*",
                    "RIFF",
                    "WEBP",
                    "VP8X",
                    "ANMF",
                    "GIF89a",
                    "\0\u003b",
                    "<svg",
                    "<?xml ",
                    "<!DOCTYPE a [<!ENTITY b 'c'>]>",
                    "<!--",
                    "-->",
                    "<![CDATA[",
                    "]]>",
                    "</",
                    "&#x",
                    "&amp;",
                    "<script>",
                    "<style>",
                    "<d-footnote>",
                    "---\n",
                    "```",
                    "$$",
                    "[^1]",
                    "![",
                    "](",
                    "{{",
                    "{%",
                    "@article{",
                    "@string{",
                    "\\input{",
                    "\"cells\": [",
                    "\"source\":",
                    "\\u0000",
                    "data:image/png;base64,",
                    "http://",
                    "mailto:",
                    "We thank ",
                    "our lab ",
                    "author: ",
                    "\u202e",
                    "\uffff",
                    "\0",
                ]
        ).Select(word => word.Any(c => c > 0xFF) ? Encoding.UTF8.GetBytes(word) : Encoding.Latin1.GetBytes(word)),
    ];

    private static readonly byte[][] s_numbers =
    [
        [0, 0, 0, 0],
        [0xFF, 0xFF, 0xFF, 0xFF],
        [0x7F, 0xFF, 0xFF, 0xFF],
        [0xFF, 0xFF, 0xFF, 0x7F],
        [0, 0, 0, 1],
        [1, 0, 0, 0],
        [0x80, 0, 0, 0],
        [0, 0xFF],
        [0xFF, 0],
    ];

    /// <summary>One to four changes.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="other">Another file, of which pieces may be taken.</param>
    /// <param name="random">Where and how.</param>
    public static byte[] Of(byte[] file, Func<byte[]> other, Random random)
    {
        for (int i = random.Next(4); i >= 0; i--)
            file = Change(file, other, random);
        return file;
    }

    private static byte[] Change(byte[] file, Func<byte[]> other, Random random)
    {
        int at = random.Next(file.Length + 1),
            length = Math.Min(random.Next(1, 64), file.Length - at);
        byte[] changed = random.Next(10) switch
        {
            0 or 1 => Flipped(file, random),
            2 => file[..at],
            3 => Replaced(file, at, length, s_words[random.Next(s_words.Length)]),
            4 => Replaced(file, at, 0, s_words[random.Next(s_words.Length)]),
            5 => Overwritten(file, at, s_numbers[random.Next(s_numbers.Length)]),
            6 => Replaced(file, at, length, []),
            7 => Spliced(file, at, other(), random),
            8 => Repeated(file, at, length, random),
            _ => Nested(file, at, random),
        };
        return changed.Length <= LargestFile ? changed : changed[..LargestFile];
    }

    private static byte[] Flipped(byte[] file, Random random)
    {
        if (file.Length == 0)
            return file;
        byte[] changed = [.. file];
        for (int i = random.Next(1, 9); i > 0; i--)
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
        return changed;
    }

    /// <summary>What lengths and offsets are made of, in the place of what stood there.</summary>
    private static byte[] Overwritten(byte[] file, int at, byte[] number) =>
        Replaced(file, at, Math.Min(number.Length, file.Length - at), number);

    private static byte[] Replaced(byte[] file, int at, int length, byte[] piece) => [.. file[..at], .. piece, .. file[(at + length)..]];

    private static byte[] Spliced(byte[] file, int at, byte[] other, Random random)
    {
        int from = random.Next(other.Length + 1);
        return random.Next(2) == 0
            ? [.. file[..at], .. other[from..]]
            : [.. file[..at], .. other[from..Math.Min(other.Length, from + 256)], .. file[at..]];
    }

    private static byte[] Repeated(byte[] file, int at, int length, Random random)
    {
        byte[] piece = random.Next(2) == 0 && length > 0 ? file[at..(at + length)] : s_words[random.Next(s_words.Length)];
        int times = Math.Min(1 << random.Next(14), 100_000 / Math.Max(1, piece.Length));
        return Replaced(file, at, 0, [.. Enumerable.Repeat(piece, times).SelectMany(bytes => bytes)]);
    }

    /// <summary>Brackets and elements inside each other, closed or not.</summary>
    private static byte[] Nested(byte[] file, int at, Random random)
    {
        (string Open, string Close)[] pairs =
        [
            ("[", "]"),
            ("{", "}"),
            ("<<", ">>"),
            ("(", ")"),
            ("<div>", "</div>"),
            ("> ", ""),
            ("<g>", "</g>"),
            ("- ", ""),
            ("*", "*"),
            ("[a](", ")"),
            ("{\"a\":", "}"),
        ];
        (string open, string close) = pairs[random.Next(pairs.Length)];
        int depth = 1 << random.Next(13);
        string closing = random.Next(2) == 0 ? string.Concat(Enumerable.Repeat(close, depth)) : "";
        return Replaced(file, at, 0, Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(open, depth)) + closing));
    }
}
