namespace PostLint.Syntax;

/// <summary>Reads a text of no known language, such as a script or a table of data.</summary>
internal static class PlainTextParser
{
    private const int MaxBlock = 20_000; // data files may be one line; units of text stay small enough to scan

    /// <summary>Parses a file. Never throws.</summary>
    public static SyntaxTree Parse(SourceText source)
    {
        var builder = new TreeBuilder(source);
        Read(builder, new(0, source.Text.Length), TextContext.Code);
        return builder.Build();
    }

    /// <summary>Declares a slice as text, one unit for each run between blank lines.</summary>
    internal static void Read(TreeBuilder builder, TextSpan span, TextContext context)
    {
        builder.Show(span);
        ReadOnlySpan<char> text = builder.Source.Slice(span);
        for (int at = 0; at < text.Length; )
        {
            int length = text[at..].IndexOf("\n\n", StringComparison.Ordinal);
            length = Math.Min(length < 0 ? text.Length - at : length + 2, MaxBlock);
            if (!text.Slice(at, length).IsWhiteSpace())
            {
                var node = new Node(
                    context is TextContext.Code ? NodeKind.CodeBlock : NodeKind.Paragraph,
                    new(span.Start + at, length),
                    context
                );
                builder.Add(node);
                builder.AddBlock(node, node.Span);
            }
            at += length;
        }
    }
}
