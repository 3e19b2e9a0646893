using System.Buffers;

namespace PostLint.Syntax;

/// <summary>
/// Gathers the parts of a syntax tree while one or more parsers read a file. Parsers declare nodes and blocks in any order;
/// what lies inside what is told from the spans, because Markdown, HTML and Liquid nest across each other's borders.
/// </summary>
internal sealed class TreeBuilder
{
    private readonly char[] _plain;
    private readonly List<Node> _nodes = [];
    private readonly List<TextBlock> _blocks = [];
    private readonly List<SyntaxProblem> _problems = [];

    public TreeBuilder(SourceText source)
    {
        Source = source;
        Root = new(NodeKind.Document, new(0, source.Text.Length), TextContext.Prose);
        _plain = ArrayPool<char>.Shared.Rent(source.Text.Length);
        _plain.AsSpan(0, source.Text.Length).Fill(' ');
    }

    public SourceText Source { get; }

    /// <summary>The root; a parser whose nodes nest by themselves may append to it.</summary>
    public Node Root { get; }

    /// <summary>Declares a node; <see cref="Build"/> finds the smallest node around it.</summary>
    public Node Add(Node node)
    {
        _nodes.Add(node);
        return node;
    }

    /// <summary>Makes a slice of the source readable as plain text.</summary>
    public void Show(TextSpan span) => Source.Slice(span).CopyTo(_plain.AsSpan(span.Start));

    /// <summary>Makes a slice readable as it stands in a masked copy of the source.</summary>
    public void Show(TextSpan span, string masked) => masked.CopyTo(span.Start, _plain, span.Start, span.Length);

    /// <summary>Blanks a slice again, such as an escape or a mark inside readable text.</summary>
    public void Blank(TextSpan span) => _plain.AsSpan(span.Start, span.Length).Fill(' ');

    /// <summary>Puts one character in the place of a decoded entity or escape.</summary>
    public void Put(int offset, char character) => _plain[offset] = character;

    /// <summary>Declares a unit of text; an empty one is none.</summary>
    public void AddBlock(Node node, params IReadOnlyList<TextSpan> segments)
    {
        if (segments.Any(segment => !segment.IsEmpty))
            _blocks.Add(new(node, segments));
    }

    /// <summary>Declares a defect.</summary>
    public void AddProblem(SyntaxProblemKind kind, TextSpan span, string detail) => _problems.Add(new(kind, span, detail));

    /// <summary>Builds the tree; to be called once.</summary>
    public SyntaxTree Build()
    {
        Nest();
        string plain = new(_plain, 0, Source.Text.Length);
        ArrayPool<char>.Shared.Return(_plain);
        return new(Source, Root, plain, Carve(), _problems);
    }

    /// <summary>Hangs each declared node below the smallest one that contains it.</summary>
    private void Nest()
    {
        if (_nodes.Count == 0)
            return;
        foreach (Node own in Root.Children)
            _nodes.Add(own);
        Root.Clear();
        var keys = new (int Start, int End, int Order)[_nodes.Count];
        for (int i = 0; i < keys.Length; i++)
            keys[i] = (_nodes[i].Span.Start, -_nodes[i].Span.End, i);
        Array.Sort(keys);
        var open = new Stack<Node>();
        foreach ((_, _, int order) in keys)
        {
            Node node = _nodes[order];
            while (open.TryPeek(out Node? top) && !top.Span.Contains(node.Span))
                open.Pop();
            (open.TryPeek(out Node? parent) ? parent : Root).Add(node);
            open.Push(node);
        }
    }

    /// <summary>
    /// Gives each character to one unit of text: the one that begins last, and of those that begin together the shortest.
    /// Units nest, and where Markdown and HTML disagree they cross; painting one over the other settles both.
    /// </summary>
    private List<TextBlock> Carve()
    {
        _blocks.Sort((a, b) => Extent(a).CompareTo(Extent(b)));
        List<TextSpan>?[] segments = Painted();
        return
        [
            .. _blocks
                .Select((block, i) => (block, own: segments[i]))
                .Where(pair => pair.own is not null)
                .Select(pair => pair.block with { Segments = pair.own! }),
        ];
    }

    /// <summary>
    /// What is left of each block when the later ones are painted over it: by a walk over all borders, the last open one on top.
    /// </summary>
    private List<TextSpan>?[] Painted()
    {
        var segments = new List<TextSpan>?[_blocks.Count];
        var starts = new List<(int Start, int Owner, int End)>(_blocks.Count);
        for (int owner = 0; owner < _blocks.Count; owner++)
        {
            foreach (TextSpan segment in _blocks[owner].Segments)
            {
                if (!segment.IsEmpty)
                    starts.Add((segment.Start, owner, segment.End));
            }
        }
        starts.Sort();
        var open = new PriorityQueue<(int Owner, int End), int>();
        for (int at = 0, next = 0; next < starts.Count || open.Count > 0; )
        {
            if (open.Count == 0)
                at = Math.Max(at, starts[next].Start);
            for (; next < starts.Count && starts[next].Start == at; next++)
                open.Enqueue((starts[next].Owner, starts[next].End), -starts[next].Owner);
            while (open.TryPeek(out (int Owner, int End) over, out _) && over.End <= at)
                open.Dequeue();
            if (!open.TryPeek(out (int Owner, int End) top, out _))
                continue;
            int end = next < starts.Count ? Math.Min(top.End, starts[next].Start) : top.End;
            List<TextSpan> own = segments[top.Owner] ??= new(1);
            if (own.Count > 0 && own[^1].End == at)
                own[^1] = TextSpan.Between(own[^1].Start, end);
            else
                own.Add(TextSpan.Between(at, end));
            at = end;
        }
        return segments;
    }

    private static (int Start, int Length) Extent(TextBlock block) =>
        block.Segments.Count > 0 ? (block.Segments[0].Start, block.Segments[0].Start - block.Segments[^1].End) : (block.Node.Span.Start, 0);
}
