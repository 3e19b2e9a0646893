using PostLint.Engine;
using PostLint.Facts;
using static PostLint.Tests.Engine.TestRule;

namespace PostLint.Tests.Engine;

public sealed class ClauseTests
{
    private static readonly Fact[] s_facts =
    [
        new Red(1, 1, P(10)),
        new Red(2, 2, P(11)),
        new Red(3, 3, P(30)),
        new Green(1, 2, P(12)),
        new Green(2, 1, P(13)),
        new Green(3, 9, P(50)),
        new Blue(1, 3, P(14)),
        new Blue(2, 3, P(31)),
    ];

    [Fact]
    public void When_matches_each_fact_of_its_kind() =>
        Found(When<Red>().Report(red => At(red, $"{red.Id}"))).Should().Equal("1", "2", "3");

    [Fact]
    public void When_with_a_test_matches_those_that_pass() =>
        Found(When<Red>(red => red.Value > 1).Report(red => At(red, $"{red.Id}"))).Should().Equal("2", "3");

    [Fact]
    public void And_matches_every_pair() =>
        Found(When<Red>(red => red.Id < 3).And<Green>().Report((red, green) => At(red, $"{red.Id}{green.Id}")))
            .Should()
            .Equal("11", "12", "13", "21", "22", "23");

    [Fact]
    public void And_never_binds_a_fact_twice() =>
        Found(When<Red>().And<Red>().And<Red>().Report((a, b, c) => At(a, $"{a.Id}{b.Id}{c.Id}")))
            .Should()
            .Equal("123", "132", "213", "231", "312", "321");

    [Fact]
    public void Unless_drops_a_match_that_meets_such_a_fact() =>
        Found(When<Red>().Unless<Green>((red, green) => red.Value == green.Value).Report(red => At(red, $"{red.Id}"))).Should().Equal("3");

    [Fact]
    public void Unless_the_same_kind_asks_for_another_fact() =>
        Found(When<Red>().Unless<Red>(Within.Block).Report(red => At(red, $"{red.Id}"))).Should().Equal("3");

    [Fact]
    public void With_matches_once_however_many_there_are()
    {
        RunResult result = Run(s_facts, When<Red>().With<Green>(Within.Block).Report(red => At(red, $"{red.Id}")));

        Messages(result).Should().Equal("1", "2");
        result.Findings.Select(finding => Premises(finding.Derivations.Single())).Should().Equal("r1 g1", "r2 g1");
    }

    [Fact]
    public void Gather_takes_all_and_also_none() =>
        Found(When<Red>().Gather<Green>(Within.Block).Report((red, greens) => At(red, $"{red.Id}:{greens.Count}")))
            .Should()
            .Equal("1:2", "2:2", "3:0");

    [Fact]
    public void Gathered_facts_stand_in_the_order_of_their_places()
    {
        Fact[] facts = [new Red(1, 1, P(10)), new Green(1, 1, P(19)), new Green(2, 1, P(11)), new Green(3, 1, P(15))];

        Messages(Run(facts, When<Red>().Gather<Green>().Report((red, greens) => At(red, $"{greens[0].Id}{greens[1].Id}{greens[2].Id}"))))
            .Should()
            .Equal("231");
    }

    [Fact]
    public void WhenEach_matches_once_for_each_key_with_facts_that_pass() =>
        Found(WhenEach<Green>(green => green.Place.Block, green => green.Value < 9).Report(greens => At(greens[0], $"{greens.Count}")))
            .Should()
            .Equal("2");

    [Fact]
    public void WhenEach_leaves_out_facts_without_a_key() =>
        Found(WhenEach<Red>(red => red.Value == 2 ? Key.None : "same").Report(reds => At(reds[0], $"{reds.Count}"))).Should().Equal("2");

    [Fact]
    public void WhenEach_lies_where_its_first_fact_lies() =>
        Found(WhenEach<Red>(red => "all").And<Blue>(Within.Block).Report((reds, blue) => At(blue, $"{blue.Id}"))).Should().Equal("1");

    [Fact]
    public void Where_tests_what_is_bound_so_far() =>
        Found(
                When<Red>()
                    .And<Green>(Within.Block)
                    .Where((red, green) => red.Value == green.Value)
                    .Report((red, green) => At(red, $"{red.Id}{green.Id}"))
            )
            .Should()
            .Equal("12", "21");

    [Fact]
    public void Four_positions_reach_the_outcome_in_order() =>
        Found(
                When<Red>(red => red.Id == 1)
                    .And<Green>((red, green) => green.Id == 2)
                    .And<Blue>((red, green, blue) => blue.Id == 1)
                    .Gather<Red>((red, green, blue, other) => other.Value > blue.Value - 2)
                    .Where((red, green, blue, others) => others.Count == 2)
                    .With<Green>((red, green, blue, others, last) => last.Id == 3)
                    .Unless<Blue>((red, green, blue, others, last) => last.Value > 3)
                    .Report((red, green, blue, others) => At(red, $"{red.Id}{green.Id}{blue.Id}{others.Count}"))
            )
            .Should()
            .Equal("1212");

    [Fact]
    public void No_report_and_no_conclusion_is_nothing() =>
        Run(s_facts, When<Red>().Report(_ => null), When<Red>().Conclude(Sum? (_) => null), When<Sum>().Report(sum => At(sum, $"no")))
            .Findings.Should()
            .BeEmpty();

    [Fact]
    public void No_facts_give_nothing() => Run([], When<Red>().Unless<Green>().Report(red => At(red, $"no"))).Findings.Should().BeEmpty();

    [Fact]
    public void A_pattern_continued_twice_gives_two_patterns()
    {
        Pattern<Red> open = When<Red>(red => red.Id == 1);

        Found(open.And<Green>(Within.Block).Report((red, green) => At(red, $"a{green.Id}"))).Should().Equal("a1", "a2");
        Found(open.And<Blue>(Within.Block).Report((red, blue) => At(red, $"b{blue.Id}"))).Should().Equal("b1");
    }

    private static IEnumerable<string> Found(Pattern pattern) => Messages(Run(s_facts, pattern));
}
