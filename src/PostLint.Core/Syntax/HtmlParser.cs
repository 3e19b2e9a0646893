namespace PostLint.Syntax;

/// <summary>Reads HTML posts and HTML figures, and SVG, which is written alike.</summary>
internal static class HtmlParser
{
    /// <summary>Parses a file, with YAML front matter or without. Never throws.</summary>
    public static SyntaxTree Parse(SourceText source)
    {
        var builder = new TreeBuilder(source);
        int start = FrontMatterParser.Parse(builder);
        new HtmlReader(builder, [new(TextSpan.Between(start, source.Text.Length), true)]).Read();
        return builder.Build();
    }
}
