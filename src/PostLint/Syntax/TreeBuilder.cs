namespace PostLint.Syntax;

/// <summary>Gathers the parts of a syntax tree while one or more parsers read a file.</summary>
internal sealed class TreeBuilder
{
    private readonly char[] _plain;
    private readonly List<TextBlock> _blocks = [];
    private readonly List<SyntaxProblem> _problems = [];

    public TreeBuilder(SourceText source)
    {
        Source = source;
        Root = new(NodeKind.Document, new(0, source.Text.Length), Channel.Prose);
        _plain = GC.AllocateUninitializedArray<char>(source.Text.Length);
        _plain.AsSpan().Fill(' ');
    }

    public SourceText Source { get; }

    public Node Root { get; }

    /// <summary>Makes a slice of the source readable as plain text.</summary>
    public void Show(TextSpan span) => Source.Slice(span).CopyTo(_plain.AsSpan(span.Start));

    /// <summary>Blanks a slice again, such as an escape or a mark inside readable text.</summary>
    public void Blank(TextSpan span) => _plain.AsSpan(span.Start, span.Length).Fill(' ');

    /// <summary>Puts one character in the place of a decoded entity or escape.</summary>
    public void Put(int offset, char character) => _plain[offset] = character;

    /// <summary>Declares a unit of text.</summary>
    public void AddBlock(Node node, params IReadOnlyList<TextSpan> segments) => _blocks.Add(new(node, segments));

    /// <summary>Declares a defect.</summary>
    public void AddProblem(SyntaxProblemKind kind, TextSpan span, string detail) => _problems.Add(new(kind, span, detail));

    public SyntaxTree Build()
    {
        _blocks.Sort((a, b) => First(a).CompareTo(First(b)));
        return new(Source, Root, new string(_plain), _blocks, _problems);
    }

    private static (int Start, int Length) First(TextBlock block) =>
        block.Segments.Count > 0 ? (block.Segments[0].Start, -block.Segments[0].Length) : (block.Node.Span.Start, 0);
}
