using PostLint.Engine;
using PostLint.Facts;
using static PostLint.Tests.Engine.TestRule;

namespace PostLint.Tests.Engine;

public sealed class FaultTests
{
    private static readonly Fact[] s_facts =
    [
        new Red(1, 1, P(10)),
        new Red(2, 2, P(20)),
        new Red(3, 3, P(30)),
        new Green(1, 1, P(11)),
        new Green(2, 2, P(21)),
        new Green(3, 3, P(31)),
    ];

    [Fact]
    public void A_rule_that_throws_does_not_end_the_run()
    {
        RunResult result = Run(
            s_facts,
            When<Red>(red => Throws(red.Id == 2)).Report(red => At(red, $"{red.Id}")),
            When<Green>().Report(green => At(green, $"g{green.Id}"))
        );

        Messages(result).Should().Equal("1", "g1", "g2", "3", "g3");
        Fault fault = result.Faults.Single();
        fault.Rule.Id.Should().Be("test/rule-0");
        fault.Exception.Should().BeOfType<FormatException>();
        fault.Count.Should().Be(1);
    }

    [Fact]
    public void All_a_rule_throws_is_one_fault_with_the_first_exception() =>
        Run(s_facts, When<Red>().Report(red => throw new FormatException($"{red.Id}")))
            .Faults.Should()
            .ContainSingle(fault => fault.Count == 3 && fault.Exception.Message == "1");

    [Fact]
    public void Throwing_clauses_drop_the_matches_they_throw_at()
    {
        Left(When<Red>().And<Green>(Within.Sentence, (red, _) => Throws(red.Id == 2)).Report((red, _) => At(red, $"{red.Id}")))
            .Should()
            .Equal("1", "3");
        Left(When<Red>().With<Green>(Within.Sentence, (red, _) => Throws(red.Id == 2)).Report(red => At(red, $"{red.Id}")))
            .Should()
            .Equal("1", "3");
        Left(When<Red>().Gather<Green>(Within.Sentence, (red, _) => Throws(red.Id == 2)).Report((red, _) => At(red, $"{red.Id}")))
            .Should()
            .Equal("1", "3");
        Left(When<Red>().Where(red => Throws(red.Id == 2)).Report(red => At(red, $"{red.Id}"))).Should().Equal("1", "3");
        Left(WhenEach<Red>(red => red.Id, red => Throws(red.Id == 2)).Report(reds => At(reds[0], $"{reds[0].Id}")))
            .Should()
            .Equal("1", "3");
    }

    [Fact]
    public void A_throwing_Unless_never_over_reports() =>
        Left(When<Red>().Unless<Green>(Within.Sentence, (red, _) => !Throws(red.Id == 2)).Report(red => At(red, $"{red.Id}")))
            .Should()
            .Equal("1", "3");

    [Fact]
    public void A_throwing_key_of_the_row_drops_the_row()
    {
        Left(When<Red>().And<Green>(red => Key(red.Id, 2), green => green.Id).Report((red, _) => At(red, $"{red.Id}")))
            .Should()
            .Equal("1", "3");
        Left(When<Red>().Unless<Green>(red => Key(red.Id, 2), green => -green.Id).Report(red => At(red, $"{red.Id}")))
            .Should()
            .Equal("1", "3");
    }

    [Fact]
    public void A_throwing_key_of_a_fact_leaves_that_fact_out_where_one_is_enough()
    {
        Left(When<Red>().And<Green>(red => red.Id, green => Key(green.Id, 2)).Report((red, _) => At(red, $"{red.Id}")))
            .Should()
            .Equal("1", "3");
        Left(When<Red>().With<Green>(red => red.Id, green => Key(green.Id, 2)).Report(red => At(red, $"{red.Id}")))
            .Should()
            .Equal("1", "3");
    }

    [Fact]
    public void A_throwing_key_of_a_fact_leaves_all_open_where_all_facts_count()
    {
        Left(When<Red>().Unless<Green>(red => -red.Id, green => Key(green.Id, 2)).Report(red => At(red, $"{red.Id}"))).Should().BeEmpty();
        Left(When<Red>().Gather<Green>(red => red.Id, green => Key(green.Id, 2)).Report((red, _) => At(red, $"{red.Id}")))
            .Should()
            .BeEmpty();
        Left(WhenEach<Red>(red => Key(red.Id, 2)).Report(reds => At(reds[0], $"{reds[0].Id}"))).Should().BeEmpty();
    }

    [Fact]
    public void A_key_that_threw_in_one_run_leaves_nothing_open_in_the_next()
    {
        var matcher = new Matcher(Set(WhenEach<Red>(red => Key(red.Id, 2)).Report(reds => At(reds[0], $"{reds[0].Id}"))));

        matcher.Run(s_facts).Findings.Should().BeEmpty();
        Messages(matcher.Run([s_facts[0]])).Should().Equal("1");
    }

    [Fact]
    public void A_conclusion_that_throws_concludes_nothing() =>
        Left(
                When<Red>().Conclude(red => Throws(red.Id == 2) ? new Sum(red.Id, red.Place) : null),
                When<Sum>().Report(sum => At(sum, $"{sum.Value}"))
            )
            .Should()
            .Equal("1", "3");

    [Fact]
    public void A_rule_that_cancels_itself_has_a_fault() =>
        Run(s_facts, When<Red>(_ => throw new OperationCanceledException()).Report(red => At(red, $"x")))
            .Faults.Should()
            .ContainSingle(fault => fault.Count == 3);

    [Fact]
    public void Faults_are_in_the_order_the_rules_ran_and_gone_at_the_next_run()
    {
        var matcher = new Matcher(
            Set(
                When<Sum>(_ => Throws(true)).Report(sum => At(sum, $"x")),
                When<Red>(red => Throws(red.Id == 9)).Conclude(red => new Sum(1, red.Place))
            )
        );

        matcher.Run([.. s_facts, new Red(9, 9, P(90))]).Faults.Select(fault => fault.Rule.Name).Should().Equal("rule-1", "rule-0");
        matcher.Run([]).Faults.Should().BeEmpty();
    }

    private static IEnumerable<string> Left(params Pattern[] patterns)
    {
        RunResult result = Run(s_facts, patterns);
        result.Faults.Should().ContainSingle().Which.Count.Should().Be(1);
        return Messages(result);
    }

    /// <summary>True, or it throws.</summary>
    private static bool Throws(bool now) => now ? throw new FormatException("now") : true;

    private static Key Key(int id, int throwsAt) => id == throwsAt ? throw new FormatException("key") : id;
}
