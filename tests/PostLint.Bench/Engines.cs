using System.Diagnostics;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.NRules;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Submissions;

namespace PostLint.Bench;

/// <summary>
/// Speed of the engine alone, evidence included: 40 rules whose tests compare integers (24 filters, 8 keyed joins, 4 denials, 2 with a
/// witness, 2 that gather), over more and more facts.
/// The same rules run on NRules, by way of the adapter and written for its rule model by hand.
/// </summary>
internal static class Engines
{
    private const int Rounds = 50;
    private static readonly int[] s_sizes = [200, 500, 2_000, 20_000, 50_000];

    /// <summary>Both engines over more and more facts, and over posts.</summary>
    public static int Print(IReadOnlyList<Submission> posts)
    {
        var rules = new RuleSet(Rules());
        var matcher = new Matcher(rules);
        var rete = new ReteEngine(rules);
        Console.WriteLine(
            $"{"facts", 8}{"findings", 10}{"matcher ms", 12}{"KB", 9}{"NRules ms", 12}{"KB", 9}{"ratio", 8}{"by hand ms", 12}"
        );
        double small = 0,
            smallRete = 0;
        foreach (int size in s_sizes)
        {
            Fact[] facts = Facts(size);
            int findings = matcher.Run(facts).Findings.Count,
                found = rete.Run(facts).Findings.Count;
            (double own, double ownBytes) = Measure(() => matcher.Run(facts));
            (double other, double otherBytes) = Measure(() => rete.Run(facts));
            string differ = found == findings ? "" : $"  findings differ: {findings}, {found}";
            Console.WriteLine(
                $"{size, 8}{findings, 10}{own, 12:f3}{ownBytes / 1024, 9:f0}{other, 12:f3}{otherBytes / 1024, 9:f0}"
                    + $"{other / own, 8:f2}{ByHandMilliseconds(facts), 12}{differ}"
            );
            if (size == 500)
                (small, smallRete) = (own / size, other / size);
            else if (size == 20_000)
                Console.WriteLine(
                    $"time a fact, 20,000 against 500: matcher {own / size / small:f2}, NRules {other / size / smallRete:f2}"
                );
        }
        return OverPosts(posts);
    }

    /// <summary>The forty rules as NRules' users write them; above some thousand facts it tries too many pairs to wait for.</summary>
    private static string ByHandMilliseconds(Fact[] facts)
    {
        if (facts.Length > 2_000)
            return "-";
        var hand = new ByHand();
        return $"{Measure(() => hand.Run(facts)).Milliseconds:f3}";
    }

    /// <summary>The built-in rules over posts: the engines alone, on the facts that the extractors found.</summary>
    private static int OverPosts(IReadOnlyList<Submission> posts)
    {
        Pack pack = BuiltInPack.Create();
        Profile profile = BuiltInPack.Catalogue.Profile("iclr-blog-2024");
        var kept = new Keeping();
        var linter = new Linter(pack, profile, new() { Engine = rules => kept.Of(rules) });
        foreach (Submission post in posts)
            linter.Lint(post);
        var watch = Stopwatch.StartNew();
        var rete = new ReteEngine(kept.Rules!);
        double first = watch.Elapsed.TotalMilliseconds;
        var matcher = new Matcher(kept.Rules!);
        int different = kept.Facts.Count(facts => matcher.Run(facts).Findings.Count != rete.Run(facts).Findings.Count);
        (double own, _) = Measure(() => kept.Facts.ForEach(facts => matcher.Run(facts)));
        (double other, _) = Measure(() => kept.Facts.ForEach(facts => rete.Run(facts)));
        (double network, _) = Measure(() => _ = new ReteEngine(kept.Rules!));
        Console.WriteLine(
            (
                $"{posts.Count} posts, {kept.Facts.Average(facts => facts.Length):f0} facts each, {kept.Rules!.Rules.Count} "
                + $"rules: matcher {own / posts.Count:f3} ms a post, NRules {other / posts.Count:f3} ms, ratio {other / own:f2}; "
                + $"network {first:f0} ms at first, {network:f0} ms warm{(different == 0 ? "" : $"; {different} posts differ")}"
            )
        );
        return different == 0 ? 0 : 1;
    }

    /// <summary>Keeps what an engine is given.</summary>
    private sealed class Keeping : IEngine
    {
        public RuleSet? Rules { get; private set; }

        public List<Fact[]> Facts { get; } = [];

        public Keeping Of(RuleSet rules)
        {
            Rules = rules;
            return this;
        }

        public RunResult Run(IEnumerable<Fact> facts, CancellationToken cancellation = default)
        {
            Facts.Add([.. facts]);
            return new([], []);
        }
    }

    internal static (double Milliseconds, double Bytes) Measure(Action run)
    {
        // Long enough for the JIT to have compiled all of it twice.
        var total = Stopwatch.StartNew();
        for (int i = 0; i < 3 || (i < 400 && total.ElapsedMilliseconds < 1_500); i++)
            run();
        double best = double.MaxValue;
        long bytes = 0;
        total.Restart();
        for (int i = 0; i < 3 || (i < Rounds && total.ElapsedMilliseconds < 3_000); i++)
        {
            long before = GC.GetTotalAllocatedBytes(true);
            var watch = Stopwatch.StartNew();
            run();
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
            bytes = GC.GetTotalAllocatedBytes(true) - before;
        }
        return (best, bytes);
    }

    /// <summary>Three kinds in equal parts; four facts of each kind share a key.</summary>
    private static Fact[] Facts(int size)
    {
        var random = new Random(7);
        var facts = new Fact[size];
        for (int i = 0; i < size; i++)
        {
            var place = new Place("a.md", i * 10, 5, (i / 2) + 1, (i / 8) + 1, (i / 4) + 1);
            int key = random.Next(Math.Max(1, size / 12)),
                value = random.Next(1_000);
            facts[i] = (i % 3) switch
            {
                0 => new Alpha(key, value, place),
                1 => new Beta(key, value, place),
                _ => new Gamma(key, value, place),
            };
        }
        return facts;
    }

    private static IEnumerable<Rule> Rules()
    {
        for (int n = 0; n < 8; n++)
        {
            int limit = 990 + n;
            yield return new BenchRule(
                $"filter/alpha-{n}",
                BenchRule.Begin<Alpha>(alpha => alpha.Value >= limit).Report(alpha => BenchRule.Say(alpha))
            );
            yield return new BenchRule(
                $"filter/beta-{n}",
                BenchRule.Begin<Beta>(beta => beta.Value >= limit).Report(beta => BenchRule.Say(beta))
            );
            yield return new BenchRule(
                $"filter/gamma-{n}",
                BenchRule.Begin<Gamma>(gamma => gamma.Value >= limit).Report(gamma => BenchRule.Say(gamma))
            );
            yield return new BenchRule(
                $"join/{n}",
                BenchRule
                    .Begin<Alpha>(alpha => alpha.Value % 8 == limit % 8)
                    .And<Beta>(alpha => alpha.Key, beta => beta.Key, (alpha, beta) => alpha.Value + beta.Value > 1_900)
                    .Report((alpha, _) => BenchRule.Say(alpha))
            );
        }
        for (int n = 0; n < 4; n++)
        {
            int rest = n;
            yield return new BenchRule(
                $"deny/{n}",
                BenchRule
                    .Begin<Beta>(beta => beta.Value % 50 == rest)
                    .Unless<Gamma>(beta => beta.Key, gamma => gamma.Key)
                    .Report(beta => BenchRule.Say(beta))
            );
        }
        for (int n = 0; n < 2; n++)
        {
            int rest = n;
            yield return new BenchRule(
                $"witness/{n}",
                BenchRule
                    .Begin<Gamma>(gamma => gamma.Value % 50 == rest)
                    .With<Alpha>(gamma => gamma.Key, alpha => alpha.Key)
                    .Report(gamma => BenchRule.Say(gamma))
            );
            yield return new BenchRule(
                $"gather/{n}",
                BenchRule
                    .Begin<Alpha>(alpha => alpha.Value % 50 == rest)
                    .Gather<Gamma>(alpha => alpha.Key, gamma => gamma.Key)
                    .Where((_, all) => all.Count > 3)
                    .Report((alpha, _) => BenchRule.Say(alpha))
            );
        }
    }

    internal sealed record Alpha(int Key, int Value, Place Place) : Fact(Place);

    internal sealed record Beta(int Key, int Value, Place Place) : Fact(Place);

    internal sealed record Gamma(int Key, int Value, Place Place) : Fact(Place);

    private sealed class BenchRule(string id, Pattern pattern) : Rule
    {
        public override RuleDescriptor Descriptor { get; } =
            new(id)
            {
                Summary = "A",
                Why = "A.",
                Fix = "A.",
                Severity = Severity.Note,
            };

        public override Pattern Pattern => pattern;

        public static Pattern<T> Begin<T>(Func<T, bool> where)
            where T : Fact => When(where);

        public static Report Say(Fact fact) => At(fact, $"found");
    }
}
