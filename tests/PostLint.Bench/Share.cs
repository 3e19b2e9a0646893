using System.Diagnostics;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Facts.Language;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Bench;

/// <summary>What each extractor takes of the whole lint's time, warm, on one thread, best of several rounds.</summary>
internal static class Share
{
    private const int WarmUps = 3,
        Rounds = 10;

    public static int Print(List<Submission> posts)
    {
        if (posts.Count == 0)
        {
            Console.Error.WriteLine("No post (_posts/*.md) lies in that folder.");
            return 2;
        }
        Pack pack = BuiltInPack.Create();
        var linter = new Linter(pack, new Profile("bench", "", new Dictionary<string, RuleSetting>()));
        Console.WriteLine(
            $"{posts.Count} posts; {posts.Count(post => NeedsModels(linter, post))} of them need the models of letter triples"
        );
        double whole = Best(() => posts.ForEach(post => linter.Lint(post)));
        (FileRole Role, SyntaxTree Tree)[] trees =
        [
            .. posts.SelectMany(post => post.Files).Where(file => file.Text is not null).Select(file => (file.Role, file.Parse())),
        ];
        Document[] documents = [.. trees.Select(pair => new Document(pair.Tree, pair.Role, pack.Lexicon, 0, 0))];
        var rows = new List<(string Name, double Time)>
        {
            (
                "(parsers)",
                Best(() => posts.ForEach(post => post.Files.Where(file => file.Text is not null).ToList().ForEach(file => file.Parse())))
            ),
            ("(words and sentences)", Best(() => Array.ForEach(trees, pair => _ = new Document(pair.Tree, pair.Role, pack.Lexicon, 0, 0)))),
        };
        foreach (IExtractor extractor in pack.Extractors)
            rows.Add(
                (extractor.GetType().Name, Best(() => Array.ForEach(documents, document => extractor.Extract(document, new List<Fact>()))))
            );
        rows.Add(("(rules and the rest)", Math.Max(0, whole - rows.Sum(row => row.Time))));
        Console.WriteLine($"{"", -32}{"ms", 9}{"%", 8}");
        foreach ((string name, double time) in rows.OrderByDescending(row => row.Time))
            Console.WriteLine($"{name, -32}{time, 9:f2}{100 * time / whole, 8:f1}");
        Console.WriteLine($"{"whole lint", -32}{whole, 9:f2}{100, 8:f1}");
        return 0;
    }

    private static bool NeedsModels(Linter linter, Submission post)
    {
        long before = LanguageDetector.LinguaUses;
        linter.Lint(post);
        return LanguageDetector.LinguaUses > before;
    }

    private static double Best(Action run)
    {
        for (int i = 0; i < WarmUps; i++)
            run();
        double best = double.MaxValue;
        for (int i = 0; i < Rounds; i++)
        {
            var watch = Stopwatch.StartNew();
            run();
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
        }
        return best;
    }
}
