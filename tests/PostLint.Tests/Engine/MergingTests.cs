using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using static PostLint.Tests.Engine.TestRule;

namespace PostLint.Tests.Engine;

public sealed class MergingTests
{
    private static readonly Fact[] s_reds = [new Red(1, 7, P(10)), new Red(2, 7, P(20)), new Red(3, 8, P(30)), new Red(4, 7, P(5, "b.md"))];

    [Fact]
    public void Equal_reports_are_one_finding_with_all_derivations()
    {
        Fact[] facts = [new Red(1, 1, P(10)), new Green(1, 1, P(11)), new Green(2, 1, P(12))];

        Finding finding = Run(facts, When<Red>().And<Green>().Report((red, _) => At(red, $"same"))).Findings.Single();

        finding.Derivations.Select(Premises).Should().Equal("r1 g1", "r1 g2");
        finding.OtherPlaces.Should().BeEmpty();
    }

    [Fact]
    public void Reports_without_a_cause_stay_apart_by_place_and_by_message()
    {
        Run(s_reds, When<Red>().Report(red => At(red, $"same"))).Findings.Should().HaveCount(4);
        Run(s_reds, When<Red>().Report(red => At(P(1), $"{red.Value}"))).Findings.Should().HaveCount(2);
    }

    [Fact]
    public void Messages_that_differ_in_marks_stay_apart() =>
        Run(s_reds, When<Red>(red => red.Id < 3).Report(red => red.Id == 1 ? At(P(1), $"Ada") : At(P(1), $"{new Sensitive("Ada")}")))
            .Findings.Should()
            .HaveCount(2);

    [Fact]
    public void One_cause_in_one_file_is_one_finding()
    {
        IReadOnlyList<Finding> findings = Run(s_reds, When<Red>().Report(red => At(red, $"{red.Id}", $"value {red.Value}"))).Findings;

        findings.Select(finding => finding.Message.Reveal()).Should().Equal("1", "3", "4");
        findings[0].Place.Should().Be(P(10));
        findings[0].OtherPlaces.Should().Equal(P(20));
        findings[0].Derivations.Select(Premises).Should().Equal("r1", "r2");
        findings[1].OtherPlaces.Should().BeEmpty();
        findings[2].Place.File.Should().Be("b.md");
    }

    [Fact]
    public void Other_places_are_distinct_and_in_order_whatever_order_reports_come_in()
    {
        Fact[] facts = [.. new[] { 30, 10, 20, 10, 30 }.Select((start, i) => new Red(i, 0, P(100 + i))), .. s_reds];
        int[] starts = [30, 10, 20, 10, 30];

        Finding finding = Run(facts, When<Red>(red => red.Value == 0).Report(red => At(P(starts[red.Id]), $"{red.Id}", "one")))
            .Findings.Single();

        finding.Place.Should().Be(P(10));
        finding.Message.Reveal().Should().Be("1");
        finding.OtherPlaces.Should().Equal(P(20), P(30));
        finding.Derivations.Should().HaveCount(5);
    }

    [Fact]
    public void One_cause_of_two_rules_is_two_findings() =>
        Run([s_reds[0]], When<Red>().Report(red => At(red, $"a", "one")), When<Red>().Report(red => At(red, $"a", "one")))
            .Findings.Select(finding => finding.Rule.Id)
            .Should()
            .Equal("test/rule-0", "test/rule-1");

    [Fact]
    public void Findings_are_sorted_by_place_then_rule()
    {
        Pattern late = When<Red>().Report(red => At(red, $"x")),
            early = When<Red>().Report(red => At(red, $"y"));
        var rules = new RuleSet([new TestRule("b/late", late), new TestRule("a/early", early)]);

        new Matcher(rules)
            .Run(s_reds.Reverse())
            .Findings.Select(finding => (finding.Place, finding.Rule.Name))
            .Should()
            .Equal(s_reds.SelectMany(red => new[] { (red.Place, "early"), (red.Place, "late") }));
    }

    [Fact]
    public void Equal_conclusions_are_one_fact_with_all_derivations()
    {
        IReadOnlyList<Finding> findings = Run(
            s_reds,
            When<Red>().Conclude(red => new Sum(red.Value, P(0))),
            When<Red>(red => red.Id == 3).Conclude(_ => new Sum(7, P(0))),
            When<Sum>().Report(sum => At(sum, $"{sum.Value}"))
        ).Findings;

        findings.Select(finding => finding.Message.Reveal()).Should().Equal("7", "8");
        Evidence evidence = findings[0].Derivations.Single().Premises.Single();
        evidence.Derivations.Select(Premises).Should().Equal("r1", "r2", "r4", "r3");
        evidence.Derivations.Select(derivation => derivation.Rule.Name).Should().Equal("rule-0", "rule-0", "rule-0", "rule-1");
    }

    [Fact]
    public void Evidence_follows_the_pattern_with_witnesses_and_groups_in_their_places()
    {
        Fact[] facts = [new Red(1, 1, P(10)), new Green(1, 1, P(11)), new Green(2, 1, P(12)), new Blue(1, 1, P(13)), new Blue(2, 1, P(14))];

        Finding finding = Run(
            facts,
            When<Red>()
                .With<Blue>((_, blue) => blue.Id == 2)
                .Unless<Blue>((_, blue) => blue.Id == 3)
                .Gather<Green>()
                .Where((_, greens) => greens.Count > 0)
                .And<Blue>((_, _, blue) => blue.Id == 1)
                .Report((red, _, _) => At(red, $"x"))
        )
            .Findings.Single();

        Premises(finding.Derivations.Single()).Should().Be("r1 b2 g1 g2 b1");
        finding.Derivations.Single().Premises.Should().OnlyContain(premise => premise.Derivations.Count == 0);
    }

    [Fact]
    public void Evidence_unfolds_down_to_what_was_given()
    {
        Finding finding = Run(
            [s_reds[0]],
            When<Red>().Conclude(red => new Sum(red.Value, red.Place)),
            When<Sum>().Conclude(sum => new Seen(sum.Value, sum.Place)),
            When<Seen>().Report(seen => At(seen, $"x"))
        )
            .Findings.Single();

        Derivation seen = finding.Derivations.Single(),
            sum = seen.Premises.Single().Derivations.Single(),
            red = sum.Premises.Single().Derivations.Single();

        new[] { seen, sum, red }.Select(Premises).Should().Equal("seen7", "sum7", "r1");
    }
}
