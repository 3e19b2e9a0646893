using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules;

namespace PostLint.Tests.Facts;

public sealed class AccountClueTests
{
    private const string Link = "https://github.com/maraquill/warm-trees";

    [Theory]
    [InlineData($"my [plots]({Link})", "my-before")]
    [InlineData($"[my plots]({Link})", "my-label")]
    [InlineData($"[plots]({Link}) of mine", "my-after")]
    [InlineData($"My hope is that people who read this find the [plots]({Link})", "my-sentence")]
    [InlineData($"The plots are available at {Link}", "available-before")]
    [InlineData($"I wrote [a tree]({Link})", "making-before")]
    [InlineData($"[a tree]({Link}) by Quill", "by-name-after")]
    [InlineData($"Quill's [tree]({Link})", "possessive-before")]
    [InlineData($"Quill’s [tree]({Link})", "possessive-before")]
    [InlineData($"Quill grew [a tree]({Link})", "resembles-name")]
    [InlineData($"Mara Quill grew [a tree]({Link})", "resembles-name")]
    [InlineData($"[warm-trees]({Link})", "label-is-project")]
    [InlineData($"[Warm Trees in C]({Link})", "label-has-project")]
    [InlineData($"[@maraquill]({Link})", "label-handle")]
    [InlineData($"[see]({Link}/pull/3)", "deep-pull")]
    [InlineData($"[see]({Link}/blob/main/a.py)", "deep-blob")]
    [InlineData("[see](https://github.com/warmtrees/warm-trees)", "project-is-account")]
    [InlineData($"## Code\n\n- [trees]({Link})", "code-before")]
    public void What_stands_at_a_mention_is_a_clue(string text, string clue) => CluesOf(text).Should().Contain(clue);

    [Theory]
    [InlineData($"[plots]({Link}). My hope is that people read on.", "my-after")]
    [InlineData($"[a tree]({Link}) in Quillon", "resembles-name")]
    [InlineData($"[see]({Link}/pullover)", "deep-pull")]
    [InlineData("[my tree](https://example.org/warm-trees)", "my-label")]
    public void What_stands_elsewhere_is_none(string text, string clue) => CluesOf(text).Should().NotContain(clue);

    [Fact]
    public void A_title_shares_words_with_a_project() =>
        CluesOf($"---\ntitle: Why warm trees grow\n---\n\n[see]({Link})").Should().Contain("project-shares-two-title-words");

    [Fact]
    public void A_sentence_that_nobody_reads_as_one_gives_no_words()
    {
        string text = $"{string.Concat(Enumerable.Repeat("grow ", 350))} my [plots]({Link})";

        CluesOf(text).Should().Contain("kind-code").And.NotContain("my-before");
    }

    [Fact]
    public void The_table_of_weights_can_be_read_and_its_thresholds_rise()
    {
        WeightTable table = WeightTable.Read("weights-account.txt", Resource.Read("weights-account.txt"));

        table.Prior.Should().BeNegative();
        table.ThresholdOf(PostLint.Rules.Severity.Note).Should().BeLessThan(table.ThresholdOf(PostLint.Rules.Severity.Warning)!.Value);
        table.Weights.Should().Contain(weight => weight.QuarterBits > 0).And.Contain(weight => weight.QuarterBits < 0);
    }

    private static IEnumerable<string> CluesOf(string text) => Given.Facts<AccountClue>(text).Select(clue => clue.Clue);
}
