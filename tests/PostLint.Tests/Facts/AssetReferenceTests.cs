using PostLint.Facts;

namespace PostLint.Tests.Facts;

public class AssetReferenceTests
{
    [Theory]
    [InlineData("see assets/img/plot.png.", "assets/img/plot.png")]
    [InlineData("(a.svg) and <b.HTML>", "a.svg|b.HTML")]
    [InlineData("plot.png.html", "plot.png.html")]
    [InlineData("plot.png.old", "plot.png")]
    [InlineData(".png alone, x .jpg", "")]
    [InlineData("a.pngs b.png_ c.htmlé", "")]
    [InlineData("d.htm e.jpeg,f.jpg", "d.htm|e.jpeg|f.jpg")]
    [InlineData("two\u00A0words.gif", "words.gif")]
    public void Paths_end_with_what_pages_show(string text, string paths)
    {
        var found = new List<string>();
        for (int next = 0; AssetReferenceExtractor.Next(text, next) is { } span; next = span.End)
            found.Add(text.Substring(span.Start, span.Length));
        string.Join('|', found).Should().Be(paths);
    }

    [Fact]
    public void A_path_has_at_most_400_characters_before_its_ending()
    {
        TextSpan? span = AssetReferenceExtractor.Next(new string('x', 500) + ".png", 0);
        span.Should().Be(TextSpan.Between(100, 504));
    }
}
