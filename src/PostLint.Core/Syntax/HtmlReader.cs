using System.Net;

namespace PostLint.Syntax;

/// <summary>
/// Turns tags and comments into nodes and units of text; it costs the same however deep the nesting is. Slices that lie apart are read as
/// one text, so that an element may open in one and close in another.
/// </summary>
internal sealed class HtmlReader(TreeBuilder builder, IReadOnlyList<HtmlFragment> fragments)
{
    private const int MaxDepth = 512;
    private static readonly HashSet<string> s_void =
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ];
    private static readonly HashSet<string> s_inline =
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "br",
        "cite",
        "code",
        "d-cite",
        "d-math",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ];

    private readonly Stack<OpenElement> _open = new();
    private readonly List<TextSpan> _run = [];
    private readonly FragmentText _html = new(builder.Source, fragments);

    private sealed record OpenElement(string Name, TextSpan Tag, List<Node> Attributes);

    /// <summary>Reads all slices.</summary>
    public void Read()
    {
        string html = _html.Text;
        if (html.Length == 0)
            return;
        var scanner = new HtmlScanner(html);
        for (int textStart = 0; ; textStart = scanner.Span.End)
        {
            scanner.Next();
            Text(textStart, scanner.Span.Start);
            if (scanner.Kind is HtmlTokenKind.End)
                break;
            TextSpan span = _html.Map(scanner.Span);
            switch (scanner.Kind)
            {
                case HtmlTokenKind.StartTag:
                    scanner.Mode = Start(scanner, span);
                    break;
                case HtmlTokenKind.EndTag:
                    End(scanner.Name, span);
                    break;
                case HtmlTokenKind.Comment:
                    Comment(span);
                    break;
            }
        }
        Flush();
        while (_open.Count > 0)
            CloseUnbalanced(_open.Pop());
    }

    /// <summary>Text between two tags, slice by slice; where it stops at the border of a slice, a run of text ends.</summary>
    private void Text(int from, int to)
    {
        while (from < to)
        {
            HtmlPiece piece = _html.PieceAt(from, to);
            if (piece.HoldsText && !piece.Span.IsEmpty)
                Text(piece.Span);
            if (!piece.HoldsText || piece.IsCut)
                Flush();
            from = piece.Next;
        }
    }

    private void Text(TextSpan span)
    {
        switch (_open.TryPeek(out OpenElement? element) ? element.Name : "")
        {
            case "style":
                break;
            case "script" or "d-front-matter":
                Script(span, element!);
                break;
            default:
                if (builder.Source.Slice(span).IsWhiteSpace())
                    break;
                builder.Show(span);
                Decode(span);
                _run.Add(span);
                break;
        }
    }

    private void Script(TextSpan span, OpenElement element)
    {
        bool isJson = element.Attributes.Exists(attribute =>
            attribute.Name is "type" && attribute.Value!.Contains("json", StringComparison.OrdinalIgnoreCase)
        );
        if (isJson || element.Name is "d-front-matter")
        {
            FrontMatterParser.ParseYaml(builder, span);
            return;
        }
        if (KnownLibraries.IsLibrary(builder.Source.Slice(span)))
        {
            builder.Add(new(NodeKind.Raw, span, TextContext.Code));
            return;
        }
        // Browsers neither run nor show what is no script by its type.
        bool isPlain = element.Attributes.Exists(attribute =>
            attribute.Name is "type"
            && attribute.Value!.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            && !attribute.Value.Contains("script", StringComparison.OrdinalIgnoreCase)
            && !attribute.Value.Contains("babel", StringComparison.OrdinalIgnoreCase)
        );
        var node = new Node(NodeKind.CodeBlock, span, TextContext.Code) { Name = isPlain ? "plain-script" : "script" };
        builder.Add(node);
        builder.Show(span);
        builder.AddBlock(node, span);
    }

    private void Decode(TextSpan span)
    {
        ReadOnlySpan<char> text = builder.Source.Slice(span);
        for (int at = text.IndexOf('&'); at >= 0 && at < text.Length; )
        {
            int length = text[at..Math.Min(text.Length, at + 12)].IndexOf(';') + 1;
            string decoded = length > 2 ? WebUtility.HtmlDecode(text.Slice(at, length).ToString()) : "";
            if (decoded.Length == 1)
            {
                builder.Blank(new(span.Start + at, length));
                builder.Put(span.Start + at, decoded[0] == '\u00A0' ? ' ' : decoded[0]);
            }
            int next = text[(at + 1)..].IndexOf('&');
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    /// <summary>Opens an element; returns how its text is read.</summary>
    private HtmlTextMode Start(HtmlScanner tag, TextSpan span)
    {
        string name = tag.Name;
        if (!s_inline.Contains(name))
            Flush();
        var element = new OpenElement(name, span, Attributes(tag, span));
        if (s_void.Contains(name) || (tag.IsSelfClosing && span.Length > 2))
        {
            Declare(element, span, new(span.End, 0));
            return HtmlTextMode.Markup;
        }
        if (_open.Count >= MaxDepth)
        {
            builder.AddProblem(
                SyntaxProblemKind.TooDeep,
                span,
                "Elements are nested too deeply; those within are read without their structure"
            );
            return HtmlTextMode.Markup;
        }
        _open.Push(element);
        return name switch
        {
            "script" => HtmlTextMode.Script,
            "style" or "xmp" or "noembed" or "noframes" or "textarea" or "title" => HtmlTextMode.Raw,
            _ => HtmlTextMode.Markup,
        };
    }

    private List<Node> Attributes(HtmlScanner tag, TextSpan span)
    {
        var nodes = new List<Node>(tag.Attributes.Count);
        ReadOnlySpan<char> text = builder.Source.Slice(span);
        int at = Math.Min(tag.Name.Length + 1, text.Length);
        foreach ((string name, string value) in tag.Attributes)
        {
            int found = text[at..].IndexOf(name, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
                break;
            int start = at + found,
                end = start + name.Length;
            (int valueStart, int valueEnd, end) = Value(text, end);
            var content = new TextSpan(span.Start + valueStart, valueEnd - valueStart);
            nodes.Add(
                new(NodeKind.Attribute, TextSpan.Between(span.Start + start, span.Start + end), TextContext.Attribute)
                {
                    Name = name,
                    Content = content,
                    Value = value.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(value) : value,
                }
            );
            at = end;
        }
        return nodes;
    }

    /// <summary>The value after an attribute's name: where it starts and ends, and where the attribute ends.</summary>
    private static (int Start, int End, int After) Value(ReadOnlySpan<char> tag, int at)
    {
        int equals = at;
        while (equals < tag.Length && char.IsWhiteSpace(tag[equals]))
            equals++;
        if (equals >= tag.Length || tag[equals] != '=')
            return (at, at, at);
        int start = equals + 1;
        while (start < tag.Length && char.IsWhiteSpace(tag[start]))
            start++;
        if (start >= tag.Length)
            return (start, start, start);
        if (tag[start] is '"' or '\'')
        {
            int close = tag[(start + 1)..].IndexOf(tag[start]);
            int end = close < 0 ? tag.Length : start + 1 + close;
            return (start + 1, end, Math.Min(end + 1, tag.Length));
        }
        int stop = tag[start..].IndexOfAny(" \t\r\n>");
        stop = stop < 0 ? tag.Length : start + stop;
        return (start, stop, stop);
    }

    private void End(string name, TextSpan span)
    {
        if (!s_inline.Contains(name))
            Flush();
        bool isOpen = false;
        foreach (OpenElement element in _open)
            isOpen |= element.Name == name;
        if (!isOpen)
        {
            if (!s_void.Contains(name) && name is not "p")
                builder.AddProblem(SyntaxProblemKind.UnbalancedElement, span, $"This closes an element that is not open");
            return;
        }
        while (_open.TryPop(out OpenElement? element))
        {
            if (element.Name == name)
            {
                Declare(element, TextSpan.Between(element.Tag.Start, span.End), TextSpan.Between(element.Tag.End, span.Start));
                return;
            }
            CloseUnbalanced(element);
        }
    }

    /// <summary>An element without an end tag is as long as its start tag; those whose end tag may be left out are no defect.</summary>
    private void CloseUnbalanced(OpenElement element)
    {
        Declare(element, element.Tag, new(element.Tag.End, 0));
        if (
            element.Name
            is "p"
                or "li"
                or "td"
                or "th"
                or "tr"
                or "dt"
                or "dd"
                or "option"
                or "thead"
                or "tbody"
                or "tfoot"
                or "html"
                or "body"
                or "head"
        )
            return;
        builder.AddProblem(SyntaxProblemKind.UnbalancedElement, element.Tag, "This element is never closed");
    }

    private void Declare(OpenElement element, TextSpan span, TextSpan content)
    {
        NodeKind kind = element.Name switch
        {
            "a" => NodeKind.Link,
            "img" => NodeKind.Image,
            "d-cite" => NodeKind.Citation,
            "d-footnote" => NodeKind.Footnote,
            "code" => NodeKind.Code,
            "pre" or "d-code" => NodeKind.CodeBlock,
            "d-math" => NodeKind.Math,
            "blockquote" => QuotedBoxes.IsBoxClass(ValueOf(element, "class")) ? NodeKind.Callout : NodeKind.Quote,
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => NodeKind.Heading,
            _ => NodeKind.Element,
        };
        string? value = kind switch
        {
            NodeKind.Link => ValueOf(element, "href"),
            NodeKind.Image => ValueOf(element, "src"),
            NodeKind.Citation => ValueOf(element, "key") ?? ValueOf(element, "bibtex-key"),
            _ => null,
        };
        builder.Add(
            new(kind, span, kind is NodeKind.Heading ? TextContext.Heading : TextContext.Prose)
            {
                Name = element.Name,
                Content = content,
                Value = value,
                Level = kind is NodeKind.Heading ? element.Name[1] - '0' : 0,
            }
        );
        foreach (Node attribute in element.Attributes)
            builder.Add(attribute);
        if (kind is NodeKind.Footnote && !content.IsEmpty)
        {
            var text = new Node(NodeKind.Paragraph, content, TextContext.Prose);
            builder.Add(text);
            builder.AddBlock(text, content);
        }
        foreach (Node attribute in element.Attributes)
        {
            if (attribute.Name is not ("alt" or "title" or "aria-label" or "caption" or "content") || attribute.Content.Length < 3)
                continue;
            builder.Show(attribute.Content);
            builder.AddBlock(attribute, attribute.Content);
        }
    }

    private static string? ValueOf(OpenElement element, string name) => element.Attributes.Find(attribute => attribute.Name == name)?.Value;

    private void Comment(TextSpan span)
    {
        ReadOnlySpan<char> text = builder.Source.Slice(span);
        if (!text.StartsWith("<!--", StringComparison.Ordinal))
            return;
        bool isClosed = text.EndsWith("-->", StringComparison.Ordinal);
        if (!isClosed)
            builder.AddProblem(SyntaxProblemKind.UnclosedComment, new(span.Start, 4), "This comment is never closed");
        var content = TextSpan.Between(span.Start + 4, Math.Max(span.Start + 4, isClosed ? span.End - 3 : span.End));
        var node = new Node(NodeKind.Comment, span, TextContext.HtmlComment) { Content = content };
        builder.Add(node);
        builder.Show(content);
        builder.AddBlock(node, content);
    }

    /// <summary>Ends a run of text: all that stood since the last element that is no part of a line.</summary>
    private void Flush()
    {
        if (_run.Count == 0)
            return;
        TextContext context = TextContext.Prose;
        NodeKind kind = NodeKind.Paragraph;
        foreach (OpenElement element in _open)
        {
            if (s_inline.Contains(element.Name))
                continue;
            kind = element.Name switch
            {
                "li" => NodeKind.ListItem,
                "td" or "th" or "dt" or "dd" => NodeKind.Cell,
                _ => NodeKind.Paragraph,
            };
            context = element.Name switch
            {
                "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "title" or "d-title" => TextContext.Heading,
                "figcaption" or "caption" => TextContext.Caption,
                "pre" or "d-code" or "textarea" => TextContext.Code,
                _ => ValueOf(element, "class")?.Contains("caption", StringComparison.OrdinalIgnoreCase) == true
                    ? TextContext.Caption
                    : TextContext.Prose,
            };
            break;
        }
        var node = new Node(kind, TextSpan.Between(_run[0].Start, _run[^1].End), context);
        builder.Add(node);
        builder.AddBlock(node, node.Span);
        _run.Clear();
    }
}
