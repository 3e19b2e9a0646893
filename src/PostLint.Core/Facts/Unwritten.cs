using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>A heading below which nothing stands, up to the next of its level.</summary>
/// <param name="Title">Its words.</param>
/// <param name="Place">The heading.</param>
public sealed record EmptySection(Quoted Title, Place Place) : Fact(Place);

/// <summary>A link that has no target yet.</summary>
/// <param name="Place">The link.</param>
public sealed record EmptyLink(Place Place) : Fact(Place);

/// <summary>Finds what a post still lacks: sections without text, and links without target.</summary>
internal sealed class UnwrittenExtractor : IExtractor
{
    // Sections that the layout fills, or that stay empty while authors are anonymous.
    private static readonly string[] s_filled =
    [
        "reference",
        "bibliograph",
        "acknowledg",
        "citation",
        "footnote",
        "cite",
        "comments",
        "contribut",
        "author",
        "appendix",
        "appendices",
    ];

    // What stands in a section that is still to be written.
    private static readonly string[] s_stubs =
    [
        "coming soon",
        "tbd",
        "tba",
        "to be written",
        "to be done",
        "to be added",
        "todo",
        "work in progress",
        "wip",
        "under construction",
    ];

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        if (document.Role is not FileRole.Post)
            return;
        Node? open = null;
        foreach (Node node in document.Tree.Nodes)
        {
            if (node.Kind is NodeKind.Link && IsEmpty(document.Source, node))
                facts.Add(new EmptyLink(document.PlaceOf(node.Span)));
            if (node.Kind is not NodeKind.Heading || (open is not null && node.Span.Start < open.Span.End))
                continue;
            if (open is not null && node.Level <= open.Level)
                Add(document, open, node.Span.Start, facts);
            open = node;
        }
        if (open is not null)
            Add(document, open, document.Source.Text.Length, facts);
    }

    /// <summary>
    /// Links that scripts or styles use have attributes of their own, and no reader follows them; a Liquid tag gives the address when the
    /// page is built.
    /// </summary>
    private static bool IsEmpty(SourceText source, Node link)
    {
        if (link.Value is not ("" or "#") || link.Name is not null)
            return false;
        ReadOnlySpan<char> written = source.Slice(link.Span);
        return written.StartsWith("[")
            && !written.StartsWith("[]")
            && !written.Contains("({", StringComparison.Ordinal)
            && !written.Contains("(<{", StringComparison.Ordinal);
    }

    private static void Add(Document document, Node heading, int end, ICollection<Fact> facts)
    {
        string title = string.Join(
            ' ',
            document
                .Tree.Plain.Substring(heading.Span.Start, heading.Span.Length)
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        if (title.Length == 0 || s_filled.Any(word => title.Contains(word, StringComparison.OrdinalIgnoreCase)))
            return;
        if (IsUnwritten(document, TextSpan.Between(heading.Span.End, end)))
            facts.Add(new EmptySection(title, document.PlaceOf(heading.Span, TextContext.Heading)));
    }

    private static bool IsUnwritten(Document document, TextSpan body)
    {
        ReadOnlySpan<char> text = document.Source.Slice(body).Trim();
        if (text.Length > 200)
            return false;
        string rest = text.ToString().Trim('.', '!', '*', '_', ' ', '…', '(', ')', '[', ']');
        return rest.Length == 0 || s_stubs.Contains(rest, StringComparer.OrdinalIgnoreCase);
    }
}
