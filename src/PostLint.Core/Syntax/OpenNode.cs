namespace PostLint.Syntax;

/// <summary>A node that is still being read: its end grows with its parts, and the node is made when it closes.</summary>
internal sealed class OpenNode(NodeKind kind, TextSpan head, TextContext context)
{
    private readonly List<Node> _children = [];
    private int _end = head.End;
    private int _valueEnd = head.End;

    public NodeKind Kind => kind;

    public string? Name { get; init; }

    /// <summary>0-based column that its parts stand right of; parsers that read by indentation may correct it.</summary>
    public int Column { get; set; } = -1;

    /// <summary>
    /// Where the value starts: at the first part that is no comment, unless it is set; the end of the head where there is none.
    /// </summary>
    public int ValueStart { get; set; } = head.End;

    public int End => _end;

    public bool HasChildren => _children.Count > 0;

    /// <summary>Whether its value stands behind its key.</summary>
    public bool HoldsText { get; set; }

    /// <summary>Appends a part. A comment widens the span, not the content.</summary>
    public void Add(Node child)
    {
        _children.Add(child);
        _end = Math.Max(_end, child.Span.End);
        if (child.Kind is NodeKind.Comment)
            return;
        if (ValueStart == head.End)
            ValueStart = child.Span.Start;
        Extend(child.Span.End);
    }

    /// <summary>Widens span and content to an offset.</summary>
    public void Extend(int end)
    {
        _end = Math.Max(_end, end);
        _valueEnd = Math.Max(_valueEnd, end);
    }

    public Node Close()
    {
        var node = new Node(kind, TextSpan.Between(head.Start, _end), context)
        {
            Name = Name,
            Content = TextSpan.Between(ValueStart, Math.Max(ValueStart, _valueEnd)),
        };
        foreach (Node child in _children)
            node.Add(child);
        return node;
    }
}
