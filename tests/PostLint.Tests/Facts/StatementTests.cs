using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules;

namespace PostLint.Tests.Facts;

public sealed class StatementTests
{
    private const string Telling = "Without the patience of two friends who read every draft, this post would not exist.";

    [Fact]
    public void A_sentence_that_thanks_is_told_with_the_words_that_tell_it()
    {
        IReadOnlyList<Fact> facts = Given.Facts<Fact>($"The loss falls. {Telling} It rises again.");

        Statement statement = facts.OfType<Statement>().Should().ContainSingle(one => one.Kind == "thanks").Subject;
        statement.Place.Start.Should().Be("The loss falls. ".Length);
        facts.OfType<StatementClue>().Should().Contain(clue => clue.Kind == "thanks" && clue.Clue == "friends");
    }

    [Theory]
    [InlineData("> {0}")]
    [InlineData("“{0}”")]
    [InlineData("```\n{0}\n```")]
    public void What_is_quoted_or_computed_tells_nothing(string around) =>
        Given.Facts<Statement>(string.Format(null, around, Telling)).Should().BeEmpty();

    [Fact]
    public void A_link_behind_the_last_word_belongs_to_the_sentence() =>
        Given
            .Facts<Statement>(
                "The scripts behind every plot of this article, with instructions to rerun them: "
                    + "https://github.com/maraquill/warm-gradients"
            )
            .Should()
            .Contain(one => one.Kind == "material" && one.HasAccount);

    [Fact]
    public void Names_weigh_nothing()
    {
        int Sum(string name) =>
            Given
                .Facts<StatementClue>($"Back when I was a student in {name}, my desk neighbour kept asking this.")
                .Count(clue => clue.Kind == "person");

        Sum("Tartu").Should().Be(Sum("Quillon")).And.BePositive();
    }

    [Theory]
    [InlineData("work")]
    [InlineData("material")]
    [InlineData("person")]
    [InlineData("thanks")]
    [InlineData("review")]
    public void Each_table_can_be_read_and_its_thresholds_rise(string kind)
    {
        WeightTable table = StatementWeights.Of(kind);

        table.Prior.Should().BeNegative();
        table.ThresholdOf(Severity.Note).Should().BeLessThan(table.ThresholdOf(Severity.Warning)!.Value);
        table.ThresholdOf(Severity.Error).Should().BeNull();
    }

    [Fact]
    public void Each_clue_of_the_table_is_found_by_its_name()
    {
        StatementTable table = StatementWeights.Table.Value;

        table.Count.Should().BePositive();
        Enumerable.Range(0, table.Count).Should().OnlyContain(clue => table.IndexOf(table.NameOf(clue)) == clue);
        table.IndexOf("quillon").Should().Be(-1);
    }
}
