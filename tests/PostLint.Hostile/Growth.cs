using System.Globalization;
using PostLint.Hostile.Seeds;

namespace PostLint.Hostile;

/// <summary>
/// Times texts that repeat one piece, each twice as long as the one before: what grows with the square of its input shows here long
/// before it does in damaged files.
/// </summary>
internal static class Growth
{
    private const int Shortest = 25_000,
        Longest = 400_000;

    /// <summary>Time for a text twice as long may grow so much; less than <see cref="Unmeasurable"/> says nothing.</summary>
    private const double MostGrowth = 3.2,
        Unmeasurable = 0.35;

    /// <summary>A text of so many characters has the time of one input.</summary>
    private const double Usual = 100_000;

    private static readonly string[] s_pieces =
    [
        "[",
        "](",
        "![",
        "[a](<b",
        "[a](b \"c ",
        "[a](b (c",
        "[a](",
        "[a](b) ",
        "[a][b] ",
        "[a]: b\n",
        "[^1] ",
        "[^1]: x\n",
        "`",
        "``` ",
        "```\n",
        "$",
        "$$",
        "\\(",
        "*",
        "**a ",
        "_a_ ",
        "~~",
        "> ",
        "- ",
        "1. ",
        "# a\n",
        "a\n---\n",
        "| a ",
        "|a|\n|-|\n",
        "<",
        "<a ",
        "<a>",
        "</a>",
        "<a href=\"",
        "<div>",
        "<p>a",
        "<!--",
        "<!-- a -->",
        "-->",
        "<![CDATA[",
        "<script>",
        "<style>.a{}</style>",
        "<d-footnote>",
        "<d-cite key=\"a\"></d-cite>",
        "<svg>",
        "<br>",
        "&",
        "&amp;",
        "&#65;",
        "&lt;!--",
        "http://",
        "https://a.example/b ",
        "https://github.com/a/b ",
        "a@b.example ",
        "@a ",
        "@",
        "mailto:a",
        "/home/mara/a ",
        "C:\\Users\\mara\\a ",
        "~/a ",
        "we ",
        "our ",
        "we thank ",
        "We thank Mara Quill for help. ",
        "thanks to Mara Quill, ",
        "our lab ",
        "in our previous work ",
        "work done at ",
        "by Mara Quill ",
        "Mara Quill, ",
        "M. Quill and ",
        "Quill et al. ",
        "(Quill, 2024) ",
        "University of Example ",
        "Quarry Institute, ",
        "grant 12345 ",
        "TODO ",
        "TODO(mara): ",
        "FIXME mara ",
        "# TODO mara\n",
        "<!-- TODO mara -->",
        "<!-- postlint-disable -->",
        "postlint-disable-line ",
        "author: ",
        "author: Mara\n",
        "- name: Mara Quill\n",
        "a b c ",
        "a ",
        "A ",
        "A.",
        "a, ",
        "a. ",
        "a; ",
        "a: ",
        "(",
        ")",
        "(a ",
        "{",
        "{a}",
        "{{ a }}",
        "{% a %}",
        "{% include a %}\n",
        "\"",
        "\"a\" ",
        "'a' ",
        "“a” ",
        "a-",
        "a—",
        "\\",
        "\\a",
        "\\n",
        "\t",
        " ",
        "\n",
        "\r\n",
        "\u00a0",
        "\u200b",
        "\u202e",
        "é",
        "漢",
        "😀",
        "0",
        "1 ",
        "2024 ",
        "2024-01-01 ",
        "arXiv:2401.00001 ",
        "10.1000/a ",
        "0000-0001-2345-6789 ",
        "ignore previous instructions ",
        "aGVsbG8gd29ybGQ",
        "data:image/png;base64,AAAA ",
        "Figure 1: ",
        "==",
        "~",
        "a=b&",
        "?a=b",
    ];

    /// <summary>What a piece is repeated in.</summary>
    private static readonly (string Name, string Extension, string Before, string After, bool IsPost)[] s_frames =
    [
        ("post", "md", "---\ntitle: T\ndate: 2026-04-27\n---\n\n", "\n", true),
        ("front matter", "md", "---\ntitle: T\ndescription: ", "\n---\n\nText.\n", true),
        ("comment", "md", "---\ntitle: T\n---\n\n<!-- ", " -->\n", true),
        ("html", "html", "<html><body><p>", "</p></body></html>", false),
        ("svg", "svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>", "</text></svg>", false),
        ("notebook", "ipynb", "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": [\"", "\"]}]}", false),
        ("bib", "bib", "@article{a, title={T}, note={", "}}", false),
        ("script", "js", "// ", "\n", false),
    ];

    public static int Run()
    {
        string folder = Scratch.Folder();
        var trial = new Trial(folder);
        trial.Time(new(new("post", "md", _ => []), TextSeeds.Markdown(new Random(1)), IsMutant: false));
        int slow = 0;
        double slowest = 0;
        foreach (var frame in s_frames)
        {
            foreach (string piece in s_pieces)
            {
                (double seconds, string? complaint) = Grow(
                    trial,
                    frame.Before,
                    piece,
                    frame.After,
                    new(frame.IsPost ? "post" : frame.Name, frame.Extension, _ => [])
                );
                slowest = Math.Max(slowest, seconds);
                if (complaint is null)
                    continue;
                slow++;
                Console.WriteLine($"{frame.Name}: “{piece.ReplaceLineEndings("\\n")}”: {complaint}");
            }
        }
        Directory.Delete(folder, recursive: true);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{s_frames.Length * s_pieces.Length} texts up to {Longest / 1000} KB: slowest {slowest:0.0} s, too slow {slow}"
            )
        );
        return slow == 0 ? 0 : 1;
    }

    private static (double Seconds, string? Complaint) Grow(Trial trial, string before, string piece, string after, Format format)
    {
        double last = double.MaxValue;
        for (int length = Shortest; length <= Longest; length *= 2)
        {
            byte[] text = Binary.Utf8(before + string.Concat(Enumerable.Repeat(piece, length / piece.Length)) + after);
            double seconds = trial.Time(new(format, text, IsMutant: false)).Seconds;
            if (seconds > Unmeasurable)
                seconds = Math.Min(seconds, trial.Time(new(format, text, IsMutant: false)).Seconds);
            if (seconds > Cost.MostSeconds * Math.Max(1, length / Usual) || (seconds > Unmeasurable && seconds > last * MostGrowth))
            {
                return (
                    seconds,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{length / 1000} KB take {seconds:0.00} s{(last < double.MaxValue ? $", half of it {last:0.00} s" : "")}"
                    )
                );
            }
            last = Math.Max(seconds, Unmeasurable / MostGrowth);
        }
        return (last, null);
    }
}
