using PostLint.Engine;
using static PostLint.Tests.Engine.TestRule;

namespace PostLint.Tests.Engine;

public sealed class RuleSetTests
{
    private static readonly Pattern s_report = When<Red>().Report(red => At(red, $"x"));

    [Fact]
    public void Cards_are_in_the_order_of_ids() =>
        new RuleSet([new TestRule("b/x", s_report), new TestRule("a/y", s_report), new TestRule("a/x", s_report)])
            .Rules.Select(card => card.Id)
            .Should()
            .Equal("a/x", "a/y", "b/x");

    [Fact]
    public void Pattern_is_read_once()
    {
        var rule = new TestRule("test/rule", s_report);

        var matcher = new Matcher(new([rule]));
        matcher.Run([new Red(1, 1, P(1))]);
        matcher.Run([new Red(1, 1, P(1))]);

        rule.PatternReads.Should().Be(1);
    }

    [Fact]
    public void No_rule_is_an_error() =>
        FluentActions.Invoking(() => new RuleSet([])).Should().Throw<ArgumentException>().WithMessage("*no rules*");

    [Fact]
    public void Twice_the_same_id_is_an_error() =>
        FluentActions
            .Invoking(() => new RuleSet([new TestRule("a/b", s_report), new TestRule("a/c", s_report), new TestRule("a/b", s_report)]))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("*a/b*");

    [Fact]
    public void A_kind_of_fact_that_is_not_sealed_is_an_error()
    {
        Pattern[] patterns =
        [
            When<Unsealed>().Report(fact => At(fact, $"x")),
            When<Red>().Unless<Unsealed>().Report(fact => At(fact, $"x")),
            When<Red>().Conclude(Unsealed? (_) => null),
        ];
        foreach (Pattern pattern in patterns)
            FluentActions.Invoking(() => Set(pattern)).Should().Throw<ArgumentException>().WithMessage("*test/rule-0*Unsealed*sealed*");
    }

    [Fact]
    public void A_rule_that_needs_what_it_concludes_is_an_error() =>
        FluentActions
            .Invoking(() => Set(When<Sum>().Conclude(sum => new Sum(sum.Value + 1, sum.Place))))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("*test/rule-0*Sum*");

    [Fact]
    public void Rules_that_need_each_other_are_named()
    {
        Pattern first = When<Red>().Unless<Seen>().Conclude(red => new Sum(1, red.Place));
        Pattern second = When<Sum>().Conclude(sum => new Seen(1, sum.Place));

        FluentActions
            .Invoking(() => Set(first, second, s_report))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage(
                "*test/rule-0 says Unless<Seen>, which test/rule-1 concludes*test/rule-1 says And<Sum>, which test/rule-0 concludes*"
            )
            .Which.Message.Should()
            .NotContain("test/rule-2");
    }

    [Fact]
    public void A_rule_that_only_leads_to_a_cycle_is_not_blamed()
    {
        Pattern outside = When<Seen>().Report(seen => At(seen, $"x"));
        Pattern first = When<Seen>().Conclude(seen => new Sum(1, seen.Place));
        Pattern second = When<Sum>().Conclude(sum => new Seen(1, sum.Place));

        FluentActions
            .Invoking(() => Set(outside, first, second))
            .Should()
            .Throw<ArgumentException>()
            .Which.Message.Should()
            .NotContain("test/rule-0");
    }

    [Fact]
    public void Rules_run_after_all_that_conclude_what_they_need_whatever_their_ids()
    {
        Pattern last = When<Red>().Unless<Seen>((red, seen) => red.Value == seen.Value).Report(red => At(red, $"{red.Value}"));
        Pattern middle = When<Sum>().Conclude(sum => new Seen(sum.Value, sum.Place));
        Pattern first = When<Red>(red => red.Value > 1).Conclude(red => new Sum(red.Value, red.Place));

        Messages(Run([new Red(1, 1, P(1)), new Red(2, 2, P(2))], last, middle, first)).Should().Equal("1");
    }

    [Fact]
    public void Two_rules_that_conclude_the_same_kind_both_come_first() =>
        Messages(
                Run(
                    [new Red(1, 1, P(9)), new Green(1, 2, P(3))],
                    WhenEach<Sum>(sum => "all").Report(sums => At(sums[0], $"{sums[0].Value}{sums[1].Value}")),
                    When<Red>().Conclude(red => new Sum(red.Value, red.Place)),
                    When<Green>().Conclude(green => new Sum(green.Value, green.Place))
                )
            )
            .Should()
            .Equal("21");
}
