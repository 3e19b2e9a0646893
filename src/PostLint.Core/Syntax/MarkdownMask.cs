using System.Buffers;

namespace PostLint.Syntax;

/// <summary>
/// Reads what Markdig does not know, before it reads the rest: Liquid, kramdown attributes, LaTeX without dollars and Markdown comments.
/// Each is declared to the builder and blanked, at equal length, in the copy that Markdig gets; so offsets stay those of the source.
/// </summary>
internal sealed class MarkdownMask
{
    private const string KramdownComment = "{::comment}";
    private const int MaxKramdown = 50_000; // as for LaTeX environments
    private const int MaxInline = 4_000; // no inline mark of real posts is longer; bounds the search for a closing mark
    private const int MaxBrackets = 4_000; // more in one block no post has; Markdig's time grows with their square
    private const int MaxUnderlines = 2_000; // more headings of two lines no post has; for each Markdig looks through all blocks
    private const int MaxNotes = 2_000; // more footnotes no post has; for each Markdig looks through all others
    private static readonly SearchValues<char> s_starts = SearchValues.Create("{\\[<$");

    private readonly TreeBuilder _builder;
    private readonly string _text;
    private readonly char[] _masked;

    private MarkdownMask(TreeBuilder builder)
    {
        _builder = builder;
        _text = builder.Source.Text;
        _masked = ArrayPool<char>.Shared.Rent(_text.Length);
        _text.CopyTo(_masked);
    }

    /// <summary>HTML tags that were blanked so that Markdig reads what is between them as Markdown.</summary>
    public List<TextSpan> Tags { get; } = [];

    /// <summary>The copy for Markdig; to be taken once.</summary>
    public string TakeMasked()
    {
        string masked = new(_masked, 0, _text.Length);
        ArrayPool<char>.Shared.Return(_masked);
        return masked;
    }

    /// <summary>Masks a post from the end of its front matter on.</summary>
    public static MarkdownMask Of(TreeBuilder builder, int start)
    {
        var mask = new MarkdownMask(builder);
        mask.Hide(new(0, start));
        for (int at = mask.Next(start); at >= 0; at = mask.Next(at))
            at = Math.Max(at + 1, mask.Read(at));
        mask.LimitBrackets(start);
        mask.LimitLines(start);
        return mask;
    }

    private int Next(int from)
    {
        int found = from < _text.Length ? _text.AsSpan(from).IndexOfAny(s_starts) : -1;
        return found < 0 ? -1 : from + found;
    }

    /// <summary>Reads what begins at an offset; the offset after it, or the same where nothing does.</summary>
    private int Read(int at) =>
        (_text[at], at + 1 < _text.Length ? _text[at + 1] : '\0') switch
        {
            ('{', '%') => LiquidTag(at),
            ('{', '{') => LiquidOutput(at),
            ('{', ':') => _text.AsSpan(at).StartsWith(KramdownComment, StringComparison.Ordinal)
                ? KramdownBlock(at)
                : KramdownAttributes(at),
            ('{', '#') => HeadingId(at),
            ('$', '$') => DoubleDollars(at),
            ('\\', 'b') => LatexEnvironment(at),
            ('\\', '\\') => LatexBrackets(at),
            ('\\', _) => at + 2,
            ('[', '/' or 'c' or 'C' or '_' or '#' or '^') => MarkdownComment(at),
            ('<', _) => MarkdownInHtml(at),
            _ => at,
        };

    private int LiquidTag(int at)
    {
        int end = Find("%}", at + 2, MaxInline);
        if (end < 0)
            return at;
        end += 2;
        ReadOnlySpan<char> inside = _text.AsSpan(at + 2, end - at - 4).Trim('-').Trim();
        int nameLength = inside.IndexOfAny(" \t\r\n");
        string name = (nameLength < 0 ? inside : inside[..nameLength]).ToString();
        return name switch
        {
            "comment" => LiquidBlock(at, end, name, NodeKind.Comment, TextContext.LiquidComment),
            "highlight" => LiquidBlock(at, end, name, NodeKind.CodeBlock, TextContext.Code),
            "include" or "figure" or "image" => LiquidInclude(at, end, name),
            _ => Declare(NodeKind.Liquid, TextSpan.Between(at, end), TextContext.Attribute, TextSpan.Between(at + 2, end - 2), name),
        };
    }

    /// <summary>A figure, whose caption, title and alternative text are read: <c>{% include figure.liquid path="…" caption="…"
    /// %}</c>.</summary>
    private int LiquidInclude(int at, int end, string name)
    {
        foreach (string parameter in (IEnumerable<string>)["caption", "alt", "title"])
        {
            if (ValueOf(parameter, at, end) is not { IsEmpty: false } value)
                continue;
            var span = TextSpan.Between(value.Start - parameter.Length - 2, value.End + 1);
            string text = _text.Substring(value.Start, value.Length);
            var node = new Node(NodeKind.Attribute, span, TextContext.Caption)
            {
                Name = parameter,
                Content = value,
                Value = text,
            };
            _builder.Add(node);
            _builder.Show(value);
            _builder.AddBlock(node, value);
        }
        return Declare(NodeKind.Liquid, TextSpan.Between(at, end), TextContext.Attribute, TextSpan.Between(at + 2, end - 2), name);
    }

    /// <summary>What stands between the quotation marks behind a parameter of a tag.</summary>
    private TextSpan? ValueOf(string parameter, int at, int end)
    {
        ReadOnlySpan<char> tag = _text.AsSpan(at, end - at);
        for (int start = tag.IndexOf(parameter); start > 0 && start + parameter.Length + 2 < tag.Length; )
        {
            int open = start + parameter.Length + 1;
            if (char.IsWhiteSpace(tag[start - 1]) && tag[open - 1] == '=' && tag[open] is '"' or '\'')
            {
                int length = tag[(open + 1)..].IndexOf(tag[open]);
                return length < 0 ? null : new(at + open + 1, length);
            }
            int next = tag[(start + 1)..].IndexOf(parameter);
            start = next < 0 ? -1 : start + 1 + next;
        }
        return null;
    }

    private int LiquidBlock(int at, int open, string name, NodeKind kind, TextContext context)
    {
        int close = Find("{%", open, int.MaxValue);
        while (close >= 0 && !_text.AsSpan(close + 2).TrimStart("- \t").StartsWith($"end{name}", StringComparison.Ordinal))
            close = Find("{%", close + 2, int.MaxValue);
        int end = close < 0 ? -1 : Find("%}", close, MaxInline);
        if (end < 0)
        {
            _builder.AddProblem(SyntaxProblemKind.UnclosedLiquid, TextSpan.Between(at, open), "This Liquid block is never closed");
            return Declare(NodeKind.Liquid, TextSpan.Between(at, open), TextContext.Attribute, TextSpan.Between(at + 2, open - 2), name);
        }
        TextSpan content = TextSpan.Between(open, close);
        var node = new Node(kind, TextSpan.Between(at, end + 2), context) { Name = name, Content = content };
        _builder.Add(node);
        _builder.Show(content);
        _builder.AddBlock(node, content);
        Hide(node.Span);
        return node.Span.End;
    }

    /// <summary>
    /// A shortcode of Hugo or Quarto: <c>{{&lt; figure src="…" caption="…" &gt;}}</c>; the offset behind it, or the same.
    /// </summary>
    private int Shortcode(int at)
    {
        string close = _text[at + 2] is '<' ? ">}}" : "%}}";
        int end = Find(close, at + 3, MaxInline);
        if (end < 0)
            return at;
        ReadOnlySpan<char> inside = _text.AsSpan(at + 3, end - at - 3).Trim();
        int nameLength = inside.IndexOfAny(" \t\r\n");
        return LiquidInclude(at, end + 3, (nameLength < 0 ? inside : inside[..nameLength]).ToString());
    }

    private int LiquidOutput(int at)
    {
        if (at + 2 < _text.Length && _text[at + 2] is '<' or '%' && Shortcode(at) is var behind && behind > at)
            return behind;
        int end = Find("}}", at + 2, 300);
        if (end < 0)
            return at;
        ReadOnlySpan<char> inside = _text.AsSpan(at + 2, end - at - 2);
        bool isExpression =
            !inside.ContainsAny('\\', '\n', '{')
            && inside.Trim().Length > 1
            && (inside[0] == ' ' || inside.ContainsAny('|', '"', '\'') || inside.Contains('.'));
        return isExpression
            ? Declare(NodeKind.Liquid, TextSpan.Between(at, end + 2), TextContext.Attribute, TextSpan.Between(at + 2, end), "output")
            : at;
    }

    /// <summary><c>{::comment}…{:/comment}</c>, whose closing mark may be <c>{:/}</c>; one that is never closed is none.</summary>
    private int KramdownBlock(int at)
    {
        int open = at + KramdownComment.Length,
            close = Find("{:/", open, MaxKramdown),
            end = close < 0 ? -1 : Find("}", close, MaxInline);
        if (end < 0)
            return at;
        TextSpan content = TextSpan.Between(open, close);
        var node = new Node(NodeKind.Comment, TextSpan.Between(at, end + 1), TextContext.MarkdownComment)
        {
            Name = "comment",
            Content = content,
        };
        _builder.Add(node);
        _builder.Show(content);
        _builder.AddBlock(node, content);
        Hide(node.Span);
        return node.Span.End;
    }

    private int KramdownAttributes(int at)
    {
        int end = _text.AsSpan(at, Math.Min(_text.Length - at, 500)).IndexOfAny('}', '\n');
        if (end < 0 || _text[at + end] == '\n')
            return at;
        return Declare(NodeKind.Attribute, new(at, end + 1), TextContext.Attribute, new(at + 2, end - 2), "kramdown");
    }

    private int HeadingId(int at)
    {
        int end = _text.AsSpan(at, Math.Min(_text.Length - at, 200)).IndexOfAny("}\n \\");
        if (end < 0 || _text[at + end] != '}')
            return at;
        return Declare(NodeKind.Attribute, new(at, end + 1), TextContext.Attribute, new(at + 2, end - 2), "id");
    }

    private int LatexEnvironment(int at)
    {
        const string Begin = "\\begin{";
        if (!_text.AsSpan(at).StartsWith(Begin, StringComparison.Ordinal))
            return at + 2;
        int nameEnd = _text.AsSpan(at, Math.Min(_text.Length - at, 60)).IndexOf('}');
        if (nameEnd < 0)
            return at + 2;
        string close = $"\\end{_text.AsSpan(at + Begin.Length - 1, nameEnd - Begin.Length + 2)}";
        int end = Find(close, at + nameEnd, 50_000);
        return end < 0
            ? at + nameEnd
            : Declare(
                NodeKind.Math,
                TextSpan.Between(at, end + close.Length),
                TextContext.Code,
                TextSpan.Between(at, end + close.Length),
                null
            );
    }

    /// <summary>
    /// <c>$$…$$</c>, kramdown's only mark of mathematics, wherever it stands. One that is never closed is no mathematics:
    /// it must not swallow the text behind it, so the search ends at a heading or after <see cref="MaxInline"/> characters.
    /// </summary>
    private int DoubleDollars(int at)
    {
        int end = Find("$$", at + 2, MaxInline);
        ReadOnlySpan<char> inside = end < 0 ? [] : _text.AsSpan(at + 2, end - at - 2);
        bool isMath =
            end >= 0
            && !inside.Contains("\n#", StringComparison.Ordinal)
            && (!inside.Contains("\n\n", StringComparison.Ordinal) || inside.Contains('\\'));
        if (isMath)
            return Declare(NodeKind.Math, TextSpan.Between(at, end + 2), TextContext.Code, TextSpan.Between(at + 2, end), null);
        Hide(new(at, 2));
        return at + 2;
    }

    /// <summary><c>\\(…\\)</c> and <c>\\[…\\]</c>, as kramdown wants them; never across a blank line.</summary>
    private int LatexBrackets(int at)
    {
        string? close =
            at + 2 < _text.Length
                ? _text[at + 2] switch
                {
                    '(' => "\\\\)",
                    '[' => "\\\\]",
                    _ => null,
                }
                : null;
        int end = close is null ? -1 : Find(close, at + 3, MaxInline);
        if (end < 0 || _text.AsSpan(at, end - at).Contains("\n\n", StringComparison.Ordinal))
            return at + 2;
        return Declare(NodeKind.Math, TextSpan.Between(at, end + 3), TextContext.Code, TextSpan.Between(at + 3, end), null);
    }

    /// <summary>A link definition that nothing can refer to: <c>[//]: # (…)</c>, <c>[comment]: &lt;&gt; (…)</c> and their like.</summary>
    private int MarkdownComment(int at)
    {
        if (at > 0 && _text.AsSpan(0, at).TrimEnd(' ') is { Length: > 0 } before && before[^1] != '\n')
            return at;
        int lineEnd = _text.AsSpan(at).IndexOf('\n');
        lineEnd = lineEnd < 0 ? _text.Length : at + lineEnd;
        ReadOnlySpan<char> line = _text.AsSpan(at, lineEnd - at).TrimEnd();
        int colon = line.IndexOf("]:", StringComparison.Ordinal);
        if (colon < 0)
            return at;
        ReadOnlySpan<char> label = line[1..colon],
            rest = line[(colon + 2)..].TrimStart();
        bool isComment =
            (label is "//" or "_" or "#" || label.StartsWith("comment", StringComparison.OrdinalIgnoreCase))
            && rest.Length > 0
            && (rest[0] is '#' or '/' || rest.StartsWith("<>", StringComparison.Ordinal));
        if (!isComment)
            return at;
        int open = rest.IndexOfAny('(', '"', '\'');
        int start = lineEnd - (_text.AsSpan(at, lineEnd - at).Length - line.Length) - (open < 0 ? 0 : rest.Length - open - 1);
        int end = at + line.Length;
        if (open >= 0 && end > start && line[^1] is ')' or '"' or '\'')
            end--;
        var node = new Node(NodeKind.Comment, new(at, line.Length), TextContext.MarkdownComment)
        {
            Content = TextSpan.Between(Math.Min(start, end), end),
        };
        _builder.Add(node);
        _builder.Show(node.Content);
        _builder.AddBlock(node, node.Content);
        Hide(node.Span);
        return node.Span.End;
    }

    /// <summary>Blanks a tag with a <c>markdown</c> attribute, so that Markdig reads on behind it.</summary>
    private int MarkdownInHtml(int at)
    {
        int end = _text.AsSpan(at, Math.Min(_text.Length - at, 1_000)).IndexOf('>');
        if (end < 0 || !_text.AsSpan(at, end).Contains(" markdown=", StringComparison.Ordinal))
            return at;
        var tag = new TextSpan(at, end + 1);
        Tags.Add(tag);
        Hide(tag);
        return tag.End;
    }

    private int Declare(NodeKind kind, TextSpan span, TextContext context, TextSpan content, string? name)
    {
        _builder.Add(new(kind, span, context) { Content = content, Name = name });
        Hide(span);
        return span.End;
    }

    private int Find(string mark, int from, int within)
    {
        int length = Math.Min(_text.Length - from, within);
        int found = length > 0 ? _text.AsSpan(from, length).IndexOf(mark, StringComparison.Ordinal) : -1;
        return found < 0 ? -1 : from + found;
    }

    /// <summary>Blanks the opening brackets of a block behind the first few thousand: what they open is read as text.</summary>
    private void LimitBrackets(int start)
    {
        int count = 0;
        bool isLimited = false;
        for (int at = start; at < _text.Length; at++)
        {
            char c = _masked[at];
            if (c is '\n' && IsBlankLine(at + 1))
                count = 0;
            if (c is not '[' || ++count <= MaxBrackets)
                continue;
            _masked[at] = ' ';
            if (isLimited)
                continue;
            isLimited = true;
            const string Reason = "So many brackets stand in one block that the links behind this one are read as text";
            _builder.AddProblem(SyntaxProblemKind.TooDeep, new(at, 1), Reason);
        }
    }

    /// <summary>Blanks underlines and footnotes behind the first few thousand: what they underline or note is read as text.</summary>
    private void LimitLines(int start)
    {
        int underlines = 0,
            notes = 0;
        for (int at = start; at < _text.Length; )
        {
            ReadOnlySpan<char> rest = _masked.AsSpan(at, _text.Length - at);
            int length = rest.IndexOf('\n');
            TextSpan line = new(at, length < 0 ? rest.Length : length);
            ReadOnlySpan<char> mark = rest[..line.Length].Trim();
            at = line.End + 1;
            if (IsUnderline(mark) && ++underlines > MaxUnderlines)
                Hide(
                    line,
                    underlines == MaxUnderlines + 1,
                    "So many lines are underlined that the headings behind this one are read as text"
                );
            else if (mark.StartsWith("[^") && mark.Contains("]:", StringComparison.Ordinal) && ++notes > MaxNotes)
                Hide(
                    new(line.Start, rest.IndexOf(']') + 1),
                    notes == MaxNotes + 1,
                    "There are so many footnotes that those behind this one are read as text"
                );
        }
    }

    private void Hide(TextSpan span, bool isFirst, string reason)
    {
        Hide(span);
        if (isFirst)
            _builder.AddProblem(SyntaxProblemKind.TooDeep, new(span.Start, 1), reason);
    }

    private static bool IsUnderline(ReadOnlySpan<char> line) =>
        !line.IsEmpty && (!line.ContainsAnyExcept('-') || !line.ContainsAnyExcept('='));

    private bool IsBlankLine(int at)
    {
        while (at < _text.Length && _masked[at] is ' ' or '\t' or '\r')
            at++;
        return at >= _text.Length || _masked[at] is '\n';
    }

    /// <summary>Blanks a slice; line ends stay, so that Markdown's blocks stay.</summary>
    private void Hide(TextSpan span)
    {
        foreach (ref char c in _masked.AsSpan(span.Start, span.Length))
        {
            if (c is not ('\n' or '\r'))
                c = ' ';
        }
    }
}
