using FluentAssertions;
using PostLint.Facts;
using PostLint.Rules;

namespace PostLint.Tests.Facts;

public sealed class TemplateLineTests
{
    private static readonly TemplateLines s_lines = new(() => Resource.Read("template-lines.txt"));

    [Theory]
    [InlineData("Authors who start from the made-up sample should take this paragraph out.")]
    [InlineData("  authors who start from the **made up** sample: should take this paragraph out")]
    public void A_line_is_known_whatever_its_blanks_case_and_marks(string line) => s_lines.Holds(line, TextContext.Prose).Should().BeTrue();

    [Theory]
    [InlineData("Authors who start from the made-up sample should take this line out.")]
    [InlineData("Here is an example:")]
    [InlineData("")]
    [InlineData("---------------------------------------------")]
    public void Other_lines_are_not(string line) => s_lines.Holds(line, TextContext.Prose).Should().BeFalse();

    [Fact]
    public void Dates_may_differ() => s_lines.Holds("2031-12-01-made-up-sample.bib", TextContext.FrontMatter).Should().BeTrue();

    [Fact]
    public void A_run_of_lines_is_one_fact() =>
        Given
            .Facts<TemplateText>(
                "Pictures belong in the folder that carries the name of your made-up post,\nand the made-up sample says so "
                    + "in two lines for good measure.\n"
            )
            .Should()
            .ContainSingle()
            .Which.Lines.Should()
            .Be(2);

    [Fact]
    public void The_list_is_sorted_and_holds_hashes_only()
    {
        string[] hashes =
        [
            .. Resource.Read("template-lines.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#'),
        ];
        hashes
            .Should()
            .BeInAscendingOrder(StringComparer.Ordinal)
            .And.OnlyHaveUniqueItems()
            .And.AllSatisfy(hash => hash.Should().MatchRegex("^[0-9a-f]{16}$"));
    }
}
