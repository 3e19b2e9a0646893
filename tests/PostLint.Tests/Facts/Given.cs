using PostLint.Engine;
using PostLint.Facts;
using PostLint.Rules;
using PostLint.Syntax;

namespace PostLint.Tests.Facts;

/// <summary>Facts of a text, as the built-in extractors find them.</summary>
internal static class Given
{
    private static readonly Pack s_pack = BuiltInPack.Create();

    public static Document Document(string text, string path = "post.md") =>
        new(Parsers.Parse(new SourceText(path, text), FileKinds.LanguageOf(path, RoleOf(path))), RoleOf(path), s_pack.Lexicon, 0, 0);

    public static IReadOnlyList<T> Facts<T>(string text, string path = "post.md")
        where T : Fact
    {
        Document document = Document(text, path);
        var facts = new List<Fact>();
        foreach (IExtractor extractor in s_pack.Extractors)
            extractor.Extract(document, facts);
        return [.. facts.OfType<T>()];
    }

    private static FileRole RoleOf(string path) =>
        Path.GetExtension(path) switch
        {
            ".bib" => FileRole.Bibliography,
            ".md" or ".html" => FileRole.Post,
            _ => FileRole.TextAsset,
        };
}
