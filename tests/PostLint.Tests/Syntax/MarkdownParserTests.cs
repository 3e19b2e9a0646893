using CsCheck;
using PostLint.Syntax;

namespace PostLint.Tests.Syntax;

public class MarkdownParserTests
{
    private static readonly Gen<string> s_pieces = Gen.OneOf([
            .. new[]
            {
                "\n",
                "\n\n",
                "\r\n",
                "\t",
                " ",
                "# ",
                "- ",
                "> ",
                "1. ",
                "| a | b |\n|---|---|\n",
                "[x](",
                ")",
                "[",
                "]",
                "![",
                "`",
                "```\n",
                "$",
                "$$",
                "\\(",
                "\\\\(",
                "\\\\)",
                "\\begin{align}",
                "\\end{align}",
                "{% comment %}",
                "{% endcomment %}",
                "{% include a.html path=\"b\" %}",
                "{% highlight py %}",
                "{% endhighlight %}",
                "{{ x.y }}",
                "{: .c}",
                "{#id}",
                "<div>",
                "</div>",
                "<d-cite key=\"a\">",
                "</d-cite>",
                "<d-footnote>",
                "</d-footnote>",
                "<!--",
                "-->",
                "<script>",
                "</script>",
                "<a href='u'>",
                "</a>",
                "<img src=x alt=\"y z\">",
                "&amp;",
                "&#39;",
                "[//]: # (",
                "[^1]",
                "[^1]: ",
                "*",
                "**",
                "_",
                "word",
                "we",
                "https://example.org/a",
                "é",
                "😀",
                "\0",
                "---\n",
                "authors:\n",
            }.Select(Gen.Const),
        ])
        .Array[0, 50]
        .Select(string.Concat);

    [Fact]
    public void Any_markdown_gives_a_sound_tree() =>
        s_pieces.Sample(text => MarkdownParser.Parse(new("post.md", text)).ShouldBeWellFormed(), iter: 3000);

    [Fact]
    public void Any_html_gives_a_sound_tree() =>
        s_pieces.Sample(text => HtmlParser.Parse(new("post.html", text)).ShouldBeWellFormed(), iter: 3000);

    [Fact]
    public void Behind_thousands_of_brackets_in_one_block_links_are_text_and_that_is_told()
    {
        SyntaxTree tree = MarkdownParser.Parse(new("post.md", string.Concat(Enumerable.Repeat("[a](b) ", 4_100)) + "end\n\n[a](b)\n"));

        tree.Nodes.ToArray().Count(node => node.Kind is NodeKind.Link).Should().Be(4_001, "the next block is read as ever");
        tree.Problems.Should().ContainSingle().Which.Kind.Should().Be(SyntaxProblemKind.TooDeep);
        tree.Plain.Should().Contain("end");
    }

    [Fact]
    public void No_character_belongs_to_two_units_of_text() =>
        s_pieces.Sample(
            text =>
            {
                int end = 0;
                foreach (
                    TextSpan segment in MarkdownParser
                        .Parse(new("post.md", text))
                        .Blocks.SelectMany(block => block.Segments)
                        .OrderBy(segment => segment.Start)
                )
                {
                    segment.Start.Should().BeGreaterThanOrEqualTo(end);
                    end = segment.End;
                }
            },
            iter: 1000
        );

    [Theory]
    [InlineData("[//]: # (Thanks, Ada)", TextContext.MarkdownComment, "Thanks, Ada")]
    [InlineData("[comment]: <> (Thanks, Ada)", TextContext.MarkdownComment, "Thanks, Ada")]
    [InlineData("text <!-- Thanks, Ada --> text", TextContext.HtmlComment, " Thanks, Ada ")]
    [InlineData("<!--\nThanks,\n\nAda\n-->", TextContext.HtmlComment, "\nThanks,\n\nAda\n")]
    [InlineData("{% comment %}Thanks, Ada{% endcomment %}", TextContext.LiquidComment, "Thanks, Ada")]
    public void Comments_of_every_language_are_read(string text, TextContext context, string content)
    {
        SyntaxTree tree = MarkdownParser.Parse(new("post.md", text));
        Node comment = tree.All(NodeKind.Comment).Should().ContainSingle().Which;
        comment.Context.Should().Be(context);
        tree.SliceOf(comment.Content).Should().Be(content);
        tree.Blocks.Should().Contain(block => block.Node == comment);
    }

    [Theory]
    [InlineData("# Title", "Title")]
    [InlineData("Title\n=====", "Title")]
    [InlineData("<h2 id='x'>Title</h2>", "Title")]
    [InlineData("## 5. *Title* {#title}", "5. Title")]
    public void Headings_of_every_form_are_headings(string text, string words) =>
        Words(MarkdownParser.Parse(new("post.md", text)), TextContext.Heading).Should().Be(words);

    [Theory]
    [InlineData("Before. $$\na = b $$ after.", "Before. after.")]
    [InlineData("Cost is $$ and no more.\n\n# Next\n\nStill text.", "Cost is and no more. Still text.")]
    [InlineData("By\n\n\\begin{align}\na &= b\n\\end{align}\n\nwe are done.", "By we are done.")]
    [InlineData("Here \\\\(x + y\\\\) is a sum.", "Here is a sum.")]
    [InlineData("It is `code` here.", "It is here.")]
    [InlineData("{% include figure.html path=\"a.png\" %}\n\nText.", "Text.")]
    [InlineData("We {{ site.name }} here {: .note}", "We here")]
    public void What_is_no_prose_is_blank(string text, string words) =>
        Words(MarkdownParser.Parse(new("post.md", text)), TextContext.Prose).Should().Be(words);

    [Fact]
    public void A_footnote_is_a_unit_of_its_own()
    {
        SyntaxTree tree = MarkdownParser.Parse(new("post.md", "We show<d-footnote>Thanks, Ada.</d-footnote> this."));
        tree.Blocks.Should().HaveCount(2);
        string.Concat(tree.Blocks[0].Segments.Select(tree.SliceOf)).Should().NotContain("Ada");
    }

    [Fact]
    public void Markdown_inside_html_is_read_where_its_attribute_asks_for_it() =>
        MarkdownParser
            .Parse(new("post.md", "<div markdown=\"1\">\nSee [this](https://example.org).\n\n</div>"))
            .All(NodeKind.Link)
            .Should()
            .ContainSingle()
            .Which.Value.Should()
            .Be("https://example.org");

    [Fact]
    public void Distill_elements_have_their_own_kinds()
    {
        SyntaxTree tree = MarkdownParser.Parse(new("post.md", "As <d-cite key=\"doe2020,roe2021\"></d-cite> says."));
        tree.All(NodeKind.Citation).Should().ContainSingle().Which.Value.Should().Be("doe2020,roe2021");
    }

    [Theory]
    [InlineData('[')]
    [InlineData('>')]
    [InlineData('*')]
    public void Deep_nesting_is_read_without_structure(char mark)
    {
        SyntaxTree tree = MarkdownParser.Parse(new("post.md", string.Concat(Enumerable.Repeat($"{mark} ", 20_000)) + "Ada"));
        tree.Plain.Should().Contain("Ada");
        tree.ShouldBeWellFormed();
    }

    [Theory]
    [InlineData("a\n---\n", NodeKind.Heading)]
    [InlineData("[^№]\n\n[^№]: a\n\n", NodeKind.Footnote)]
    public void Behind_thousands_of_underlines_or_footnotes_these_are_text_and_that_is_told(string piece, NodeKind kind)
    {
        string text = string.Concat(Enumerable.Range(0, 2_100).Select(i => piece.Replace("№", $"{i}", StringComparison.Ordinal)));

        SyntaxTree tree = MarkdownParser.Parse(new("post.md", text));

        tree.Nodes.ToArray().Count(node => node.Kind == kind).Should().Be(2_000);
        tree.Problems.Should().ContainSingle().Which.Kind.Should().Be(SyntaxProblemKind.TooDeep);
        tree.ShouldBeWellFormed();
    }

    [Fact]
    public void Deep_elements_are_read_without_structure()
    {
        SyntaxTree tree = HtmlParser.Parse(new("post.html", string.Concat(Enumerable.Repeat("<div>", 100_000)) + "Ada"));
        tree.Plain.Should().Contain("Ada");
        tree.Problems.Should().Contain(problem => problem.Kind == SyntaxProblemKind.TooDeep);
    }

    [Fact]
    public void A_tab_in_a_heading_leaves_the_tree_sound() =>
        MarkdownParser.Parse(new("post.md", "# \t<a href='u'>x</a> [y](z) <!-- c --> </a>\\\\)</a>![[^1]\n<!--")).ShouldBeWellFormed();

    [Fact]
    public void Attributes_have_exact_spans()
    {
        SyntaxTree tree = HtmlParser.Parse(
            new("post.html", "<p>x</p>\r\n<iframe width=1 src = 'https://example.org/a?b=1&amp;c=2'></iframe>")
        );
        Node source = tree.All(NodeKind.Attribute).Single(attribute => attribute.Name == "src");
        tree.SliceOf(source.Content).Should().Be("https://example.org/a?b=1&amp;c=2");
        source.Value.Should().Be("https://example.org/a?b=1&c=2");
    }

    [Theory]
    [InlineData("<!-- never closed", SyntaxProblemKind.UnclosedComment)]
    [InlineData("<section>never closed", SyntaxProblemKind.UnbalancedElement)]
    [InlineData("{% comment %} never closed", SyntaxProblemKind.UnclosedLiquid)]
    public void What_is_broken_is_said(string text, SyntaxProblemKind kind) =>
        MarkdownParser.Parse(new("post.md", text)).Problems.Should().Contain(problem => problem.Kind == kind);

    private static string Words(SyntaxTree tree, TextContext context) =>
        string.Join(
            ' ',
            tree.Blocks.Where(block => block.Context == context)
                .SelectMany(block => block.Segments)
                .SelectMany(segment =>
                    tree.Plain.Substring(segment.Start, segment.Length).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                )
        );
}
