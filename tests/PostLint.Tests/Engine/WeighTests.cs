using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules;
using static PostLint.Tests.Engine.TestRule;

namespace PostLint.Tests.Engine;

public sealed class WeighTests
{
    private const string List = """
        # a made-up hypothesis
        hypothesis = red is warm
        prior = -8
        note = 0
        warning = 8
        error = none
        c1 | 12 | 100 | made up | the first clue
        c2 | -4 |  50 | made up | the second clue    # a remark
        c3 |  8 |  20 | made up | the third clue
        c4 |  0 |   3 | made up | a clue that says nothing
        """;

    private static readonly WeightTable s_table = WeightTable.Read("warm.txt", List);

    [Fact]
    public void Each_clue_counts_once_however_many_facts_show_it()
    {
        Fact[] facts =
        [
            new Red(1, 0, P(10)),
            new Green(1, 1, P(11)),
            new Green(2, 1, P(12)),
            new Green(3, 2, P(13)),
            new Green(4, 9, P(14)),
        ];

        WeightOfEvidence weight = Weighed(facts).Single().Weight!;

        weight.Sum.Should().Be(-8 + 12 - 4);
        weight.Chance.Should().Be(0.5);
        weight.Severity.Should().Be(Severity.Note);
        weight.Clues.Select(clue => (clue.Weight.Clue, ((Green)clue.Fact).Id)).Should().Equal(("c1", 1), ("c2", 3));
    }

    [Fact]
    public void All_weighed_facts_are_evidence()
    {
        Fact[] facts =
        [
            new Red(1, 0, P(10)),
            new Green(1, 1, P(11)),
            new Green(2, 4, P(12)),
            new Green(3, 9, P(13)),
            new Green(4, 1, P(30)),
        ];

        Weighed(facts).Select(finding => Premises(finding.Derivations.Single())).Should().Equal("r1 g1 g2 g3");
    }

    [Fact]
    public void Without_a_clue_the_prior_speaks()
    {
        WeightOfEvidence weight = Weighed(new Red(1, 0, P(10))).Single().Weight!;

        (weight.Sum, weight.Severity, weight.Count).Should().Be((-8, null, 0));
        weight.Chance.Should().BeApproximately(0.2, 1e-9, "−2 bits are odds of one to four");
    }

    [Fact]
    public void The_sum_decides_the_severity_up_to_that_of_the_rule()
    {
        WeightTable loud = WeightTable.Read("warm.txt", List.Replace("error = none", "error = 12"));
        Fact[] facts =
        [
            new Red(1, 0, P(10)),
            new Green(1, 1, P(11)),
            new Green(2, 3, P(12)),
            new Red(2, 0, P(20)),
            new Green(3, 3, P(21)),
            new Red(3, 0, P(40)),
        ];

        Weighed(facts).Select(finding => finding.Severity).Should().Equal(Severity.Warning, Severity.Note, Severity.Note);
        Run(facts, Weighing(loud)).Findings[0].Weight!.Severity.Should().Be(Severity.Error);
        Run(facts, Weighing(loud)).Findings[0].Severity.Should().Be(Severity.Warning, "the card says so");
    }

    [Fact]
    public void Of_reports_with_one_cause_the_heaviest_weight_is_kept()
    {
        Fact[] facts = [new Red(1, 0, P(10)), new Green(1, 3, P(11)), new Red(2, 0, P(20)), new Green(2, 1, P(21)), new Green(3, 3, P(22))];
        Pattern pattern = When<Red>()
            .Weigh<Green>(() => s_table, Within.Block)
            .Report((red, weight) => At(red, $"x", "one") with { Weight = weight });

        Finding finding = Run(facts, pattern).Findings.Single();

        (finding.Place, finding.Weight!.Sum, finding.Severity).Should().Be((P(10), 12, Severity.Warning));
    }

    [Fact]
    public void Further_clues_of_the_same_hypothesis_join()
    {
        WeightOfEvidence weight = Weighed(new Red(1, 0, P(10)), new Green(1, 1, P(11))).Single().Weight!;

        weight.With([new Green(2, 3, P(90)), new Green(3, 1, P(91))]).Sum.Should().Be(-8 + 12 + 8);
    }

    [Fact]
    public void The_heaviest_five_each_way_are_shown()
    {
        WeightTable table = WeightTable.Read(
            "many.txt",
            (
                $"hypothesis = h\nprior = 0\nnote = 0\nwarning = none\nerror = "
                + $"none\n{string.Join('\n', Enumerable.Range(-6, 13).Select(n => $"c{n + 6} | {n} | 1 | made up | w"))}"
            )
        );
        Fact[] facts = [new Red(1, 0, P(10)), .. Enumerable.Range(0, 13).Select(n => new Green(n, n, P(10)))];

        WeightOfEvidence weight = Run(facts, Weighing(table)).Findings.Single().Weight!;

        weight.Heaviest(isFor: true).Select(clue => clue.Weight.QuarterBits).Should().Equal(6, 5, 4, 3, 2);
        weight.Heaviest(isFor: false).Select(clue => clue.Weight.QuarterBits).Should().Equal(-6, -5, -4, -3, -2);
    }

    [Theory]
    [InlineData("c1 | 12 | 100 | made up", "warm.txt:7*")]
    [InlineData("c1 | twelve | 100 | made up | x", "warm.txt:7*")]
    [InlineData("c3 | 1 | 1 | made up | x", "warm.txt: the clue c3 has two weights")]
    public void A_line_that_cannot_be_read_is_named(string line, string message) =>
        FluentActions
            .Invoking(() => WeightTable.Read("warm.txt", List.Replace("c1 | 12 | 100 | made up | the first clue", line)))
            .Should()
            .Throw<FormatException>()
            .WithMessage(message);

    [Theory]
    [InlineData("prior = -8", "", "warm.txt: “prior = …” is missing")]
    [InlineData("note = 0", "note = low", "warm.txt: note is a number of quarter bits or none, not low")]
    public void A_setting_that_cannot_be_read_is_named(string line, string instead, string message) =>
        FluentActions
            .Invoking(() => WeightTable.Read("warm.txt", List.Replace(line, instead)))
            .Should()
            .Throw<FormatException>()
            .WithMessage(message);

    private static IReadOnlyList<Finding> Weighed(params Fact[] facts) => Run(facts, Weighing(s_table)).Findings;

    private static Pattern Weighing(WeightTable table) =>
        When<Red>().Weigh<Green>(() => table, Within.Block).Report((red, weight) => At(red, $"{weight.Sum}") with { Weight = weight });
}
