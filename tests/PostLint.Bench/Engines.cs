using System.Diagnostics;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Bench;

/// <summary>
/// Speed of the engine alone, evidence included: 40 rules whose tests compare integers (24 filters, 8 keyed joins, 4 denials, 2 with a witness, 2 that gather), over more and more facts.
/// In a build with <c>-p:NRules=true</c> the same rules also run on NRules, by way of the adapter and written for its rule model by hand.
/// </summary>
internal static class Engines
{
    private const int Rounds = 50;
    private static readonly int[] s_sizes = [200, 500, 2_000, 20_000, 50_000];

    public static int Print()
    {
        var rules = new RuleSet(Rules());
        var matcher = new Matcher(rules);
        Console.WriteLine($"{"facts", 8}{"findings", 10}{"matcher ms", 14}{"KB", 10}{"µs a fact", 12}{Heads()}");
        double small = 0,
            large = 0;
        foreach (int size in s_sizes)
        {
            Fact[] facts = Facts(size);
            int findings = matcher.Run(facts).Findings.Count;
            (double time, double bytes) = Measure(() => matcher.Run(facts));
            if (size == 500)
                small = time / size;
            large = time / size;
            Console.WriteLine(
                $"{size, 8}{findings, 10}{time, 14:f3}{bytes / 1024, 10:f0}{time * 1e3 / size, 12:f3}{Others(rules, facts, findings, time, bytes)}"
            );
        }
        Console.WriteLine($"time per fact at {s_sizes[^1]} facts against 500: {large / small:f2}");
        return 0;
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

#if NRULES
    private static string Heads() => $"{"adapter ms", 14}{"KB", 10}{"by hand ms", 14}{"KB", 10}{"matcher to by hand", 24}";

    private static string Others(RuleSet rules, Fact[] facts, int findings, double time, double bytes)
    {
        if (facts.Length > 20_000)
            return "";
        var adapter = new PostLint.NRules.ReteEngine(rules);
        int found = adapter.Run(facts).Findings.Count;
        (double adapted, double adaptedBytes) = Measure(() => adapter.Run(facts));
        var hand = new ByHand();
        int fired = hand.Run(facts);
        (double byHand, double byHandBytes) = Measure(() => hand.Run(facts));
        string agreement = found == findings ? "" : $"  findings differ: {findings}, {found}, {fired}";
        return $"{adapted, 14:f3}{adaptedBytes / 1024, 10:f0}{byHand, 14:f3}{byHandBytes / 1024, 10:f0}   time 1/{byHand / time:f1}, bytes 1/{byHandBytes / bytes:f1}{agreement}";
    }
#else
    private static string Heads() => "";

    private static string Others(RuleSet rules, Fact[] facts, int findings, double time, double bytes) => "";
#endif

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
