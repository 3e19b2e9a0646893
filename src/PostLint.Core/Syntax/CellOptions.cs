namespace PostLint.Syntax;

/// <summary>
/// Reads what the options of a Quarto cell show on the page, such as <c>#| fig-cap: "…"</c>: captions, though they stand in code.
/// </summary>
internal static class CellOptions
{
    private static readonly string[] s_shown = ["fig-cap", "tbl-cap", "lst-cap", "fig-alt", "fig-title", "title", "fig-subcap"];

    /// <summary>Reads the option lines at the top of a cell's code.</summary>
    public static void Read(TreeBuilder builder, TextSpan code)
    {
        string text = builder.Source.Text;
        for (int start = code.Start; start < code.End; )
        {
            int length = text.AsSpan(start, code.End - start).IndexOf('\n');
            int end = length < 0 ? code.End : start + length;
            if (MarkLength(text.AsSpan(start, end - start)) is not (> 0 and var mark))
                return;
            Option(builder, TextSpan.Between(start + mark, end));
            start = end + 1;
        }
    }

    /// <summary>The length of the mark of an option line, in the comment signs of its language; 0 for other lines.</summary>
    private static int MarkLength(ReadOnlySpan<char> line) =>
        line switch
        {
            ['#' or '%', '|', ..] => 2,
            ['/', '/', '|', ..] or ['-', '-', '|', ..] or ['%', '%', '|', ..] => 3,
            _ => 0,
        };

    private static void Option(TreeBuilder builder, TextSpan line)
    {
        ReadOnlySpan<char> option = builder.Source.Slice(line);
        int colon = option.IndexOf(':');
        if (colon < 0)
            return;
        string key = option[..colon].Trim().ToString();
        ReadOnlySpan<char> value = option[(colon + 1)..].Trim().Trim("\"'");
        if (value.IsEmpty || !s_shown.Contains(key))
            return;
        var content = new TextSpan(line.Start + colon + 1 + option[(colon + 1)..].IndexOf(value), value.Length);
        var node = new Node(NodeKind.Attribute, line, TextContext.Caption)
        {
            Name = key,
            Content = content,
            Value = value.ToString(),
        };
        builder.Add(node);
        builder.AddBlock(node, content);
    }
}
