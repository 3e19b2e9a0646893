namespace PostLint.Syntax;

/// <summary>Reads TeX: its comments are comments, all else is code.</summary>
internal static class TexParser
{
    // What is switched off, and up to where.
    private static readonly (string Open, string Close)[] s_off = [("\\iffalse", "\\fi"), ("\\begin{comment}", "\\end{comment}")];

    /// <summary>Parses a file. Never throws.</summary>
    public static SyntaxTree Parse(SourceText source)
    {
        var builder = new TreeBuilder(source);
        int done = 0;
        for (int at = 0; at < source.Text.Length; )
        {
            TextSpan comment = CommentAt(source.Text, at);
            if (!comment.IsEmpty)
            {
                Code(builder, TextSpan.Between(done, comment.Start));
                Comment(builder, comment);
                done = comment.End;
            }
            at = comment.IsEmpty ? EndOfLine(source.Text, at) + 1 : comment.End;
        }
        Code(builder, TextSpan.Between(done, source.Text.Length));
        return builder.Build();
    }

    /// <summary>The comment that a line holds or opens; empty where there is none.</summary>
    private static TextSpan CommentAt(string text, int start)
    {
        int end = EndOfLine(text, start);
        ReadOnlySpan<char> line = text.AsSpan(start, end - start),
            trimmed = line.TrimStart();
        if (trimmed is ['%', ..])
            return new(end - trimmed.Length, trimmed.TrimEnd().Length);
        foreach ((string open, string close) in s_off)
        {
            if (!trimmed.StartsWith(open, StringComparison.Ordinal))
                continue;
            int from = end - trimmed.Length,
                length = text.AsSpan(from).IndexOf(close, StringComparison.Ordinal);
            return length < 0 ? TextSpan.Between(from, text.Length) : new(from, length + close.Length);
        }
        int behind = line.IndexOf(" % ", StringComparison.Ordinal); // without blanks it may belong to an address
        return behind < 0 ? default : TextSpan.Between(start + behind + 1, start + line.TrimEnd().Length);
    }

    private static int EndOfLine(string text, int at)
    {
        int length = text.AsSpan(at).IndexOf('\n');
        return length < 0 ? text.Length : at + length;
    }

    private static void Code(TreeBuilder builder, TextSpan span)
    {
        if (!span.IsEmpty)
            PlainTextParser.Read(builder, span, TextContext.Code);
    }

    private static void Comment(TreeBuilder builder, TextSpan span)
    {
        var node = new Node(NodeKind.Comment, span, TextContext.Code) { Content = span };
        builder.Add(node);
        builder.Show(span);
        builder.AddBlock(node, span);
    }
}
