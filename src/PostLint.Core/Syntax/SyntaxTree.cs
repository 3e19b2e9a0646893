namespace PostLint.Syntax;

/// <summary>What is broken in a file, and where.</summary>
/// <param name="Kind">Which defect; rules and messages are chosen by it.</param>
/// <param name="Span">Where.</param>
/// <param name="Detail">What a reader needs to know beyond the kind, in plain words; holds nothing of the text.</param>
public readonly record struct SyntaxProblem(SyntaxProblemKind Kind, TextSpan Span, string Detail);

/// <summary>The defects that parsers recover from.</summary>
public enum SyntaxProblemKind
{
    /// <summary>Front matter that is opened and never closed.</summary>
    UnclosedFrontMatter,

    /// <summary>Front matter that YAML cannot read, tabs included.</summary>
    InvalidYaml,

    /// <summary>A key that stands twice in one mapping.</summary>
    DuplicateKey,

    /// <summary>An element that is opened and never closed, or closed and never opened.</summary>
    UnbalancedElement,

    /// <summary>A comment that is opened and never closed.</summary>
    UnclosedComment,

    /// <summary>A Liquid block that is opened and never closed.</summary>
    UnclosedLiquid,

    /// <summary>Nesting deeper than is read.</summary>
    TooDeep,

    /// <summary>A bibliography entry that cannot be read.</summary>
    BrokenEntry,

    /// <summary>Bytes that the encoding does not allow.</summary>
    InvalidBytes,

    /// <summary>NUL characters: not a text.</summary>
    NulCharacters,
}

/// <summary>A parsed file.</summary>
/// <param name="Source">The text.</param>
/// <param name="Root">The tree.</param>
/// <param name="Plain">As long as the source; what is markup, code or mathematics is blank, so that an offset means the same in
/// both.</param>
/// <param name="Blocks">The units of text, in the order of the source.</param>
/// <param name="Problems">What is broken.</param>
public sealed record SyntaxTree(
    SourceText Source,
    Node Root,
    string Plain,
    IReadOnlyList<TextBlock> Blocks,
    IReadOnlyList<SyntaxProblem> Problems
)
{
    private Node[]? _nodes;
    private NodeIndex? _index;

    /// <summary>All nodes, parents first: the tree is walked once for all who look for nodes of a kind.</summary>
    public ReadOnlySpan<Node> Nodes => _nodes ??= [.. Root.DescendantsAndSelf()];

    /// <summary>The smallest node around a slice that is of a kind, of equal ones the innermost; null where there is none.</summary>
    internal Node? Around(TextSpan span, Func<Node, bool> where) => (_index ??= new(Nodes)).Around(span, where);
}

/// <summary>A unit of text: a paragraph, heading, item, cell, caption, comment, footnote, value or field.</summary>
/// <param name="Node">The node it belongs to.</param>
/// <param name="Segments">Its text in order, without the blocks that lie inside it.</param>
public sealed record TextBlock(Node Node, IReadOnlyList<TextSpan> Segments)
{
    /// <summary>Where its words stand.</summary>
    public TextContext Context => Node.Context;
}
