using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using static PostLint.Tests.Engine.TestRule;

namespace PostLint.Tests.Engine;

public sealed class JoinTests
{
    [Fact]
    public void Sentence_joins_within_a_sentence_only() => Joined(Within.Sentence, 12).Should().Equal(10, 11, 13, 14);

    [Fact]
    public void Block_joins_within_a_block_only() => Joined(Within.Block, 15).Should().Equal(10, 11, 12, 13, 14, 16, 17, 18, 19);

    [Fact]
    public void Lines_join_above_and_below_in_order() => Joined(Within.Lines(1), 12).Should().Equal(9, 10, 11, 13, 14, 15, 16, 17);

    [Fact]
    public void No_lines_join_the_same_line() => Joined(Within.Lines(0), 12).Should().Equal(13, 14);

    [Fact]
    public void Lines_near_the_top_join_what_is_there() => Joined(Within.Lines(3), 0).Should().HaveCount(11);

    [Fact]
    public void File_joins_within_a_file_only() =>
        Pairs([new Red(1, 0, P(1)), new Green(1, 0, P(2)), new Green(2, 0, P(2, "b.md"))], Within.File).Should().Equal("11");

    [Fact]
    public void Lines_of_another_file_are_other_lines() =>
        Pairs([new Red(1, 0, P(1)), new Green(1, 0, P(2, "b.md"))], Within.Lines(5)).Should().BeEmpty();

    [Fact]
    public void A_place_without_the_unit_joins_with_nothing()
    {
        var nowhere = new Place("a.md");
        Fact[] facts = [new Red(1, 0, nowhere), new Green(1, 0, nowhere)];

        Pairs(facts, Within.Sentence).Should().BeEmpty();
        Pairs(facts, Within.Block).Should().BeEmpty();
        Pairs(facts, Within.Lines(2)).Should().BeEmpty();
    }

    [Fact]
    public void Radius_out_of_range_is_an_error()
    {
        FluentActions.Invoking(() => Within.Lines(-1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Within.Lines(1001)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Keys_of_zero_and_of_empty_text_are_keys()
    {
        Fact[] facts = [new Red(1, 0, P(1)), new Green(1, 0, P(2))];

        Keyed(facts, red => red.Value, green => green.Value).Should().Equal("11");
        Keyed(facts, red => "", green => "").Should().Equal("11");
    }

    [Fact]
    public void No_key_joins_with_nothing_not_even_itself()
    {
        Fact[] facts = [new Red(1, 0, P(1)), new Green(1, 0, P(2))];

        Keyed(facts, red => Key.None, green => Key.None).Should().BeEmpty();
        Keyed(facts, red => Key.None, green => 0).Should().BeEmpty();
        Keyed(facts, red => 0, green => Key.None).Should().BeEmpty();
        Keyed(facts, red => (string?)null, green => (string?)null).Should().BeEmpty();
        Keyed(facts, red => (null, 1), green => (null, 1)).Should().BeEmpty();
        Keyed(facts, red => default(Sensitive), green => default(Sensitive)).Should().BeEmpty();
    }

    [Fact]
    public void Keys_are_equal_by_text_and_number()
    {
        Key text = "a",
            marked = new Sensitive("a"),
            neutral = new Neutral("a"),
            both = ("a", 1),
            number = 1;

        marked.Should().Be(text);
        neutral.Should().Be(text);
        both.Should().NotBe(text).And.NotBe(number);
        ((Key)("a", 1)).Should().Be(both);
        ((Key)"A").Should().NotBe(text);
        ((Key)0).Should().NotBe(Key.None);
    }

    [Fact]
    public void A_key_prints_nothing_that_identifies() => ((Key)new Sensitive("Ada Example")).ToString().Should().NotContain("Ada");

    private static IEnumerable<int> Joined(Within within, int at)
    {
        IEnumerable<Fact> greens = Enumerable.Range(0, 60).Where(start => start != at).Select(start => new Green(start, 0, P(start)));
        Pattern pattern = When<Red>().Gather<Green>(within).Report((red, found) => At(red, $"{Message(found)}"));
        return Messages(Run([new Red(0, 0, P(at)), .. greens], pattern)).Single().Split(' ').Select(int.Parse);
    }

    private static Neutral Message(Group<Green> greens) => new(string.Join(" ", greens.Select(green => green.Id)));

    private static IEnumerable<string> Pairs(Fact[] facts, Within within) =>
        Messages(Run(facts, When<Red>().And<Green>(within).Report((red, green) => At(red, $"{red.Id}{green.Id}"))));

    private static IEnumerable<string> Keyed(Fact[] facts, Func<Red, Key> left, Func<Green, Key> right) =>
        Messages(Run(facts, When<Red>().And(left, right).Report((red, green) => At(red, $"{red.Id}{green.Id}"))));
}
