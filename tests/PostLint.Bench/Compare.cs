using System.Globalization;
using System.Text.Json;
using PostLint.Submissions;

namespace PostLint.Bench;

/// <summary>
/// PostLint beside programs that do a part of its work, as ratios of medians of runs in turn, so that they say the same on a fast machine
/// and a slow one. What is not installed is left out.
/// </summary>
internal sealed class Compare
{
    private const int Least = 3;

    private readonly Dictionary<string, Figure> _figures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _options;
    private readonly Dictionary<string, Figure> _before;
    private readonly int _rounds;
    private readonly string _postlint;

    private Compare(string postlint, Dictionary<string, string> options)
    {
        (_postlint, _options) = (postlint, options);
        _rounds = Math.Max(Least, int.Parse(options.GetValueOrDefault("--rounds", "15"), CultureInfo.InvariantCulture));
        _before = options.TryGetValue("--against", out string? file)
            ? JsonSerializer.Deserialize<Dictionary<string, Figure>>(File.ReadAllText(file))!
            : [];
    }

    /// <summary>What was measured.</summary>
    /// <param name="Value">A ratio, or a figure of PostLint alone.</param>
    /// <param name="Most">What it should be at most.</param>
    private sealed record Figure(double Value, double Most);

    /// <summary>Measures, prints a line a figure and writes them as JSON where that is asked for.</summary>
    /// <param name="args">The native command, then options with their values: <c>--hello</c>, <c>--rumdl</c>, <c>--tool</c> (commands),
    /// <c>--posts</c> (a folder), <c>--megabytes</c> (of made-up assets), <c>--rounds</c>, <c>--json</c>, <c>--against</c> (files).</param>
    public static int Print(string[] args)
    {
        if (args.Length % 2 == 0)
        {
            Console.Error.WriteLine(
                "usage: --compare POSTLINT [--hello COMMAND] [--rumdl COMMAND] [--tool COMMAND] [--posts FOLDER] [--megabytes N] "
                    + "[--rounds N] [--json FILE] [--against FILE]"
            );
            return 2;
        }
        var compare = new Compare(args[0], args[1..].Chunk(2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal));
        string scratch = Directory.CreateTempSubdirectory("postlint-bench-").FullName;
        try
        {
            compare.Measure(scratch);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
        if (compare._options.TryGetValue("--json", out string? file))
            File.WriteAllText(file, JsonSerializer.Serialize(compare._figures));
        return 0;
    }

    private void Measure(string scratch)
    {
        List<Submission> posts = _options.TryGetValue("--posts", out string? given) ? Posts.In(given) : Posts.MadeUp(40);
        string folder = Path.Combine(scratch, "posts"),
            empty = Path.Combine(scratch, "empty");
        foreach (Submission post in posts)
            Write(Path.Combine(folder, post.Name), post.Name, post.Files[0].Text!.Text);
        Write(empty, "2026-04-27-short", "---\nlayout: distill\ntitle: A post\ndate: 2026-04-27\n---\n\n## A\n\nThe loss falls.\n");
        string middle = PostOf(folder, posts.MinBy(post => Math.Abs(post.Files[0].Text!.Text.Length - 30_000))!.Name);

        if (_options.TryGetValue("--rumdl", out string? rumdl))
        {
            Command Rumdl(string path, int threads) =>
                new(rumdl, "check", "--no-cache", "--no-config", "--no-exclude", path)
                {
                    Variables = new Dictionary<string, string> { ["RAYON_NUM_THREADS"] = $"{threads}" },
                };
            Ratio("one post of 30 KB : rumdl", 0.8, Check(middle, 1), Rumdl(middle, 1));
            Ratio("posts, one thread : rumdl", 1.0, Check(folder, 1), Rumdl(folder, 1));
            Ratio("posts, two threads : rumdl", 1.0, Check(folder, 2), Rumdl(folder, 2));
        }
        Tell("whole lint : Markdig's parse", 8, Throughput.RatioOf(posts));
        if (_options.TryGetValue("--hello", out string? hello))
            Ratio("near-empty post : a program that prints a line", 2.5, Check(empty, 1), new(hello));
        if (_options.TryGetValue("--tool", out string? tool))
            Ratio("one post, tool : native", 8, Check(middle, 1) with { File = tool }, Check(middle, 1));
        Tell("peak memory on the posts, MB", 60, Check(folder, 2).PeakMegabytes());
        Heavy(Path.Combine(scratch, "heavy"));
        Triage(folder, Path.Combine(scratch, "run"));
    }

    private void Heavy(string folder)
    {
        HeavySubmissions.Write(folder, int.Parse(_options.GetValueOrDefault("--megabytes", "340"), CultureInfo.InvariantCulture));
        try
        {
            Ratio(
                "submissions with assets : ExifTool",
                0.9,
                Check(folder, 2),
                new("exiftool", "-a", "-G1", "-json", "-r", "-q", folder),
                Least
            );
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.WriteLine("ExifTool is not installed");
        }
        Tell("peak memory on submissions with assets, MB", 200, Check(folder, 2).PeakMegabytes());
    }

    private void Triage(string folder, string target)
    {
        int run = 0;
        Command triage = new(_postlint, "triage", folder, "--quiet", "--jobs", "2", "--out");
        Ratio(
            "triage : check, processor time",
            1.1,
            () => (triage with { Arguments = [.. triage.Arguments, $"{target}-{run++}"] }).Run().ProcessorSeconds,
            () => Check(folder, 2).Run().ProcessorSeconds,
            Least
        );
    }

    private Command Check(string path, int jobs) =>
        new(_postlint, "check", path, "--isolated", "--quiet", "--fail-on", "never", "--jobs", $"{jobs}");

    private void Ratio(string name, double most, Command own, Command other, int? rounds = null) =>
        Ratio(name, most, () => own.Run().Seconds, () => other.Run().Seconds, rounds ?? _rounds);

    private void Ratio(string name, double most, Func<double> own, Func<double> other, int rounds)
    {
        var times = (Own: new List<double>(), Other: new List<double>());
        own();
        other();
        for (int i = 0; i < rounds; i++)
        {
            times.Own.Add(own());
            times.Other.Add(other());
        }
        Tell(name, most, Median(times.Own) / Median(times.Other));
    }

    private void Tell(string name, double most, double value)
    {
        _figures[name] = new(Math.Round(value, 3), most);
        string before = _before.TryGetValue(name, out Figure? old) ? $", was {old.Value:0.00}" : "";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name, -48}{value, 9:0.00}   asked {most:0.0}{before}"));
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private static string PostOf(string folder, string slug) => Path.Combine(folder, slug, "_posts", $"{slug}.md");

    private static void Write(string folder, string slug, string text)
    {
        Directory.CreateDirectory(Path.Combine(folder, "_posts"));
        File.WriteAllText(Path.Combine(folder, "_posts", $"{slug}.md"), text);
    }
}
