using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>A heading of the post.</summary>
/// <param name="Level">1 to 6.</param>
/// <param name="Text">Its words without markup, blanks folded.</param>
/// <param name="Place">The heading.</param>
public sealed record Heading(int Level, Quoted Text, Place Place) : Fact(Place);

/// <summary>Finds the headings of Markdown and HTML.</summary>
internal sealed class HeadingExtractor : IExtractor
{
    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        if (document.Role is not FileRole.Post)
            return;
        foreach (Node node in document.Tree.Nodes)
        {
            if (node.Kind is not NodeKind.Heading)
                continue;
            string text = string.Join(
                ' ',
                document.Tree.Plain.Substring(node.Span.Start, node.Span.Length).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            );
            facts.Add(new Heading(node.Level, text, document.PlaceOf(node.Span, TextContext.Heading)));
        }
    }
}
