using System.Diagnostics;
using System.Globalization;
using System.Text;
using PostLint.Hostile.Seeds;

namespace PostLint.Hostile;

/// <summary>
/// Times texts that repeat one piece, short and long ones: what grows with the square of its input shows here long before it does in
/// damaged files. All kinds are tried short; only those that seem to grow too fast are tried long, and as often as it takes to tell that
/// from a busy machine.
/// </summary>
internal static class Growth
{
    /// <summary>Lengths in UTF-16 units: two to sieve by, two to judge by, and two that memory is measured at.</summary>
    private const int Short = 10_000,
        Medium = 40_000,
        Long = 200_000,
        Longest = 800_000;

    /// <summary>Time grows with the length to the power of so much at most.</summary>
    private const double MostExponent = 1.2;

    /// <summary>What seems to grow so fast between short texts is tried with long ones.</summary>
    private const double Suspicious = 1.1;

    /// <summary>So many nanoseconds of processor time a unit are suspicious, however they grow.</summary>
    private const double Slow = 3_000;

    /// <summary>A text that takes less, in seconds of processor time, says nothing of how it grows.</summary>
    private const double Unmeasurable = 0.012;

    /// <summary>A busy machine takes longer, never shorter: of so many runs the quickest counts.</summary>
    private const int Runs = 4;

    /// <summary>Of so many kinds, those that allocate most, the memory that they need at once is measured.</summary>
    private const int Heavy = 3;

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
    /// <param name="options">The frames, by the beginning of their names, how many kinds at most, and the seed that chooses them.</param>
    public static int Run(Options options)
    {
        string folder = Scratch.Folder();
        var trial = new Trial(folder);
        Kind[] kinds = Chosen(options);
        foreach (Kind kind in kinds.Take(50))
            Time(trial, kind, Short, 1); // until the code is compiled
        var sieved = new List<Grown>(kinds.Length);
        var judged = new List<Grown>();
        var watch = Stopwatch.StartNew();
        foreach (Kind kind in kinds.TakeWhile(_ => watch.Elapsed.TotalSeconds < options.Seconds))
        {
            Grown sieve = Measure(trial, kind, Short, Medium, 1);
            if (IsSuspicious(sieve))
                sieve = Measure(trial, kind, Short, Medium, Runs);
            sieved.Add(sieve);
            if (!IsSuspicious(sieve))
                continue;
            Grown grown = Measure(trial, kind, Medium, Long, 1);
            if (grown.Exponent > Suspicious)
                grown = Measure(trial, kind, Medium, Long, Runs);
            // What really grows so fast does so all the more where a text is longer; collecting garbage does not.
            if (grown.Exponent > MostExponent && Measure(trial, kind, Long, 2 * Long, 2) is var longer && longer.Exponent < grown.Exponent)
                grown = longer;
            judged.Add(grown);
            if (grown.Exponent > MostExponent)
                Print($"{grown.Exponent:0.00}  {grown.Longer.Seconds, 6:0.00} s  {kind.Name}");
        }
        Grown[] slowest = [.. sieved.OrderByDescending(grown => grown.Longer.Seconds)];
        (double bytes, string heaviest) = sieved
            .OrderByDescending(grown => grown.Longer.AllocatedBytes)
            .Take(Heavy)
            .Select(grown => (BytesPerUnit(trial, grown.Kind), grown.Kind.Name))
            .Max();
        Directory.Delete(folder, recursive: true);
        double Nanoseconds(Grown grown) => grown.Longer.Seconds * 1e9 / Medium;
        (double typical, double most) = (Nanoseconds(slowest[slowest.Length / 2]), Nanoseconds(slowest[0]));
        string name = slowest[0].Kind.Name;
        Print($"{sieved.Count} of {kinds.Length} kinds of text: {typical:0} ns a letter, at most {most:0} ({name})");
        if (judged.MaxBy(grown => grown.Exponent) is { } worst)
            Print($"{judged.Count} were tried with {Long / 1000} KB: the worst exponent is {worst.Exponent:0.00} ({worst.Kind.Name})");
        Grown wasteful = sieved.MaxBy(grown => grown.Longer.AllocatedBytes)!;
        Print($"memory: at most {bytes:0} bytes a letter at once ({heaviest})");
        Print($"allocated: at most {(double)wasteful.Longer.AllocatedBytes / Medium:0} bytes a letter ({wasteful.Kind.Name})");
        int fast = judged.Count(grown => grown.Exponent > MostExponent);
        Print($"{fast} grow with more than the power of {MostExponent}");
        return fast == 0 ? 0 : 1;
    }

    private static bool IsSuspicious(Grown grown) =>
        grown.Longer.Seconds >= Unmeasurable && (grown.Exponent > Suspicious || grown.Longer.Seconds * 1e9 / Medium > Slow);

    private static Kind[] Chosen(Options options)
    {
        Kind[] all =
        [
            .. s_frames
                .Where(frame => frame.Name.StartsWith(options.Only, StringComparison.Ordinal))
                .SelectMany(frame => GrowthPieces.All.Select(piece => new Kind(frame, piece))),
        ];
        new Random(options.Seed).Shuffle(all);
        return [.. all.Take(options.Mutants)];
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>How time grows from one length to another.</summary>
    private static Grown Measure(Trial trial, Kind kind, int shorter, int longer, int runs)
    {
        Cost high = Time(trial, kind, longer, runs),
            low = Time(trial, kind, shorter, runs * 2);
        return new(kind, high, Math.Log(high.WorkingSeconds / low.WorkingSeconds) / Math.Log((double)longer / shorter));
    }

    /// <summary>What a longer text needs at once beyond what a shorter one does, by their difference in length.</summary>
    private static double BytesPerUnit(Trial trial, Kind kind)
    {
        int Peak(int length)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            return Time(trial, kind, length, 1).Megabytes;
        }
        return (Peak(Longest) - Peak(Long)) * (1024.0 * 1024) / (Longest - Long);
    }

    /// <summary>The quickest of some runs.</summary>
    private static Cost Time(Trial trial, Kind kind, int length, int runs)
    {
        Sample sample = kind.Sample(length);
        return Enumerable.Range(0, runs).Select(_ => trial.Time(sample)).MinBy(cost => cost.WorkingSeconds)!;
    }

    /// <summary>What was measured of a kind.</summary>
    private sealed record Grown(Kind Kind, Cost Longer, double Exponent);

    /// <summary>A piece and what it is repeated in.</summary>
    private sealed record Kind(Frame Frame, string Piece)
    {
        public string Name => $"{Frame.Name}: “{Piece.ReplaceLineEndings("\\n")}”";

        public Sample Sample(int length)
        {
            var text = new StringBuilder(Frame.Before);
            for (int i = 0; text.Length < length; i++)
                text.Append(
                    Piece.Contains('№', StringComparison.Ordinal)
                        ? Piece.Replace("№", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                        : Piece
                );
            var format = new Format(Frame.IsPost ? "post" : Frame.Name, Frame.Extension, _ => []);
            return new(format, Binary.Utf8(text.Append(Frame.After).ToString()), IsMutant: false);
        }
    }

    private sealed record Frame(string Name, string Extension, string Before, string After, bool IsPost);
}
