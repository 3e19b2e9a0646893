namespace PostLint.Syntax;

/// <summary>
/// Makes the words of people in a bibliography readable: what stands between its entries, comments, and fields with remarks.
/// </summary>
internal sealed class BibtexRemarks(TreeBuilder builder)
{
    /// <summary>Adds a range as a comment if it holds any words.</summary>
    public void Add(Node parent, TextSpan range)
    {
        if (Read(range) is { } comment)
            parent.Add(comment);
    }

    /// <summary>Adds a comment with marks around its content, words or not.</summary>
    public void Add(Node parent, TextSpan span, TextSpan content)
    {
        var node = new Node(NodeKind.Comment, span, TextContext.BibliographyField) { Content = content };
        parent.Add(node);
        Show(node, content);
    }

    /// <summary>Reads a range as a comment; null if it holds no words.</summary>
    public Node? Read(TextSpan range)
    {
        ReadOnlySpan<char> text = builder.Source.Slice(range);
        int start = range.Start + text.Length - text.TrimStart().Length;
        var span = new TextSpan(start, Math.Max(0, text.Trim().Length));
        if (!HasWords(builder.Source.Slice(span)))
            return null;
        var node = new Node(NodeKind.Comment, span, TextContext.BibliographyField);
        Show(node, span);
        return node;
    }

    /// <summary>Makes a field's content a text of its own.</summary>
    public void ShowField(Node field)
    {
        if (!HasWords(builder.Source.Slice(field.Content)))
            return;
        builder.Show(field.Content);
        builder.AddBlock(field, field.Content);
    }

    private void Show(Node node, TextSpan content)
    {
        var lines = new List<TextSpan>();
        for (int start = content.Start; start < content.End; )
        {
            int end = builder.Source.Text.IndexOf('\n', start, content.End - start);
            if (end < 0)
                end = content.End;
            ReadOnlySpan<char> line = builder.Source.Text.AsSpan(start, end - start);
            int words = line.Length - line.TrimStart("% \t\r").Length;
            if (words < line.Length)
                lines.Add(new(start + words, line[words..].TrimEnd().Length));
            start = end + 1;
        }
        if (lines is [])
            return;
        foreach (TextSpan line in lines)
            builder.Show(line);
        builder.AddBlock(node, lines);
    }

    private static bool HasWords(ReadOnlySpan<char> text)
    {
        foreach (char unit in text)
        {
            if (char.IsLetterOrDigit(unit) || char.IsSurrogate(unit))
                return true;
        }
        return false;
    }
}
