using CsCheck;
using PostLint.Reporting.Terminal;

namespace PostLint.Tests.Reporting;

public sealed class ExcerptTests
{
    [Theory]
    [InlineData("by Ada here", "Ada", "by Ada here", "   ^^^")]
    [InlineData("\tAda", "Ada", "    Ada", "    ^^^")]
    [InlineData("ab\tAda", "Ada", "ab  Ada", "    ^^^")]
    [InlineData("日本 Ada", "Ada", "日本 Ada", "     ^^^")]
    [InlineData("著者 山田", "山田", "著者 山田", "     ^^^^")]
    [InlineData("e\u0301te\u0301 Ada", "Ada", "e\u0301te\u0301 Ada", "    ^^^")]
    [InlineData("🎉 Ada", "Ada", "🎉 Ada", "   ^^^")]
    [InlineData("x 👩\u200d🔬 Ada", "Ada", "x 👩\\u200d🔬 Ada", "             ^^^")]
    [InlineData("x\u001b Ada", "Ada", "x\\x1b Ada", "      ^^^")]
    [InlineData("x e\u0301", "\u0301", "x e\u0301", "  ^")]
    public void Part_is_underlined_where_it_is_shown(string line, string part, string shown, string underline)
    {
        int start = line.IndexOf(part, StringComparison.Ordinal);

        Excerpt.Of(line, (start, start + part.Length), 80).Should().Be(new Excerpt(shown, underline));
    }

    [Theory]
    [InlineData("", 0, "^")]
    [InlineData("abc", 0, "^")]
    [InlineData("abc", 3, "   ^")]
    public void Empty_part_gets_one_caret(string line, int at, string underline) =>
        Excerpt.Of(line, (at, at), 80).Underline.Should().Be(underline);

    [Fact]
    public void Long_line_is_cut_to_a_window_around_the_part()
    {
        string line = new string('a', 5000) + " Ada " + new string('b', 5000);

        Excerpt
            .Of(line, (5001, 5004), 40)
            .Should()
            .Be(new Excerpt("…" + new string('a', 12) + " Ada " + new string('b', 21) + "…", new string(' ', 14) + "^^^"));
    }

    [Fact]
    public void Part_near_the_start_leaves_the_start_whole() =>
        Excerpt.Of("Ada " + new string('b', 100), (0, 3), 20).Should().Be(new Excerpt("Ada bbbbbbbbbbbbbbb…", "^^^"));

    [Fact]
    public void Part_near_the_end_shows_more_of_what_stands_before() =>
        Excerpt
            .Of(new string('a', 100) + " Ada", (101, 104), 20)
            .Should()
            .Be(new Excerpt("…aaaaaaaaaaaaaa Ada", new string(' ', 16) + "^^^"));

    [Fact]
    public void Part_longer_than_the_window_is_underlined_to_its_edge() =>
        Excerpt.Of(new string('a', 100), (0, 100), 20).Should().Be(new Excerpt(new string('a', 19) + "…", new string('^', 19)));

    [Fact]
    public void Any_excerpt_fits_and_marks_something() =>
        Gen.Select(Gen.String, Gen.Int[0, 200], Gen.Int[0, 200], Gen.Int[10, 60])
            .Sample(
                (text, start, length, width) =>
                {
                    string line = string.Concat(text.Split('\n', '\r'));
                    start = Math.Min(start, line.Length);
                    Excerpt excerpt = Excerpt.Of(line, (start, Math.Min(line.Length, start + length)), width);
                    return DisplayWidth.Of(excerpt.Line) <= width
                        && excerpt.Underline.EndsWith('^')
                        && excerpt.Underline.Length <= width + 1;
                },
                iter: 5000
            );
}
