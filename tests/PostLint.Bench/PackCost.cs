using System.Diagnostics;
using PostLint.Engine;
using PostLint.Packs;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Submissions;

namespace PostLint.Bench;

/// <summary>
/// What a hundred rules written as data cost: the time of the whole lint with and without them, in turn, best of several rounds.
/// </summary>
internal static class PackCost
{
    private const int Rounds = 15;
    private static readonly string[] s_words =
    [
        "grant",
        "laboratory",
        "workshop",
        "camera-ready",
        "supplement",
        "reviewer",
        "appendix",
        "benchmark",
        "preprint",
        "deadline",
    ];

    public static int Print(List<Submission> posts)
    {
        var profile = new Profile("bench", "", new Dictionary<string, RuleSetting>());
        DataPack data = PackReader.Read("bench.yml", Pack(), BuiltInPack.Catalogue.RuleIds);
        Linter plain = new(BuiltInPack.Create(), profile),
            added = new(BuiltInPack.Create().With([data.Pack]), profile);
        double without = double.MaxValue,
            with = double.MaxValue;
        for (int round = 0; round < Rounds + 3; round++)
        {
            double first = Time(plain, posts),
                second = Time(added, posts);
            if (round < 3)
                continue;
            (without, with) = (Math.Min(without, first), Math.Min(with, second));
        }
        int found = posts.Sum(post => added.Lint(post).Findings.Count(finding => finding.Rule.Family == "bench"));
        Console.WriteLine(
            $"{posts.Count} posts: {without:f1} ms; with {data.Pack.Rules.Count} data rules, which find {found}: {with:f1} "
                + $"ms, {(with / without * 100) - 100:+0.0;-0.0} %"
        );
        return 0;
    }

    private static double Time(Linter linter, List<Submission> posts)
    {
        var watch = Stopwatch.StartNew();
        posts.ForEach(post => linter.Lint(post));
        return watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>
    /// Of a hundred rules of a venue most look for wording; some join, count, or ask for keys, headings, hosts and paths.
    /// </summary>
    private static string Pack()
    {
        var pack = new System.Text.StringBuilder("name: bench\nrules:\n");
        for (int n = 0; n < 100; n++)
        {
            string word = s_words[n % s_words.Length];
            string kind = (n / 10) switch
            {
                0 or 1 or 2 =>
                    $"kind: pattern\n    find: '\\b{word}s?\\s+(no\\.|number|of)\\s+\\w{{{(n % 7) + 2},}}{(char)('a' + (n % 26))}'",
                3 or 4 => $"kind: pattern\n    find: {{ words: [our {word} {n}, my {word} {n}, the {word} of {n}] }}",
                5 => $"kind: pattern\n    find: {{ regex: '{word}-\\d{{{(n % 4) + 1}}}', in: [text, comment, code] }}",
                6 => $"kind: near\n    first: 'our {word}'\n    second: '(github|gitlab)\\.com/\\w+{n}'\n    unless: {{ "
                    + $"words: [anonymous] }}",
                7 => $"kind: count\n    of: matches\n    find: 'very {word}'\n    max: {n % 5}",
                8 => n % 2 == 0 ? $"kind: required\n    key: key{n}" : $"kind: forbidden\n    heading: '^{word} {n}'",
                _ => n % 2 == 0 ? $"kind: links\n    forbid: [{word}{n}.example]" : $"kind: count\n    of: words\n    max: {20_000 + n}",
            };
            pack.Append($"  bench/rule-{n}:\n    summary: S\n    why: W.\n    fix: F.\n    severity: note\n    {kind}\n");
        }
        return pack.ToString();
    }
}
