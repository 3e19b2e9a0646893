using System.Diagnostics;
using Markdig;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Submissions;

namespace PostLint.Bench;

/// <summary>Speed of the whole lint beside that of Markdig alone, warm, best of several rounds.</summary>
internal static class Throughput
{
    private const int Rounds = 15;
    private static readonly MarkdownPipeline s_markdig = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation()
        .UseYamlFrontMatter()
        .UseMathematics()
        .UseFootnotes()
        .UsePipeTables()
        .Build();

    public static int Print(List<Submission> posts)
    {
        if (posts.Count == 0)
        {
            Console.Error.WriteLine("No post (_posts/*.md) lies in that folder.");
            return 2;
        }
        var linter = new Linter(BuiltInPack.Create(), new Profile("bench", "", new Dictionary<string, RuleSetting>()));
        long characters = posts.Sum(post => post.Files.Sum(file => (long)file.Text!.Text.Length));
        Console.WriteLine($"{posts.Count} posts, {characters / 1e6:f2} million characters with their bibliographies");
        double parse = Row("Markdig alone, 1 thread", posts.Count, characters, () =>
            posts.ForEach(post => Markdown.Parse(post.Files[0].Text!.Text, s_markdig))
        );
        double lint = Row("whole lint, 1 thread", posts.Count, characters, () => posts.ForEach(post => linter.Lint(post)));
        Row("whole lint, 2 threads", posts.Count, characters, () =>
            Parallel.ForEach(posts, new ParallelOptions { MaxDegreeOfParallelism = 2 }, post => linter.Lint(post))
        );
        Console.WriteLine($"ratio of the whole lint to Markdig: {lint / parse:f1}");
        return 0;
    }

    /// <summary>The time of the whole lint, on one thread, by that of Markdig alone.</summary>
    public static double RatioOf(List<Submission> posts)
    {
        var linter = new Linter(BuiltInPack.Create(), new Profile("bench", "", new Dictionary<string, RuleSetting>()));
        double lint = Best(() => posts.ForEach(post => linter.Lint(post)));
        return lint / Best(() => posts.ForEach(post => Markdown.Parse(post.Files[0].Text!.Text, s_markdig)));
    }

    private static double Best(Action run)
    {
        for (int i = 0; i < 4; i++)
            run();
        return Enumerable
            .Range(0, Rounds)
            .Min(_ =>
            {
                var watch = Stopwatch.StartNew();
                run();
                return watch.Elapsed.TotalSeconds;
            });
    }

    private static double Row(string name, int posts, long characters, Action run)
    {
        for (int i = 0; i < 4; i++)
            run();
        double best = double.MaxValue;
        long allocated = 0;
        for (int i = 0; i < Rounds; i++)
        {
            long before = GC.GetTotalAllocatedBytes(true);
            var watch = Stopwatch.StartNew();
            run();
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
            allocated = GC.GetTotalAllocatedBytes(true) - before;
        }
        Console.WriteLine(
            $"{name, -26}{best, 9:f1} ms{characters / best / 1e3, 9:f1} MB/s{posts / best * 1e3, 9:f0} "
                + $"posts/s{allocated / 1e6, 9:f1} MB allocated"
        );
        return best;
    }
}
