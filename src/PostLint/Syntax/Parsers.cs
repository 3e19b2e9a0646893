using PostLint.Submissions;

namespace PostLint.Syntax;

/// <summary>Chooses the parser for a file.</summary>
public static class Parsers
{
    /// <summary>Parses a file that has a text, or the sheet of its metadata. Never throws.</summary>
    public static SyntaxTree Parse(SubmittedFile file) =>
        file switch
        {
            { Sheet: { } sheet } => MetadataParser.Parse(sheet),
            { Text: { } text } => Parse(text, file.Role),
            _ => throw new ArgumentException("The file has no text.", nameof(file)),
        };

    /// <summary>Parses a text by its role and the ending of its name. Never throws.</summary>
    public static SyntaxTree Parse(SourceText source, FileRole role)
    {
        string extension = Path.GetExtension(source.Path).ToUpperInvariant();
        if (role is FileRole.Bibliography)
            return BibtexParser.Parse(source);
        return extension switch
        {
            ".HTML" or ".HTM" or ".XHTML" or ".SVG" or ".XML" => HtmlParser.Parse(source),
            ".MD" or ".MARKDOWN" or ".MKD" => MarkdownParser.Parse(source),
            ".IPYNB" => NotebookParser.Parse(source),
            ".BIB" => BibtexParser.Parse(source),
            ".TEX" or ".TIKZ" or ".STY" => TexParser.Parse(source),
            _ => role is FileRole.Post ? MarkdownParser.Parse(source) : PlainTextParser.Parse(source),
        };
    }
}
