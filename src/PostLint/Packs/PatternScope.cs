using PostLint.Facts;
using PostLint.Syntax;

namespace PostLint.Packs;

/// <summary>
/// Where a pattern is looked for: in contexts, in parts of the post, in the source as it is written, or in the values of a key or field.
/// </summary>
/// <param name="Contexts">Where the words stand.</param>
internal sealed record PatternScope(IReadOnlySet<TextContext> Contexts)
{
    private static readonly HashSet<TextContext> s_visible = [TextContext.Prose, TextContext.Heading, TextContext.Caption];

    /// <summary>Whether it is looked for in the source of each file, marks and all.</summary>
    public bool IsRaw { get; init; }

    /// <summary>Whether it is looked for in footnotes.</summary>
    public bool InFootnotes { get; init; }

    /// <summary>Whether it is looked for in call-outs.</summary>
    public bool InCallouts { get; init; }

    /// <summary>The key of the front matter in whose value it is looked for; empty for any.</summary>
    public string Key { get; init; } = "";

    /// <summary>The field of the bibliography in whose value it is looked for, in small letters; empty for any.</summary>
    public string Field { get; init; } = "";

    /// <summary>Whether what pages show is read, without its marks.</summary>
    public bool ReadsVisible => Contexts.Overlaps(s_visible) || InFootnotes || InCallouts;

    /// <summary>Whether the source is read as it is written.</summary>
    public bool ReadsSource => IsRaw || !Contexts.IsSubsetOf(s_visible);

    /// <summary>Whether words of a context are shown by pages.</summary>
    public static bool IsVisible(TextContext context) => s_visible.Contains(context);

    /// <summary>Whether a match counts.</summary>
    /// <param name="document">The document.</param>
    /// <param name="place">Where the match stands.</param>
    /// <param name="isVisible">Whether it was found in what pages show.</param>
    public bool Holds(Document document, in Place place, bool isVisible)
    {
        if (!isVisible && IsRaw)
            return true;
        if (IsVisible(place.Context) != isVisible)
            return false;
        if (Contexts.Contains(place.Context))
            return (Key.Length == 0 && Field.Length == 0) || Lies(document, place.Start, IsValue);
        return isVisible && (InFootnotes || InCallouts) && Lies(document, place.Start, IsPart);
    }

    private static bool Lies(Document document, int offset, Func<Node, bool> isIn) => document.NodesAt(offset).Any(isIn);

    private bool IsPart(Node node) =>
        node.Kind switch
        {
            NodeKind.Footnote => InFootnotes,
            NodeKind.Element => InFootnotes && node.Name is "d-footnote",
            NodeKind.Callout => InCallouts,
            _ => false,
        };

    private bool IsValue(Node node) =>
        node.Kind switch
        {
            NodeKind.Property => string.Equals(node.Name, Key, StringComparison.OrdinalIgnoreCase),
            NodeKind.BibField => string.Equals(node.Name, Field, StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
}
