using System.Text;
using PostLint.Reporting;

namespace PostLint.Tests.Reporting;

public sealed class SortedWordsTests
{
    private static readonly string[] s_words = ["a", "ab", "abacus", "b", "hölder", "zebra", "zoo"];

    [Fact]
    public void Each_word_of_a_list_is_found_and_no_other()
    {
        var list = new SortedWords(Encoding.UTF8.GetBytes("# one two\n# three\na ab abacus\nb hölder\nzebra\nzoo\n"));

        s_words.Should().OnlyContain(word => list.Contains(word));
        string[] others = ["", " ", "#", "one", "aba", "abac", "hold", "zo", "zooo", "b hölder", new string('a', 100_000), "\ud800"];
        others.Should().NotContain(word => list.Contains(word));
    }

    [Fact]
    public void A_list_without_words_holds_none()
    {
        new SortedWords([]).Contains("a").Should().BeFalse();
        new SortedWords(Encoding.UTF8.GetBytes("# a\n")).Contains("a").Should().BeFalse();
    }

    [Theory]
    [InlineData("english.txt")]
    [InlineData("jargon.txt")]
    public void The_lists_are_sorted_as_the_search_asks(string name)
    {
        using Stream resource = typeof(SortedWords).Assembly.GetManifestResourceStream($"Reporting/{name}")!;
        using var reader = new StreamReader(resource);
        string[] lines = reader.ReadToEnd().Split('\n');

        lines[^1].Should().BeEmpty();
        string[] words = [.. lines[..^1].SkipWhile(line => line.StartsWith('#')).SelectMany(line => line.Split(' '))];
        words.Should().OnlyContain(word => word.Length > 0 && word.Length <= 80);
        words.Should().BeInAscendingOrder(StringComparer.Ordinal).And.OnlyHaveUniqueItems();
    }
}
