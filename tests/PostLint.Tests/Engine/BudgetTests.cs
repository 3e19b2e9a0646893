using PostLint.Engine;
using PostLint.Facts;
using static PostLint.Tests.Engine.TestRule;

namespace PostLint.Tests.Engine;

public sealed class BudgetTests
{
    private static readonly Pattern s_simple = When<Red>(red => red.Id < 3).Report(red => At(red, $"{red.Id}"));

    public static TheoryData<string> Shapes =>
        ["pairs", "self", "unless", "with", "gather", "each", "index", "throws", "one key", "wide groups"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_rule_that_is_stopped_says_why_and_does_not_stop_the_next(string shape)
    {
        RunResult result = new Matcher(Set(Shape(shape), s_simple), 2_500).Run(Facts(2_400));

        result.Stops.Should().ContainSingle().Which.Rule.Name.Should().Be("rule-0");
        result.Faults.Select(fault => fault.Rule.Name).Should().Equal(shape == "throws" ? ["rule-0"] : []);
        result.Findings.Count(finding => finding.Rule.Name == "rule-1").Should().Be(3);
    }

    [Fact]
    public void A_stopped_rule_says_after_how_many_tries_and_where()
    {
        StoppedRule stop = new Matcher(Set(Shape("pairs")), 1000).Run(Facts(100)).Stops.Single();

        (stop.Rule.Id, stop.Tries, stop.Place?.File).Should().Be(("test/rule-0", 1000, P(0).File));
    }

    [Fact]
    public void Work_with_hashed_joins_grows_as_the_facts_do()
    {
        RuleSet rules = Set(
            When<Red>().And<Green>(Within.Sentence).Report((red, _) => At(red, $"x")),
            When<Red>().Unless<Green>(Within.Lines(3)).Report(red => At(red, $"x")),
            When<Red>().Gather<Green>(red => red.Id, green => green.Id).Report((red, _) => At(red, $"x")),
            When<Red>().With<Green>(Within.Block).Conclude(red => new Sum(red.Id, red.Place)),
            WhenEach<Green>(green => green.Place.Block).And<Sum>(Within.Block).Report((_, sum) => At(sum, $"x"))
        );

        new Matcher(rules).Run(Facts(1_000), out long few).Stops.Should().BeEmpty();
        new Matcher(rules).Run(Facts(10_000), out long many).Stops.Should().BeEmpty();

        many.Should().BeInRange(9 * few, 11 * few);
    }

    [Fact]
    public void Unkeyed_pairs_cost_a_try_each()
    {
        new Matcher(Set(When<Red>().And<Green>((_, _) => false).Report((red, _) => At(red, $"x")))).Run(Facts(200), out long tries);

        tries.Should().Be(100 + (100 * 100));
    }

    [Fact]
    public void Lines_premises_and_exceptions_count_as_work()
    {
        Tries(When<Red>().Unless<Green>(Within.Lines(10)))
            .Should()
            .Be(Tries(When<Red>().Unless<Green>(Within.Lines(0))) + 20, "each line is looked up");
        Tries(When<Red>().Gather<Green>((_, _) => true))
            .Should()
            .Be(Tries(When<Red>().Gather<Green>((_, _) => false)) + 100, "each premise is kept");
        Tries(When<Red>().Where(_ => Throw())).Should().BeGreaterThan(1000, "exceptions are dear");
    }

    [Fact]
    public void The_budget_is_each_rules_own_and_each_runs_own()
    {
        var matcher = new Matcher(Set([.. Enumerable.Repeat(s_simple, 50)]), 1_000);

        for (int run = 0; run < 5; run++)
            matcher.Run(Facts(1_000)).Stops.Should().BeEmpty();
    }

    [Fact]
    public void A_run_that_is_cancelled_before_it_starts_throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        FluentActions.Invoking(() => new Matcher(Set(s_simple)).Run([], source.Token)).Should().Throw<OperationCanceledException>();
    }

    [Fact]
    public void A_run_that_is_cancelled_amid_a_rule_stops_soon_and_leaves_nothing_behind()
    {
        using var source = new CancellationTokenSource();
        int calls = 0;
        Pattern cancelling = When<Red>().Where(_ => Count()).And<Green>(Within.Sentence).Report((red, _) => At(red, $"x"));
        var matcher = new Matcher(Set(cancelling, s_simple));

        FluentActions.Invoking(() => matcher.Run(Facts(10_000), source.Token)).Should().Throw<OperationCanceledException>();

        calls.Should().BeLessThan(100 + 1100);
        Messages(matcher.Run([new Red(0, 0, P(0))])).Should().Equal("0");

        bool Count()
        {
            if (++calls == 100)
                source.Cancel();
            return true;
        }
    }

    [Fact]
    public void Cancellation_is_seen_while_facts_are_given()
    {
        using var source = new CancellationTokenSource();
        IEnumerable<Fact> facts = Enumerable
            .Range(0, int.MaxValue)
            .Select(i =>
            {
                if (i == 100)
                    source.Cancel();
                return new Blue(i, i, P(i));
            });

        FluentActions.Invoking(() => new Matcher(Set(s_simple)).Run(facts, source.Token)).Should().Throw<OperationCanceledException>();
    }

    /// <summary>What a pattern costs on one red and a hundred greens far below.</summary>
    private static long Tries(Pattern<Red> open) => Tries(open.Report(red => At(red, $"x")));

    private static long Tries(Pattern<Red, Group<Green>> open) => Tries(open.Report((red, _) => At(red, $"x")));

    private static long Tries(Pattern pattern)
    {
        new Matcher(Set(pattern)).Run(
            [new Red(1, 1, P(10)), .. Enumerable.Range(1000, 100).Select(i => new Green(i, 1, P(i)))],
            out long tries
        );
        return tries;
    }

    /// <summary>Reds and greens in turn, two to a sentence or three.</summary>
    private static IEnumerable<Fact> Facts(int count)
    {
        for (int i = 0; i < count / 2; i++)
        {
            yield return new Red(i, 1, P(i * 5));
            yield return new Green(i, 1, P((i * 5) + 1));
        }
    }

    private static Pattern Shape(string name) =>
        name switch
        {
            "pairs" => When<Red>().And<Green>((_, _) => false).Report((red, _) => At(red, $"x")),
            "self" => When<Red>().And<Red>((_, _) => false).Report((red, _) => At(red, $"x")),
            "unless" => When<Red>().Unless<Green>((_, _) => false).Report(red => At(red, $"{red.Id}")),
            "with" => When<Red>().With<Green>((red, green) => green.Id == -1).Report(red => At(red, $"x")),
            "gather" => When<Red>().Gather<Green>(Within.File).Report((red, _) => At(red, $"x")),
            "each" => WhenEach<Red>(red => red.Id).And<Green>((_, _) => false).Report((reds, _) => At(reds[0], $"x")),
            "index" => When<Red>()
                .With<Green>(red => red.Id, green => green.Id)
                .With<Green>(red => -red.Id, green => -green.Id)
                .With<Green>(Within.Lines(0))
                .Report(red => At(red, $"x")),
            "throws" => When<Red>(red => Throw()).Report(red => At(red, $"x")),
            "one key" => When<Red>().And<Green>(red => red.Value, green => green.Value).Report((red, _) => At(red, $"x")),
            _ => WhenEach<Red>(red => red.Value).And<Green>().Report((reds, _) => At(reds[0], $"x")),
        };

    private static bool Throw() => throw new FormatException("x");
}
