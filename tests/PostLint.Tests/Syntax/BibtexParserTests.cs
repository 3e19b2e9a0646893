using PostLint.Syntax;

namespace PostLint.Tests.Syntax;

public class BibtexParserTests
{
    [Theory]
    [InlineData("@article{ada2020, title = {A {B} c}, year=2020}", "article ada2020: title=A {B} c | year=2020")]
    [InlineData("@Article ( ada2020 ,\r\n Title = \"A {\"}b\" ,\r\n)", "article ada2020: title=A {\"}b")]
    [InlineData("@string{icl = \"Conf\" # {x}}", "string : icl=\"Conf\" # {x}")]
    [InlineData("@misc{k, month = jan # \"~1\", Url={u}}", "misc k: month=jan # \"~1\" | url=u")]
    [InlineData("@misc{k, title={x}\n year=2020}", "misc k: title=x | year=2020")]
    [InlineData("@misc{k\n title={x}}", "misc k: title=x")]
    [InlineData("@misc{title={x}}", "misc : title=x")]
    [InlineData("@misc{k}", "misc k: ")]
    [InlineData("@misc{k, x={a \\} b}}", "misc k: x=a \\")]
    public void Entry_is_read(string text, string sketch)
    {
        SyntaxTree tree = Parse(text);
        Sketch(tree, tree.Root.Children[0]).Should().Be(sketch);
    }

    [Theory]
    [InlineData("@misc{a, title={x, year=1}\n@misc{b, title={y}}\n", "misc a: title=x, year=1", "misc b: title=y")]
    [InlineData("@misc{a, title={x, year={1}\n}\n@misc{b, title={y}}\n", "misc a: title=x, year={1}\n", "misc b: title=y")]
    [InlineData("@misc{a, title={x},\n\n  @misc{b, title={y}}\n", "misc a: title=x", "misc b: title=y")]
    [InlineData("@misc{a, title=\"x},\n@misc{b, title={y}}\n", "misc a: ", "misc b: title=y")]
    [InlineData("@misc{a, title {x}}\n@misc{b, title={y}}\n", "misc a: ", "misc b: title=y")]
    [InlineData("@misc{a, title={x}, ???}\n@misc{b, title={y}}\n", "misc a: title=x", "misc b: title=y")]
    public void Broken_entry_costs_no_other(string text, string broken, string next)
    {
        SyntaxTree tree = Parse(text);
        tree.Problems.Should().ContainSingle().Which.Kind.Should().Be(SyntaxProblemKind.BrokenEntry);
        tree.Problems[0].Span.Should().Be(tree.Root.Children[0].Span);
        tree.All(NodeKind.BibEntry).Select(entry => Sketch(tree, entry)).Should().Equal(broken, next);
    }

    [Fact]
    public void Words_of_a_broken_entry_stay_readable() =>
        Parse("@misc{a, title={by Ada, x={y}\n@misc{b}").Plain.Should().Contain("by Ada");

    [Theory]
    [InlineData("made by Ada (ada@example.org)\n@misc{k}\n% end @misc{no}\n", "made by Ada (ada@example.org)", "end @misc{no}")]
    [InlineData("@comment{jabref: x{y}}\n@COMMENT(by Ada)", "jabref: x{y}", "by Ada")]
    [InlineData("@misc{k, % ask Ada\n title={x},\n% year={1},\n}", "ask Ada", "year={1},")]
    public void Words_between_entries_and_fields_are_comments(string text, params string[] comments)
    {
        SyntaxTree tree = Parse(text);
        tree.Problems.Should().BeEmpty();
        tree.Blocks.Should().OnlyContain(block => block.Node.Kind == NodeKind.Comment && block.Context == TextContext.BibliographyField);
        tree.Blocks.Select(block => tree.SliceOf(block.Segments[0])).Should().Equal(comments);
    }

    [Fact]
    public void Only_remarks_and_unknown_fields_are_blocks()
    {
        SyntaxTree tree = Parse("@misc{k, author={Ada}, Note={to Ben}, year=2020, my-own={x}, file={/home/ada/x.pdf}}");
        tree.Blocks.Select(block => block.Node.Name).Should().Equal("note", "my-own");
        tree.Plain.Trim().Should().StartWith("to Ben").And.EndWith("x");
    }

    [Fact]
    public void Known_names_cost_no_string() =>
        Parse("@ARTICLE{a, Title={x}}")
            .All(NodeKind.BibField)
            .Single()
            .Name.Should()
            .BeSameAs(Parse("@article{b, title={y}}").All(NodeKind.BibField).Single().Name);

    [Theory]
    [InlineData("Doe, Jane and Roe, Rick", "Jane Doe", "Rick Roe")]
    [InlineData("Jane Doe AND\n  Rick {van der Roe} and others", "Jane Doe", "Rick van der Roe")]
    [InlineData("von Doe, Jr., Jane and {Barnes and Noble}", "Jane von Doe Jr.", "Barnes and Noble")]
    [InlineData("M{\\\"u}ller, J{\\'o}zef and {\\O}stby, {\\AA}se and Ko\\v{c}i, Zo\\\"e", "Józef Müller", "Åse Østby", "Zoë Koči")]
    [InlineData(" and , and {", new string[0])]
    public void Names_are_printed_given_name_first(string field, params string[] names) => BibtexNames.Split(field).Should().Equal(names);

    [Theory]
    [InlineData("\\'{\\i}n {\\ss} a~b \\& \\textbf{c} \\u{q} \\", "ín ß a b & c q\u0306 ")]
    [InlineData("plain", "plain")]
    public void Latex_is_printed(string latex, string printed) => LatexText.Decode(latex).Should().Be(printed);

    private static string Sketch(SyntaxTree tree, Node entry) => $"{entry.Name} {entry.Value}: {string.Join(" | ", FieldsOf(tree, entry))}";

    private static IEnumerable<string> FieldsOf(SyntaxTree tree, Node entry) =>
        entry.Children.Where(part => part.Kind is NodeKind.BibField).Select(field => $"{field.Name}={tree.SliceOf(field.Content)}");

    private static SyntaxTree Parse(string text)
    {
        SyntaxTree tree = BibtexParser.Parse(new("refs.bib", text));
        tree.ShouldBeWellFormed();
        return tree;
    }
}
