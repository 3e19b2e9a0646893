namespace PostLint.Syntax;

/// <summary>
/// A text that stands in another one with escapes and in pieces, such as a cell of a notebook. It is parsed as if it stood alone; the tree
/// is then hung where
/// it was written, so that each node and each word has its exact slice of the file.
/// </summary>
internal sealed class EmbeddedText
{
    private readonly List<char> _text = [];
    private readonly List<(int Start, int End)> _origins = [];

    /// <summary>Whether there is any of it.</summary>
    public bool IsEmpty => _text.Count == 0;

    /// <summary>Appends the content of a JSON string.</summary>
    public void Append(string source, TextSpan span)
    {
        for (int at = span.Start; at < span.End; )
        {
            _text.Add(JsonValue.CharacterAt(source, at, span.End, out int length));
            _origins.Add((at, at + length));
            at += length;
        }
    }

    /// <summary>The text as it reads, under the path of its file.</summary>
    public SourceText Read(string path) => new(path, new string([.. _text]));

    /// <summary>Hangs a tree of the text into that of the file.</summary>
    public void Hang(SyntaxTree tree, TreeBuilder builder)
    {
        var hung = new Dictionary<Node, Node>(ReferenceEqualityComparer.Instance);
        foreach (Node node in tree.Root.DescendantsAndSelf().Skip(1))
            hung[node] = builder.Add(Moved(node));
        Node whole = tree.Root;
        foreach (TextBlock block in tree.Blocks)
        {
            Node node = block.Node == whole ? Moved(whole) : hung[block.Node];
            builder.AddBlock(node, [.. block.Segments.SelectMany(Pieces)]);
        }
        for (int i = 0; i < tree.Plain.Length; i++)
        {
            if (tree.Plain[i] != ' ')
                builder.Put(_origins[i].Start, tree.Plain[i]);
        }
        foreach (SyntaxProblem problem in tree.Problems)
            builder.AddProblem(problem.Kind, Moved(problem.Span), problem.Detail);
    }

    /// <summary>Shows the text as a unit of its own, without structure.</summary>
    public void Show(TreeBuilder builder, NodeKind kind, TextContext context)
    {
        if (IsEmpty)
            return;
        var node = new Node(kind, Moved(new TextSpan(0, _text.Count)), context);
        builder.Add(node);
        builder.AddBlock(node, [.. Pieces(new(0, _text.Count))]);
        for (int i = 0; i < _text.Count; i++)
            builder.Put(_origins[i].Start, _text[i]);
    }

    private Node Moved(Node node) =>
        new(node.Kind, Moved(node.Span), node.Context)
        {
            Content = Moved(node.Content),
            Name = node.Name,
            Value = node.Value,
            Level = node.Level,
        };

    private TextSpan Moved(TextSpan span)
    {
        if (_origins.Count == 0)
            return new(0, 0);
        if (span.IsEmpty)
            return new(span.Start < _origins.Count ? _origins[span.Start].Start : _origins[^1].End, 0);
        return TextSpan.Between(_origins[span.Start].Start, _origins[span.End - 1].End);
    }

    /// <summary>The slices of the file that a slice of the text is written in: what stands between the pieces is none of it.</summary>
    private IEnumerable<TextSpan> Pieces(TextSpan span)
    {
        for (int at = span.Start; at < span.End; )
        {
            int first = at++;
            while (at < span.End && _origins[at].Start == _origins[at - 1].End)
                at++;
            yield return TextSpan.Between(_origins[first].Start, _origins[at - 1].End);
        }
    }
}
