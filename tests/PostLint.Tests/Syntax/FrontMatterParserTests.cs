using PostLint.Syntax;

namespace PostLint.Tests.Syntax;

public class FrontMatterParserTests
{
    [Theory]
    [InlineData("title: A post\nlayout: distill\n", "title(A post) layout(distill)")]
    [InlineData(
        "title: A post\r\nauthors:\r\n  - name: Ada\r\n    url: x\r\n  - Ben\r\n",
        "title(A post) authors(-(name(Ada) url(x)) -(Ben))"
    )]
    [InlineData("tags: [a, 'b c']\nmap: {x: 1, y: }\n", "tags(-(a) -(b c)) map(x(1) y())")]
    [InlineData("text: >-\n  one\n  two\nnext: 1\n", "text(one two) next(1)")]
    [InlineData("a: &x [1]\nb: *x\n", "a(-(1)) b(*)")]
    [InlineData("a:\nb: \"say \\\"hi\\\"\"\n", "a() b(say \"hi\")")]
    [InlineData("- - a\n  - b\n-\n- c: 1\n", "-(-(a) -(b)) -() -(c(1))")]
    public void Live_yaml_is_read(string yaml, string sketch) => Parse(yaml).Root.Children[0].Sketch().Should().Be(sketch);

    [Theory]
    [InlineData(
        "# authors:\n#   - name: Ada Example\n#     url: \"https://ada.example.org\"\n#     affiliations:\n#       name: "
            + "Example University\n",
        "#(authors(-(name(Ada Example) url(https://ada.example.org) affiliations(name(Example University)))))"
    )]
    [InlineData("#authors:\n#  - name: Ada\n#    url: x\n", "#(authors(-(name(Ada) url(x))))")]
    [InlineData("# Anonymize when submitting\n# authors:\n#   - name: Ada\n", "#(Anonymize when submitting authors(-(name(Ada))))")]
    [InlineData("# authors: Doe, Jane, Example Corp; Roe, Rick\n", "#(authors(Doe, Jane, Example Corp; Roe, Rick))")]
    [InlineData("# authors: Doe, Jane;\n#   Roe, Rick\n", "#(authors(Doe, Jane; Roe, Rick))")]
    [InlineData(
        "# authors:\n#   - name: Ada\n#      url: x\n#    affiliations:\n#      name: U\n#   - name: Ben\n",
        "#(authors(-(name(Ada) url(x) affiliations(name(U))) -(name(Ben))))"
    )]
    [InlineData("# authors:\n#- name: Ada\n#  url: x\n#- name: Ben\n", "#(authors(-(name(Ada) url(x)) -(name(Ben))))")]
    [InlineData("# authors:\n# - name: Ada\n#\n# - name: Ben\n", "#(authors(-(name(Ada)) -(name(Ben))))")]
    [InlineData("# authors:\n\n# - name: Ada\n", "#(authors()) #(-(name(Ada)))")]
    [InlineData("## authors:\n##  - name: Ada\n#    # url: x\n", "#(authors(-(name(Ada) url(x))))")]
    [InlineData(
        "# author : \"Ada\"\n# name:Ben\n# see https://example.org/a: it\n",
        "#(author(Ada) name(Ben) see https://example.org/a: it)"
    )]
    [InlineData("# authors: [Ada, Ben]\n# author: {name: Ada}\n", "#(authors(-(Ada) -(Ben)) author(name(Ada)))")]
    [InlineData("#\n#\n", "#()")]
    public void Comment_is_read_as_yaml_again(string yaml, string sketch)
    {
        SyntaxTree tree = Parse(yaml);
        tree.Root.Children[0].Sketch().Should().Be(sketch);
        tree.Root.Children[0].DescendantsAndSelf().Skip(1).Should().OnlyContain(node => node.Context == TextContext.FrontMatterComment);
        tree.Problems.Should().BeEmpty();
    }

    [Theory]
    [InlineData(
        "authors:\n  - name: A # x\n    # url: u\n  # - name: B\n# c\ntoc: 1\n",
        "authors(-(name(A) #(x) #(url(u))) #(-(name(B)))) #(c) toc(1)"
    )]
    [InlineData("authors: # who\n  # first\n  - A\n# between\n  - B\n", "authors(#(who) #(first) -(A) #(between) -(B))")]
    [InlineData("authors:\n  # - name: A\ntoc: 1\n", "authors(#(-(name(A)))) toc(1)")]
    [InlineData("list:\n- a\n# tail\nend: 1\n", "list(-(a)) #(tail) end(1)")]
    [InlineData("list: [a, # one\n  b # two\n  ]\n", "list(-(a) #(one) -(b) #(two))")]
    [InlineData("a: | # head\n  # text\n# after\n", "a(# text\n) #(after)")]
    [InlineData("a: 'x # y'\nb: x#y\n", "a(x # y) b(x#y)")]
    public void Comment_stands_where_its_column_says(string yaml, string sketch) =>
        Parse(yaml).Root.Children[0].Sketch().Should().Be(sketch);

    [Fact]
    public void Comment_behind_a_block_mark_is_a_comment()
    {
        SyntaxTree tree = Parse("a: | # by Ada\n  text\n");
        tree.SliceOf(tree.All(NodeKind.Comment).Single().Span).Should().Be("# by Ada");
    }

    [Theory]
    [InlineData("title: A: B\nauthors:\n  - name: Ada\n", "A: B", "title(A: B) authors(-(name(Ada)))")]
    [InlineData("authors:\n\t- name: Ada\n", "\t", "authors(-(name(Ada)))")]
    [InlineData("title: \"open\nauthors:\n  - name: Ada # me\n", "\"open", "title(open) authors(-(name(Ada) #(me)))")]
    [InlineData("title: x\n<!-- authors: Ada -->\nb: 1\n", "<!-- authors: Ada -->", "title(x) #(authors(Ada)) b(1)")]
    [InlineData("title: x\n<!--\n# authors: Ada\n--> b: 1\n", "<!--", "title(x) #(# authors: Ada) b(1)")]
    [InlineData("title: @x\n# authors:\n#   - name: Ada\n", "@x", "title(@x) #(authors(-(name(Ada))))")]
    [InlineData("name:\"Ada\"\nurl: x\n", null, "name(Ada) url(x)")]
    public void Broken_yaml_is_a_problem_and_still_read(string yaml, string? defect, string sketch)
    {
        SyntaxTree tree = Parse(yaml);
        tree.Problems.Should().ContainSingle().Which.Kind.Should().Be(SyntaxProblemKind.InvalidYaml);
        if (defect is not null)
            tree.SliceOf(tree.Problems[0].Span).Should().Be(defect);
        tree.Root.Children[0].Sketch().Should().Be(sketch);
    }

    [Fact]
    public void Duplicate_key_is_a_problem_and_both_are_kept()
    {
        SyntaxTree tree = Parse("a: 1\nb: 2\na: 3\n");
        tree.Problems.Should()
            .ContainSingle()
            .Which.Should()
            .Match<SyntaxProblem>(problem => problem.Kind == SyntaxProblemKind.DuplicateKey && problem.Span.Start == 10);
        tree.Root.Children[0].Sketch().Should().Be("a(1) b(2) a(3)");
    }

    [Fact]
    public void Deep_nesting_is_a_problem()
    {
        SyntaxTree tree = Parse("a: " + new string('[', 100_000));
        tree.Problems.Should().ContainSingle().Which.Kind.Should().Be(SyntaxProblemKind.TooDeep);
    }

    [Fact]
    public void Nul_does_not_end_the_yaml() =>
        Parse("a: x\0\nb: y\n").Root.Children[0].Sketch().Should().StartWith("a(x").And.EndWith("b(y)");

    [Fact]
    public void Spans_are_slices_of_the_source()
    {
        SyntaxTree tree = Parse(
            "é😀: 'Ada 😀'\r\nauthors: # ü\r\n  - name: \"Zoë\"\r\n#   - name: \"Bén\"\r\nurl: &u x\r\ntext: |\r\n  foo\r\n  bar\r\n\r\n"
        );
        string[] slices =
        [
            .. tree
                .Root.Children[0]
                .DescendantsAndSelf()
                .Skip(1)
                .Select(node => $"{node.Kind} {tree.SliceOf(node.Span)} = {tree.SliceOf(node.Content)}"),
        ];
        slices
            .Should()
            .Equal(
                "Property é😀: 'Ada 😀' = 'Ada 😀'",
                "Scalar 'Ada 😀' = Ada 😀",
                "Property authors: # ü\r\n  - name: \"Zoë\" = - name: \"Zoë\"",
                "Comment # ü = ü",
                "Scalar ü = ü",
                "Item - name: \"Zoë\" = name: \"Zoë\"",
                "Property name: \"Zoë\" = \"Zoë\"",
                "Scalar \"Zoë\" = Zoë",
                "Comment #   - name: \"Bén\" = - name: \"Bén\"",
                "Item - name: \"Bén\" = name: \"Bén\"",
                "Property name: \"Bén\" = \"Bén\"",
                "Scalar \"Bén\" = Bén",
                "Property url: &u x = &u x",
                "Scalar &u x = x",
                "Property text: |\r\n  foo\r\n  bar = |\r\n  foo\r\n  bar",
                "Scalar |\r\n  foo\r\n  bar = foo\r\n  bar"
            );
    }

    [Fact]
    public void Values_and_comments_are_blocks_of_plain_text()
    {
        SyntaxTree tree = Parse("title: \"A \\\"b\\\"\"\nn: --\n# one\n#  two\n");
        tree.Blocks.Select(block => block.Node.Kind).Should().Equal(NodeKind.Scalar, NodeKind.Comment);
        tree.Blocks[1].Segments.Select(tree.SliceOf).Should().Equal("one", "two");
        tree.Plain.Trim().Should().Be("A  \"b \"" + new string(' ', 10) + "one" + new string(' ', 4) + "two");
    }

    [Theory]
    [InlineData("---\na: 1\n---\nbody", "---\na: 1\n---")]
    [InlineData("---  \r\na: 1\r\n...\r\nbody", "---  \r\na: 1\r\n...")]
    [InlineData("---\n---", "---\n---")]
    [InlineData("---\ntitle: x\n# c\n  y: 1\n\nbody", "---\ntitle: x\n# c\n  y: 1")]
    [InlineData("---\ntitle: x\n## Heading\nbody", "---\ntitle: x")]
    [InlineData("\n\n---\ntitle: x\n---\nbody", "---\ntitle: x\n---")]
    public void Front_matter_ends_with_its_closing_line(string text, string span)
    {
        var builder = new TreeBuilder(new("post.md", text));
        int end = FrontMatterParser.Parse(builder);
        SyntaxTree tree = builder.Build();
        tree.SliceOf(tree.Root.Children.Single().Span).Should().Be(span);
        text[end..].TrimStart().Should().BeOneOf("body", "## Heading\nbody", "");
    }

    [Theory]
    [InlineData("")]
    [InlineData("---")]
    [InlineData("----\na: 1\n---\n")]
    [InlineData("text\n---\na: 1\n---\n")]
    [InlineData("---\n\nA paragraph that never closes.\n")]
    [InlineData("\n---\nA paragraph\n---\n")]
    public void Text_without_front_matter_is_left_alone(string text)
    {
        var builder = new TreeBuilder(new("post.md", text));
        FrontMatterParser.Parse(builder).Should().Be(0);
        builder.Build().Should().Match<SyntaxTree>(tree => tree.Root.Children.Count == 0 && tree.Problems.Count == 0);
    }

    [Fact]
    public void Unclosed_front_matter_is_a_problem()
    {
        var builder = new TreeBuilder(new("post.md", "---\ntitle: x\n\nbody"));
        FrontMatterParser.Parse(builder).Should().Be(13);
        SyntaxTree tree = builder.Build();
        tree.Problems.Should()
            .ContainSingle()
            .Which.Should()
            .Match<SyntaxProblem>(problem => problem.Kind == SyntaxProblemKind.UnclosedFrontMatter && problem.Span == new TextSpan(0, 3));
    }

    [Fact]
    public void Json_is_read_as_yaml() =>
        Parse("{\n\t\"authors\":[{\"author\":\"Ada\"}],\n\t\"title\": \"x\"\n}\n")
            .Root.Children[0]
            .Sketch()
            .Should()
            .Be("authors(-(author(Ada))) title(x)");

    [Theory]
    [InlineData("title = \"A post\"\ndate = 2030-01-02T00:00:00Z\n", "title(A post) date(2030-01-02T00:00:00Z)")]
    [InlineData("authors = [\"Ada\", 'Ben',\n  \"Cleo\"]\n", "authors(-(Ada) -(Ben) -(Cleo))")]
    [InlineData("author = {name = \"Ada\", \"e-mail\" = 'a@b'}\n", "author(name(Ada) e-mail(a@b))")]
    [InlineData("a.b.\"c d\" = 1\n", "a(b(c d(1)))")]
    [InlineData(
        "[[author]]\nname = \"Ada\"\n[[author]]\nname = \"Ben\"\n[params]\nx = true\n",
        "author(-(name(Ada)) -(name(Ben))) params(x(true))"
    )]
    [InlineData("s = \"\"\"\none\ntwo\"\"\"\nt = '''x'y'''\n", "s(one\ntwo) t(x'y)")]
    [InlineData("a = \"x # y\" # c: d\n", "a(x # y) #(c(d))")]
    [InlineData("a = \"x\"\n# authors = [\"Ada\"]\n", "a(x) #(authors(-(Ada)))")]
    [InlineData("# For later:\n# [[author]]\n# name = \"Ada\"\n", "#(For later: author(-(name(Ada))))")]
    [InlineData("a = 1\nthese words are none\nb = 2\n", "a(1) these words are none b(2)")]
    public void Toml_is_read_as_the_same_yaml_is(string toml, string sketch)
    {
        SyntaxTree tree = MarkdownParser.Parse(new("post.md", $"+++\n{toml}+++\n\nText.\n"));
        tree.ShouldBeWellFormed();
        tree.Root.Children[0].Sketch().Should().Be(sketch);
        tree.Root.Children[1].Kind.Should().Be(NodeKind.Paragraph);
    }

    [Theory]
    [InlineData("+++\na = \"b\"\n\nText.\n", SyntaxProblemKind.UnclosedFrontMatter)]
    [InlineData("+++\na = \"b\nc = 1\n+++\nText.\n", SyntaxProblemKind.InvalidYaml)]
    [InlineData("\n+++\na = 1\n+++\nText.\n", SyntaxProblemKind.InvalidYaml)]
    public void Broken_toml_is_told(string post, SyntaxProblemKind kind)
    {
        SyntaxTree tree = MarkdownParser.Parse(new("post.md", post));
        tree.ShouldBeWellFormed();
        tree.Problems.Select(problem => problem.Kind).Should().Contain(kind);
    }

    [Fact]
    public void Toml_that_is_nested_deeply_is_read_as_text()
    {
        SyntaxTree tree = MarkdownParser.Parse(new("post.md", $"+++\na = {new string('[', 100_000)}\nb = \"word\"\n+++\nText.\n"));
        tree.Problems.Should().ContainSingle(problem => problem.Kind == SyntaxProblemKind.TooDeep);
        tree.Plain.Should().Contain("word");
    }

    private static SyntaxTree Parse(string yaml)
    {
        var builder = new TreeBuilder(new("data.yml", yaml));
        FrontMatterParser.ParseYaml(builder, new(0, yaml.Length));
        SyntaxTree tree = builder.Build();
        tree.ShouldBeWellFormed();
        return tree;
    }
}
