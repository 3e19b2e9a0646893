using PostLint.Syntax;

namespace PostLint.Tests.Syntax;

public sealed class NotebookParserTests
{
    private const string Notebook = """
        {
         "cells": [
          { "cell_type": "markdown", "metadata": {}, "source": [
            "# A \"bold\" heading\n",
            "\n",
            "We thank *everybody*, caf\u00e9 included.\n" ] },
          { "cell_type": "code", "metadata": { "executionInfo": { "user": { "displayName": "Ada Example" } } },
            "source": "print(1)\nprint(2)",
            "outputs": [
              { "output_type": "stream", "text": ["one\n", "two\n"] },
              { "output_type": "display_data",
                "data": { "text/html": ["<a href=\"https://example.org\">there</a>"], "image/png": "aGVsbG8=" } },
              { "output_type": "error", "evalue": "no file", "traceback": ["at /home/ada"] } ] }
         ],
         "metadata": { "authors": [ { "name": "Ben Sample" } ] }
        }
        """;

    private static readonly SyntaxTree s_tree = NotebookParser.Parse(new SourceText("a.ipynb", Notebook));

    [Fact]
    public void Tree_is_sound() => s_tree.ShouldBeWellFormed();

    [Fact]
    public void Markdown_cells_are_read_as_posts_are()
    {
        Node heading = Nodes(NodeKind.Heading).Should().ContainSingle().Subject;

        Slice(heading.Span).Should().Be("""# A \"bold\" heading""");
        Words(s_tree.Blocks.Single(block => block.Node == heading))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Should()
            .Equal("A", "\"", "bold\"", "heading");
    }

    [Fact]
    public void Escaped_letters_are_letters() => s_tree.Plain.Should().Contain("café");

    [Theory]
    [InlineData(TextContext.Code, "print(1) print(2)")]
    [InlineData(TextContext.NotebookOutput, "one two no file at /home/ada")]
    [InlineData(TextContext.Metadata, "Ben Sample Ada Example")]
    public void Text_has_its_context(TextContext context, string text) =>
        string.Join(
                ' ',
                s_tree
                    .Blocks.Where(block => block.Context == context)
                    .OrderBy(block => block.Node.Name?.Length ?? 0)
                    .SelectMany(block => Words(block).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
            )
            .Should()
            .Be(text);

    [Fact]
    public void Html_outputs_have_links() => Nodes(NodeKind.Link).Select(node => node.Value).Should().Contain("https://example.org");

    [Fact]
    public void Metadata_are_fields() =>
        Nodes(NodeKind.MetadataField)
            .Select(node => (node.Name, node.Value))
            .Should()
            .Contain(("Notebook:authors_name", "Ben Sample"))
            .And.Contain(("Cell:executionInfo_user_displayName", "Ada Example"));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[[[[")]
    [InlineData("{\"cells\": [{\"cell_type\": \"markdown\", \"source\": [\"a\\")]
    [InlineData("{\"cells\": 3}")]
    [InlineData("{\"cells\": [3, {\"source\": {\"a\": 1}}]}")]
    public void Broken_files_are_read_as_far_as_they_go(string text) =>
        NotebookParser.Parse(new SourceText("a.ipynb", text)).ShouldBeWellFormed();

    [Fact]
    public void Deep_nesting_is_bounded() => NotebookParser.Parse(new SourceText("a.ipynb", new string('[', 100_000))).ShouldBeWellFormed();

    private static IEnumerable<Node> Nodes(NodeKind kind) => s_tree.Root.DescendantsAndSelf().Where(node => node.Kind == kind);

    private static string Slice(TextSpan span) => Notebook.Substring(span.Start, span.Length);

    private static string Words(TextBlock block) =>
        string.Concat(block.Segments.Select(segment => s_tree.Plain.Substring(segment.Start, segment.Length))).TrimEnd();
}
