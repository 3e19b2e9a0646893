using System.Globalization;
using CsCheck;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using static PostLint.Tests.Engine.TestRule;

namespace PostLint.Tests.Engine;

public sealed class DeterminismTests
{
    private static readonly RuleSet s_rules = Set(
        When<Red>().And<Green>(Within.Block).Report((red, green) => At(red, $"{red.Id} {green.Id}")),
        When<Red>()
            .Gather<Green>(Within.Lines(2))
            .Report((red, greens) => At(red, $"{greens.Sum(green => green.Id)}", cause: $"{red.Value}")),
        When<Green>().Conclude(green => new Sum(green.Value, P(0))),
        When<Sum>().With<Red>((sum, red) => sum.Value == red.Value).Report(sum => At(sum, $"{sum.Value}")),
        When<Green>(green => green.Value != 2 || Throw()).Report(green => At(green, $"{green.Id}"))
    );

    [Fact]
    public void One_matcher_on_many_threads_finds_the_same_as_alone()
    {
        Fact[][] inputs = [.. Enumerable.Range(0, 40).Select(seed => Facts(new Random(seed), seed * 5))];
        string[] alone = [.. inputs.Select(facts => Print(new Matcher(s_rules).Run(facts)))];
        var shared = new Matcher(s_rules);
        string[] together = new string[400];

        Parallel.For(0, together.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            together[i] = Print(shared.Run(inputs[i % inputs.Length]))
        );

        together.Should().Equal(Enumerable.Range(0, together.Length).Select(i => alone[i % alone.Length]));
    }

    [Fact]
    public void Order_of_facts_at_different_places_does_not_matter() =>
        Gen.Int[0, 1000]
            .Select(Gen.Int[0, 1000])
            .Sample(
                (seed, shuffle) =>
                {
                    Fact[] facts = [.. Facts(new Random(seed), 60).DistinctBy(fact => (fact.GetType(), fact.Place))];
                    Fact[] shuffled = [.. facts];
                    new Random(shuffle).Shuffle(shuffled);

                    Print(new Matcher(s_rules).Run(shuffled)).Should().Be(Print(new Matcher(s_rules).Run(facts)));
                },
                iter: 200
            );

    [Fact]
    public void Facts_at_one_place_keep_the_order_they_were_given_in()
    {
        Fact[] facts = [new Green(9, 0, P(20)), .. new[] { 3, 1, 2 }.Select(id => new Green(id, 0, P(10)))];

        Messages(
                Run(
                    facts,
                    WhenEach<Green>(_ => "all").Report(greens => At(greens[0], $"{greens[0].Id}{greens[1].Id}{greens[2].Id}{greens[3].Id}"))
                )
            )
            .Should()
            .Equal("3129");
    }

    [Fact]
    public void Nothing_of_a_large_run_is_left_in_the_next()
    {
        var matcher = new Matcher(s_rules);
        Fact[] small = Facts(new Random(1), 50);
        string before = Print(matcher.Run(small));

        matcher.Run(Facts(new Random(2), 10_000));

        Print(matcher.Run(small)).Should().Be(before);
    }

    [Fact]
    public void A_matcher_keeps_no_fact_alive()
    {
        var matcher = new Matcher(s_rules);
        WeakReference fact = RunOnce(matcher);

        GC.Collect();

        fact.IsAlive.Should().BeFalse();
        GC.KeepAlive(matcher);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference RunOnce(Matcher matcher)
    {
        var red = new Red(1, 1, P(10));
        matcher.Run([red, new Green(1, 1, P(11))]);
        return new(red);
    }

    private static Fact[] Facts(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(i => Next(random, i, Math.Max(count, 10)))];

    private static Fact Next(Random random, int id, int range) =>
        random.Next(2) == 0 ? new Red(id, random.Next(3), P(random.Next(range))) : new Green(id, random.Next(3), P(random.Next(range)));

    private static string Print(RunResult result) =>
        string.Join(
            "\n",
            [
                .. result.Findings.Select(Print),
                .. result.Faults.Select(fault => string.Create(CultureInfo.InvariantCulture, $"{fault.Rule.Id} {fault.Count}")),
            ]
        );

    private static string Print(Finding finding) =>
        (
            $"{finding.Rule.Id} {finding.Place} {finding.Message.Reveal()} {string.Join(",", finding.OtherPlaces)} "
            + $"{string.Join("; ", finding.Derivations.Select(Premises))}"
        );

    private static bool Throw() => throw new FormatException("2");
}
