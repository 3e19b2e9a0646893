namespace PostLint.Syntax;

/// <summary>What a text is written in, as far as parsers differ.</summary>
public enum SourceLanguage
{
    /// <summary>Text of no structure that is read, such as scripts and data.</summary>
    Plain,

    /// <summary>Markdown with Liquid and HTML in it.</summary>
    Markdown,

    /// <summary>HTML, SVG and other XML.</summary>
    Html,

    /// <summary>A notebook of Jupyter.</summary>
    Notebook,

    /// <summary>BibTeX.</summary>
    Bibtex,

    /// <summary>TeX.</summary>
    Tex,
}

/// <summary>Chooses the parser for a text.</summary>
internal static class Parsers
{
    /// <summary>Parses a text. Never throws.</summary>
    public static SyntaxTree Parse(SourceText source, SourceLanguage language) =>
        language switch
        {
            SourceLanguage.Markdown => MarkdownParser.Parse(source),
            SourceLanguage.Html => HtmlParser.Parse(source),
            SourceLanguage.Notebook => NotebookParser.Parse(source),
            SourceLanguage.Bibtex => BibtexParser.Parse(source),
            SourceLanguage.Tex => TexParser.Parse(source),
            _ => PlainTextParser.Parse(source),
        };
}
