using PostLint.Syntax;

namespace PostLint.Tests.Syntax;

public sealed class QuotedBoxTests
{
    [Theory]
    [InlineData("> [!NOTE]\n> Our runs took a week.")]
    [InlineData("> **Key takeaway.** Our runs took a week.")]
    [InlineData("> 💡 **Try it yourself!** Our runs are online.")]
    [InlineData("> __Remark:__ Our runs took a week.")]
    [InlineData("> **TL;DR** Our runs took a week.")]
    [InlineData("> ##### TIP\n>\n> Our runs took a week.")]
    [InlineData("> Our runs took a week.\n{: .block-warning }")]
    [InlineData("> **Run it yourself.** Our runs took a week.")]
    [InlineData("> 🧠 Our runs took a week.")]
    [InlineData("> Note: our runs took a week.")]
    [InlineData("> <b>Main result:</b> Our runs took a week.")]
    [InlineData("<blockquote class=\"info-box\">Our runs took a week.</blockquote>")]
    public void A_box_is_no_quotation(string text) => Quotes(text).Should().BeEmpty();

    [Theory]
    [InlineData("> Our runs took a week.")]
    [InlineData("> **Abstract.** Our runs took a week.")]
    [InlineData("> **Reviewer 2:** Our runs took a week.")]
    [InlineData("> **User:** how long did it take?")]
    [InlineData("> **“A week.”** Our runs took longer.")]
    [InlineData("> **Everything flows.** Nothing stays.\n>\n> — an old saying")]
    [InlineData("They write:\n\n> **Key takeaway.** Our runs took a week.")]
    [InlineData("> Our runs took a week.\n{: .lead }")]
    [InlineData("> Our runs took a week.\n{: .footnote }")]
    [InlineData("<blockquote class=\"blockquote\">Our runs took a week.</blockquote>")]
    [InlineData("> The main result is new. Our runs took a week.")]
    [InlineData("> **Ada Example:** our runs took a week.")]
    [InlineData("> **Note.** Our runs took a week. <cite>Ada Example</cite>")]
    public void What_others_said_is_one(string text) => Quotes(text).Should().ContainSingle();

    [Fact]
    public void A_long_quotation_is_looked_at_where_it_begins_and_ends() =>
        Quotes($"> **Note.** {string.Concat(Enumerable.Repeat("word ", 20_000))}\n> — somebody").Should().ContainSingle();

    [Theory]
    [InlineData(
        """{% include figure.liquid path="a.png" class="img-fluid" caption="The loss, once more" alt='Two curves' %}""",
        "The loss, once more|Two curves"
    )]
    [InlineData("""{% include figure.html path="a.png" caption="It's the loss" %}""", "It's the loss")]
    [InlineData("""{% include figure.html path="caption=.png" subcaption="no" caption="cut off """, "")]
    [InlineData("""{% include video.html path="a.mp4" %}""", "")]
    public void Captions_of_includes_are_read(string text, string captions)
    {
        SyntaxTree tree = Parse(text);

        string.Join(
                '|',
                tree.Blocks.Where(block => block.Context is TextContext.Caption)
                    .OrderByDescending(block => block.Node.Name)
                    .Select(block => tree.Plain.Substring(block.Segments[0].Start, block.Segments[0].Length))
            )
            .Should()
            .Be(captions);
    }

    private static IEnumerable<Node> Quotes(string text) =>
        Parse(text).Root.DescendantsAndSelf().Where(node => node.Kind is NodeKind.Quote);

    private static SyntaxTree Parse(string text) => MarkdownParser.Parse(new SourceText("a.md", text));
}
