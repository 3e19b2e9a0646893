using System.Text;
using CsCheck;
using PostLint.Citing;
using PostLint.Names;
using PostLint.Syntax;

namespace PostLint.Tests.Citing;

/// <summary>What is cited reads back: a BibTeX reader finds the same authors and the same title in the entry.</summary>
public class ParseBackTests
{
    private static readonly Gen<string> s_given = OneOf(
        "Ada",
        "Zoë",
        "Jean-Luc",
        "J.",
        "Łukasz",
        "Ngọc",
        "Ada Maria",
        "Óscar",
        "王",
        "Søren",
        "Mary-Ann K."
    );
    private static readonly Gen<string> s_family = OneOf(
        "Example",
        "Sample",
        "O'Example",
        "Exämple-Sample",
        "Źdźbło",
        "García Sample",
        "Ångström",
        "Nguyễn",
        "小明",
        "Sample & Sons",
        "Under_score"
    );
    private static readonly Gen<string> s_particle = OneOf("", "", "van", "de la", "von der", "bin");
    private static readonly Gen<string> s_suffix = OneOf("", "", "", "Jr.", "III");

    private static readonly Gen<PersonName> s_name = Gen.Select(
        s_given,
        s_particle,
        s_family,
        s_suffix,
        (given, particle, family, suffix) => new PersonName(given, particle, family, suffix)
    );

    private static readonly Gen<string> s_word = OneOf(
        "Why",
        "warm-up",
        "AdamW",
        "S4:",
        "100%",
        "Q&A",
        "#1",
        "a_b",
        "cost $5",
        "~ten",
        "x^2",
        "C\\D",
        "“quoted”",
        "\"plain\"",
        "naïve",
        "日本語",
        "Ünïcode",
        "(really)",
        "it's",
        "–",
        "and",
        "@home",
        "{odd",
        "}"
    );

    [Fact]
    public void Entries_read_back() =>
        Gen.Select(s_name.Array[1, 40], s_word.Array[1, 12], Gen.Bool)
            .Sample(
                (names, words, isAscii) =>
                {
                    var citation = new PostCitation(
                        names,
                        string.Join(' ', words),
                        "Example Blogposts 2030",
                        "Example Blogposts",
                        2030,
                        "https://example.org/blog/why/"
                    );
                    ShouldReadBack(citation, isAscii);
                },
                iter: 2000
            );

    [Fact]
    public void Printed_names_are_parsed_to_the_same_print() =>
        s_name
            .Where(name => !name.Family.Contains(' ', StringComparison.Ordinal))
            .Sample(name => PersonName.Parse(name.Printed).Printed.Should().Be(name.Printed), iter: 500);

    [Fact]
    public void Comma_form_is_parsed_to_itself() =>
        s_name.Sample(name => PersonName.Parse(name.ToBibtex().Replace("\\", "", StringComparison.Ordinal)).Should().Be(name), iter: 500);

    /// <summary>
    /// Reads a folder of posts, each cited under the profile of its year: <c>POSTLINT_CITE_POSTS=FOLDER</c>, with posts in
    /// FOLDER/YEAR-…/_posts.
    /// </summary>
    [Fact]
    public void Posts_of_a_folder_read_back()
    {
        if (Environment.GetEnvironmentVariable("POSTLINT_CITE_POSTS") is not { Length: > 0 } folder)
            return;
        var broken = new List<string>();
        foreach (
            string path in Directory
                .EnumerateDirectories(folder)
                .SelectMany(post => Directory.EnumerateFiles(Path.Combine(post, "_posts")))
                .Order(StringComparer.Ordinal)
        )
        {
            string year = Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(path))!)[..4];
            PostLint.Facts.CitationSource? source = PostLint.Facts.CitationSourceExtractor.Read(
                new SourceText(path, File.ReadAllText(path))
            );
            if (source is null || source.Authors.Count == 0 || source.Title.Text.Length == 0)
                broken.Add(path);
            else
                ShouldReadBack(
                    PostCitation.Of(source, PostLint.Rules.BuiltInPack.Catalogue.Profile($"iclr-blog-{year}").Edition!),
                    isAscii: year[3] is '3'
                );
        }
        broken.Should().BeEmpty();
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.OneOf([.. texts.Select(Gen.Const)]);

    private static void ShouldReadBack(PostCitation citation, bool isAscii)
    {
        SyntaxTree tree = BibtexParser.Parse(new("cite.bib", citation.Entry(isAscii)));
        tree.Problems.Should().BeEmpty();
        Node entry = tree.Root.Children.Should().ContainSingle().Subject;
        entry.Value.Should().MatchRegex("^[a-z0-9]+$");
        BibtexNames
            .Split(Field(tree, entry, "author"))
            .Should()
            .Equal(citation.Authors.Select(author => author.Printed.Normalize(NormalizationForm.FormC)));
        LatexText.Decode(Field(tree, entry, "title")).Replace("--", "–", StringComparison.Ordinal).Should().Be(Plain(citation.Title));
    }

    private static string Plain(string title) =>
        string.Join(
                ' ',
                title
                    .Normalize(NormalizationForm.FormC)
                    .Replace("{", "", StringComparison.Ordinal)
                    .Replace("}", "", StringComparison.Ordinal)
                    .Split(' ')
            )
            .Replace("--", "–", StringComparison.Ordinal);

    private static string Field(SyntaxTree tree, Node entry, string name) =>
        tree.Source.Slice(entry.Children.Single(field => field.Name == name).Content).ToString();
}
