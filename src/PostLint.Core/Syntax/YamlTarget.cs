using System.Buffers;

namespace PostLint.Syntax;

/// <summary>
/// Where nodes read from YAML or TOML go: the tree, the context, and whether each value is a text of its own (the values in a comment are
/// the
/// comment's text).
/// </summary>
internal readonly record struct YamlTarget(TreeBuilder Builder, TextContext Context, bool HasText)
{
    private static readonly SearchValues<char> s_blank = SearchValues.Create(" \t\r\n");

    /// <summary>Whether it is TOML, so that what a comment leaves out is, too.</summary>
    public bool IsToml { get; init; }

    public string Text => Builder.Source.Text;

    public Node Scalar(TextSpan span, TextSpan content, string? value)
    {
        var node = new Node(NodeKind.Scalar, span, Context) { Content = content, Value = value };
        if (HasText)
            ShowText(node);
        return node;
    }

    /// <summary>The column of an offset, 0-based; a tab reaches to the next multiple of four.</summary>
    public int ColumnOf(int offset)
    {
        int column = 0;
        int lineStart = offset == 0 ? 0 : Text.LastIndexOf('\n', offset - 1) + 1;
        foreach (char unit in Text.AsSpan(lineStart, offset - lineStart))
            column = unit is '\t' ? (column / 4 * 4) + 4 : column + 1;
        return column;
    }

    /// <summary>A range without the blanks and line ends around it; empty at its start if there is nothing else.</summary>
    public TextSpan Trim(TextSpan span)
    {
        ReadOnlySpan<char> slice = Builder.Source.Slice(span);
        int first = slice.IndexOfAnyExcept(s_blank);
        return first < 0 ? new(span.Start, 0) : TextSpan.Between(span.Start + first, span.Start + slice.LastIndexOfAnyExcept(s_blank) + 1);
    }

    public bool HasWords(TextSpan span)
    {
        foreach (char unit in Builder.Source.Slice(span))
        {
            if (char.IsLetterOrDigit(unit) || char.IsSurrogate(unit))
                return true;
        }
        return false;
    }

    private void ShowText(Node scalar)
    {
        if (!HasWords(scalar.Content))
            return;
        Builder.Show(scalar.Content);
        if (scalar.Content.Start > 0 && Text[scalar.Content.Start - 1] is '"')
            BlankEscapes(scalar.Content);
        Builder.AddBlock(scalar, scalar.Content);
    }

    /// <summary>Blanks escapes, and of an escaped quotation mark or backslash the escape only.</summary>
    private void BlankEscapes(TextSpan content)
    {
        ReadOnlySpan<char> text = Builder.Source.Slice(content);
        for (int at = 0; at < text.Length; at += 2)
        {
            int next = text[at..].IndexOf('\\');
            if (next < 0)
                return;
            at += next;
            bool keeps = at + 1 == text.Length || text[at + 1] is '"' or '\\' or '/';
            Builder.Blank(new(content.Start + at, keeps ? 1 : 2));
        }
    }
}
