using NRules.Fluent.Dsl;
using NRules.RuleModel;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.NRules;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Syntax;
using PostLint.Tests.Engine;
using PostLint.Text;
using static PostLint.Tests.Engine.TestRule;
using Rule = PostLint.Engine.Rule;
using RuleSet = PostLint.Engine.RuleSet;

namespace PostLint.Tests.NRules;

/// <summary>Rules in NRules' language: found, with evidence, beside the others; what they throw or spend is their own.</summary>
public sealed class FluentRuleTests
{
    [Fact]
    public void What_matched_is_the_evidence_and_conclusions_are_matched_like_facts()
    {
        RuleSet rules = new([new TestRule("test/sum", When<Red>().Conclude(red => new Sum(red.Value, red.Place)))]);
        Evidence[] known = Known(rules, [new Red(1, 5, P(10)), new Green(1, 1, P(11)), new Green(2, 1, P(20))]);

        RunResult result = new FluentEngine(new SumWithGreens()).Run(known);

        Finding finding = result.Findings.Should().ContainSingle().Subject;
        finding.Message.Reveal().Should().Be("5 with 2");
        Premises(finding.Derivations[0]).Should().Be("sum5 g1 g2");
        finding.Derivations[0].Premises[0].Derivations.Should().ContainSingle().Which.Rule.Id.Should().Be("test/sum");
    }

    [Fact]
    public void A_condition_that_throws_is_a_fault_of_its_rule()
    {
        RunResult result = new FluentEngine(new Throwing()).Run(Given([new Red(1, 0, P(1)), new Red(2, 2, P(2))]));

        result.Faults.Should().ContainSingle().Which.Rule.Id.Should().Be("test/throwing");
        result.Findings.Should().ContainSingle();
    }

    [Fact]
    public void A_rule_that_tries_every_pair_is_stopped()
    {
        IEnumerable<Fact> facts = Enumerable.Range(0, 2_100).SelectMany(i => (Fact[])[new Red(i, i, P(i)), new Green(i, -1, P(i))]);

        RunResult result = new FluentEngine(new EveryPair()).Run(Given([.. facts]));

        result.Stops.Should().ContainSingle().Which.Rule.Id.Should().Be("test/every-pair");
        result.Faults.Should().BeEmpty();
    }

    [Fact]
    public void A_run_that_is_cancelled_throws() =>
        FluentActions
            .Invoking(() => new FluentEngine(new EveryPair()).Run(Given([new Red(1, 1, P(1))]), new CancellationToken(true)))
            .Should()
            .Throw<OperationCanceledException>();

    [Theory]
    [InlineData("matcher")]
    [InlineData("nrules")]
    public void They_run_beside_the_others_under_profiles_and_suppressions(string engine)
    {
        var pack = new Pack("test", [new ExternalRule(new LoudHeading()), new SameHeading()], [new HeadingExtractor()], new());
        Submission post = Post("# Loud\n\nText.\n\n<!-- postlint-disable-next-block test/loud-heading -- it is a name -->\n\n# Loud\n");
        var options = new LintOptions { Engine = rules => engine is "nrules" ? new ReteEngine(rules) : new Matcher(rules) };

        SubmissionResult result = new Linter(pack, Profile([]), options).Lint(post);
        SubmissionResult off = new Linter(pack, Profile(["test/loud-heading"]), options).Lint(post);

        result
            .Findings.Where(finding => finding.Rule.Family == "test")
            .Select(finding => $"{finding.Rule.Name} {finding.Place.Line} {finding.Suppression is not null}")
            .Should()
            .Equal("loud-heading 1 False", "same-heading 1 False", "loud-heading 7 True", "same-heading 7 False");
        off.Findings.Should().NotContain(finding => finding.Rule.Name == "loud-heading");
    }

    [Fact]
    public void Why_not_names_the_condition_that_never_holds()
    {
        var engine = new FluentEngine(new SumWithGreens());
        Evidence[] known = Given([new Sum(-1, P(3)), new Green(1, 1, P(3))]);

        engine
            .WhyNot(known, fact => fact is Sum)
            .Should()
            .ContainSingle()
            .Which.Should()
            .Contain("the first never holds")
            .And.Contain("Value > 0");
        engine.WhyNot(known, fact => fact is Red).Should().ContainSingle().Which.Should().Contain("it asks for Green, Sum");
    }

    private static Evidence[] Given(Fact[] facts) => [.. facts.Select(fact => new Evidence(fact, []))];

    private static Evidence[] Known(RuleSet rules, Fact[] facts) => [.. Given(facts), .. new Matcher(rules).Run(facts).Concluded];

    private static Submission Post(string text) => new("post", [new("post.md", FileRole.Post, new SourceText("post.md", text), [])], []);

    private static Profile Profile(IEnumerable<string> off) =>
        new("test", "", off.ToDictionary(id => id, _ => new RuleSetting { IsOff = true }));

    private static RuleDescriptor Card(string id) =>
        new(id)
        {
            Summary = "A",
            Why = "A.",
            Fix = "A.",
            Severity = Severity.Warning,
        };

    private sealed class SumWithGreens : FluentRule
    {
        public override RuleDescriptor Descriptor { get; } = Card("test/sum-with-greens");

        public override void Define()
        {
            Sum sum = null!;
            IEnumerable<Green> greens = null!;
            When()
                .Match(() => sum, one => one.Value > 0)
                .Query(() => greens, query => query.Match<Green>().Collect().Where(all => all.Any()));
            Then().Do(context => Say(context, sum, greens));
        }

        private static void Say(IContext context, Sum sum, IEnumerable<Green> greens) =>
            Report(context, sum, $"{sum.Value} with {greens.Count()}");
    }

    private sealed class Throwing : FluentRule
    {
        public override RuleDescriptor Descriptor { get; } = Card("test/throwing");

        public override void Define()
        {
            Red red = null!;
            When().Match(() => red, one => 4 / one.Value > 0);
            Then().Do(context => Say(context, red));
        }

        private static void Say(IContext context, Red red) => Report(context, red, $"{red.Id}");
    }

    private sealed class EveryPair : FluentRule
    {
        public override RuleDescriptor Descriptor { get; } = Card("test/every-pair");

        public override void Define()
        {
            Red red = null!;
            Green green = null!;
            When().Match(() => red).Match(() => green, other => other.Value == red.Value);
            Then().Do(context => Say(context, red));
        }

        private static void Say(IContext context, Red red) => Report(context, red, $"{red.Id}");
    }

    private sealed class LoudHeading : FluentRule
    {
        public override RuleDescriptor Descriptor { get; } = Card("test/loud-heading");

        public override void Define()
        {
            Heading heading = null!;
            When().Match(() => heading);
            Then().Do(context => Say(context, heading));
        }

        private static void Say(IContext context, Heading heading) => Report(context, heading, $"“{heading.Text}”");
    }

    private sealed class SameHeading : Rule
    {
        public override RuleDescriptor Descriptor { get; } = Card("test/same-heading");

        public override Pattern Pattern => When<Heading>().Report(heading => At(heading, $"“{heading.Text}”"));
    }
}
