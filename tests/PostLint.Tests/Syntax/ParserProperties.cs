using CsCheck;
using PostLint.Syntax;

namespace PostLint.Tests.Syntax;

/// <summary>What holds for any text whatever: no parser throws, and every tree is well formed.</summary>
public class ParserProperties
{
    private static readonly Gen<string> s_yaml = Pieces(
        "\n",
        "\n",
        "\r\n",
        "\r",
        "\t",
        " ",
        "  ",
        "    ",
        "# ",
        "#",
        "##",
        "- ",
        "-",
        ": ",
        ":",
        "authors:",
        "name: Ada",
        "url: \"x\"",
        "'",
        "\"",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "|",
        ">-",
        "&a ",
        "*a",
        "!t ",
        "? ",
        "---",
        "...",
        "<!--",
        "-->",
        "\0",
        "\u2028",
        "\u0085",
        "\uFEFF",
        "é",
        "😀",
        "\\",
        "\\u00e9",
        "%",
        "@",
        "word",
        "title: A: B",
        "<<: *a"
    );

    private static readonly Gen<string> s_toml = Pieces(
        "\n",
        "\n",
        "\r\n",
        " ",
        "# ",
        "#",
        "[[author]]",
        "[params]",
        "[a.b]",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "=",
        " = ",
        "name = \"Ada\"\n",
        "authors = [",
        "date = 2030-01-02\n",
        "\"",
        "'",
        "\"\"\"",
        "'''",
        "\\",
        "\\u00e9",
        ".",
        "1.5",
        "true",
        "word",
        "é",
        "😀",
        "\0",
        "\u2028",
        "\uFEFF",
        "+++\n"
    );

    private static readonly Gen<string> s_bibtex = Pieces(
        "\n",
        "\r\n",
        " ",
        "@",
        "@article{",
        "@misc(",
        "\n@book{",
        "@string{",
        "@comment{",
        "@preamble{",
        "{",
        "}",
        "(",
        ")",
        "\"",
        "#",
        "=",
        ",",
        "%",
        "key",
        "title = ",
        "note={",
        "year=2020",
        "\\",
        "é",
        "😀",
        "\0",
        "x@example.org"
    );

    [Fact]
    public void Any_yaml_gives_a_sound_tree() => s_yaml.Sample(Yaml, iter: 3000);

    [Fact]
    public void Any_toml_gives_a_sound_tree() => s_toml.Sample(text => FrontMatter("+++\n" + text + "\n+++\n"), iter: 3000);

    [Fact]
    public void Any_front_matter_gives_a_sound_tree() => s_yaml.Sample(text => FrontMatter("---\n" + text), iter: 1000);

    [Fact]
    public void Any_bibliography_gives_a_sound_tree() =>
        s_bibtex.Sample(text => BibtexParser.Parse(new("refs.bib", text)).ShouldBeWellFormed(), iter: 3000);

    [Fact]
    public void Any_names_are_read() => s_bibtex.Sample(text => BibtexNames.Split(text).Should().NotContain(""), iter: 500);

    [Fact]
    public void Any_characters_give_sound_trees() =>
        Gen.String[0, 60]
            .Sample(
                text =>
                {
                    Yaml(text);
                    FrontMatter(text);
                    BibtexParser.Parse(new("refs.bib", text)).ShouldBeWellFormed();
                },
                iter: 1000
            );

    private static Gen<string> Pieces(params string[] pieces) =>
        Gen.OneOf([.. pieces.Select(Gen.Const)]).Array[0, 40].Select(string.Concat);

    private static void Yaml(string text)
    {
        var builder = new TreeBuilder(new("data.yml", text));
        FrontMatterParser.ParseYaml(builder, new(0, text.Length));
        builder.Build().ShouldBeWellFormed();
    }

    private static void FrontMatter(string text)
    {
        var builder = new TreeBuilder(new("post.md", text));
        FrontMatterParser.Parse(builder).Should().BeInRange(0, text.Length);
        builder.Build().ShouldBeWellFormed();
    }
}
