namespace PostLint.Syntax;

/// <summary>What a node is, whatever language it was written in.</summary>
public enum NodeKind
{
    /// <summary>The root.</summary>
    Document,

    /// <summary>The YAML block at the top of a post, or the JSON of a <c>d-front-matter</c>.</summary>
    FrontMatter,

    /// <summary>A key and its value in front matter; <see cref="Node.Name"/> is the key.</summary>
    Property,

    /// <summary>An item of a sequence in front matter.</summary>
    Item,

    /// <summary>A scalar value in front matter.</summary>
    Scalar,

    /// <summary>A heading; <see cref="Node.Level"/> is 1 to 6.</summary>
    Heading,

    /// <summary>A paragraph or any run of text that is no other block.</summary>
    Paragraph,

    /// <summary>A list.</summary>
    List,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary>A quotation.</summary>
    Quote,

    /// <summary>A box of the writer’s own words that is marked up as a quotation.</summary>
    Callout,

    /// <summary>A table.</summary>
    Table,

    /// <summary>A cell of a table.</summary>
    Cell,

    /// <summary>A block of code; <see cref="Node.Name"/> is its language.</summary>
    CodeBlock,

    /// <summary>Code in a line.</summary>
    Code,

    /// <summary>Mathematics, in a line or displayed.</summary>
    Math,

    /// <summary>A comment; its context says of which language. <see cref="Node.Content"/> is what stands between the marks.</summary>
    Comment,

    /// <summary>A link; <see cref="Node.Value"/> is its target.</summary>
    Link,

    /// <summary>An image; <see cref="Node.Value"/> is its target.</summary>
    Image,

    /// <summary>
    /// An HTML element; <see cref="Node.Name"/> is its lower-case tag, <see cref="Node.Content"/> what stands between its tags.
    /// </summary>
    Element,

    /// <summary>An attribute of an element or Liquid tag; <see cref="Node.Content"/> is its value as written.</summary>
    Attribute,

    /// <summary>A citation; <see cref="Node.Value"/> holds its keys.</summary>
    Citation,

    /// <summary>A footnote's text.</summary>
    Footnote,

    /// <summary>A Liquid tag or output; <see cref="Node.Name"/> is the tag.</summary>
    Liquid,

    /// <summary>Raw text that is not read: styles, scripts of known libraries.</summary>
    Raw,

    /// <summary>A bibliography entry; <see cref="Node.Name"/> is its type, <see cref="Node.Value"/> its key.</summary>
    BibEntry,

    /// <summary>A field of a bibliography entry or a string definition; <see cref="Node.Name"/> is its lower-case name.</summary>
    BibField,

    /// <summary>
    /// A field of a file's metadata; <see cref="Node.Name"/> is its group and name, <see cref="Node.Content"/> its value.
    /// </summary>
    MetadataField,
}

/// <summary>A part of the syntax tree, the same for all languages. Its span is exactly what it was read from.</summary>
/// <param name="kind">What it is.</param>
/// <param name="span">The slice of the source, marks included.</param>
/// <param name="context">Where its words stand.</param>
public sealed class Node(NodeKind kind, TextSpan span, TextContext context)
{
    private List<Node>? _children;

    /// <summary>What it is.</summary>
    public NodeKind Kind { get; } = kind;

    /// <summary>The slice of the source, marks included.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>Where its words stand.</summary>
    public TextContext Context { get; } = context;

    /// <summary>The slice between the marks; the whole span where there are none.</summary>
    public TextSpan Content { get; init; } = span;

    /// <summary>Key, tag, language or field, by kind.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// The decoded value, by kind: a scalar without quotes and escapes, a target without entities, a field without braces.
    /// </summary>
    public string? Value { get; init; }

    /// <summary>1 to 6 for headings, otherwise 0.</summary>
    public int Level { get; init; }

    /// <summary>The parts, in the order of the source.</summary>
    public IReadOnlyList<Node> Children => _children ?? (IReadOnlyList<Node>)[];

    /// <summary>Appends a part while the tree is built.</summary>
    internal Node Add(Node child)
    {
        (_children ??= []).Add(child);
        return child;
    }

    /// <summary>Takes all parts off, so that they can be hung elsewhere.</summary>
    internal void Clear() => _children = null;

    /// <summary>The first child property with a key, compared without case.</summary>
    public Node? Property(string key)
    {
        foreach (Node child in Children)
        {
            if (child.Kind is NodeKind.Property && string.Equals(child.Name, key, StringComparison.OrdinalIgnoreCase))
                return child;
        }
        return null;
    }

    /// <summary>The part around an offset; null where there is none.</summary>
    public Node? ChildAt(int offset)
    {
        int low = 0,
            high = Children.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            TextSpan span = Children[middle].Span;
            if (offset < span.Start)
                high = middle - 1;
            else if (offset >= span.End)
                low = middle + 1;
            else
                return Children[middle];
        }
        return null;
    }

    /// <summary>This node and all below it, parents first. Depth is bounded by the parsers.</summary>
    public IReadOnlyList<Node> DescendantsAndSelf()
    {
        if (_children is null)
            return [this];
        var nodes = new List<Node>();
        var open = new Stack<Node>();
        open.Push(this);
        while (open.TryPop(out Node? node))
        {
            nodes.Add(node);
            if (node._children is not { } children)
                continue;
            for (int i = children.Count - 1; i >= 0; i--)
                open.Push(children[i]);
        }
        return nodes;
    }
}
