using System.Globalization;
using System.Text;
using PostLint.Hostile.Seeds;

namespace PostLint.Hostile;

/// <summary>
/// Times texts that repeat one piece, short and long ones: what grows with the square of its input shows here long before it does in
/// damaged files.
/// </summary>
internal static class Growth
{
    private const int Shortest = 50_000,
        Longest = 400_000;

    /// <summary>Time grows with the length to the power of so much at most.</summary>
    private const double MostExponent = 1.2;

    /// <summary>A text that takes less, in seconds of processor time, says nothing of how it grows.</summary>
    private const double Unmeasurable = 0.08;

    /// <summary>A busy machine takes longer, never shorter: of so many runs the quickest counts, and more where that is too slow.</summary>
    private const int Runs = 2,
        MoreRuns = 4;

    /// <summary>What a piece is repeated in.</summary>
    private static readonly Frame[] s_frames =
    [
        new("post", "md", "---\ntitle: T\ndate: 2026-04-27\n---\n\n", "\n", true),
        new("front matter", "md", "---\ntitle: T\ndescription: ", "\n---\n\nText.\n", true),
        new("comment", "md", "---\ntitle: T\n---\n\n<!-- ", " -->\n", true),
        new("html", "html", "<html><body><p>", "</p></body></html>", false),
        new("svg", "svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>", "</text></svg>", false),
        new("notebook", "ipynb", "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": [\"", "\"]}]}", false),
        new("bib", "bib", "@article{a, title={T}, note={", "}}", false),
        new("script", "js", "// ", "\n", false),
        new("code block", "md", "---\ntitle: T\n---\n\n~~~python\n", "\n~~~\n", true),
        new("table", "md", "---\ntitle: T\n---\n\n| a | ", " |\n| - | - |\n| b | c |\n", true),
        new("entries", "bib", "", "", false),
    ];

    /// <summary>Prints what grows faster than it may, and the worst of all; returns the exit code.</summary>
    /// <param name="only">The only frames to be used, by the beginning of their names; empty for all.</param>
    public static int Run(string only)
    {
        string folder = Scratch.Folder();
        var trial = new Trial(folder);
        trial.Time(new(new("post", "md", _ => []), TextSeeds.Markdown(new Random(1)), IsMutant: false));
        (int texts, int fast, double seconds, double bytes, string heaviest) = (0, 0, 0, 0, "");
        foreach (Frame frame in s_frames.Where(frame => frame.Name.StartsWith(only, StringComparison.Ordinal)))
        {
            foreach (string piece in GrowthPieces.All)
            {
                texts++;
                (double exponent, Cost longest) = Grow(trial, frame, piece);
                string name = $"{frame.Name}: “{piece.ReplaceLineEndings("\\n")}”";
                seconds = Math.Max(seconds, longest.Seconds);
                double own = longest.Megabytes * 1e6 / Longest;
                if (own > bytes)
                    (bytes, heaviest) = (own, name);
                if (exponent <= MostExponent)
                    continue;
                fast++;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{exponent:0.00}  {longest.Seconds, 6:0.00} s  {name}"));
            }
        }
        Directory.Delete(folder, recursive: true);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{texts} kinds of text up to {Longest / 1000} KB: slowest {seconds:0.00} s, most memory {bytes:0} bytes a byte "
                    + $"({heaviest}); "
                    + $"{fast} grow with more than the power of {MostExponent}"
            )
        );
        return fast == 0 ? 0 : 1;
    }

    /// <summary>To which power of the length time grows, and what the longest text takes; 0 where that is too little to tell.</summary>
    private static (double Exponent, Cost Longest) Grow(Trial trial, Frame frame, string piece)
    {
        Cost longest = Time(trial, frame, piece, Longest, 1);
        if (longest.Seconds < Unmeasurable)
            return (0, longest);
        double exponent = Exponent(trial, frame, piece, Runs);
        return (exponent <= MostExponent ? exponent : Exponent(trial, frame, piece, MoreRuns), longest);
    }

    private static double Exponent(Trial trial, Frame frame, string piece, int runs) =>
        Math.Log(Time(trial, frame, piece, Longest, runs).Seconds / Time(trial, frame, piece, Shortest, runs * 2).Seconds)
        / Math.Log((double)Longest / Shortest);

    /// <summary>The quickest of some runs.</summary>
    private static Cost Time(Trial trial, Frame frame, string piece, int length, int runs)
    {
        var text = new StringBuilder(frame.Before);
        for (int i = 0; text.Length < length; i++)
            text.Append(
                piece.Contains('№', StringComparison.Ordinal)
                    ? piece.Replace("№", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                    : piece
            );
        var format = new Format(frame.IsPost ? "post" : frame.Name, frame.Extension, _ => []);
        var sample = new Sample(format, Binary.Utf8(text.Append(frame.After).ToString()), IsMutant: false);
        return Enumerable.Range(0, runs).Select(_ => trial.Time(sample)).MinBy(cost => cost.Seconds)!;
    }

    private sealed record Frame(string Name, string Extension, string Before, string After, bool IsPost);
}
