using System.Text.RegularExpressions;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>A mark of a footnote that has no text, so that readers see its brackets.</summary>
/// <param name="Label">What stands between the brackets.</param>
/// <param name="Place">The mark.</param>
public sealed record LooseFootnote(Quoted Label, Place Place) : Fact(Place);

/// <summary>A footnote: its text, or the element that holds it.</summary>
/// <param name="Place">The text or element.</param>
public sealed record Footnote(Place Place) : Fact(Place);

/// <summary>Finds footnotes, and marks that Markdown left as they are because nothing explains them.</summary>
internal sealed partial class FootnoteExtractor : IExtractor
{
    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        if (document.Role is not FileRole.Post)
            return;
        foreach (Node node in document.Tree.Nodes)
        {
            if (node.Kind is NodeKind.Footnote || node is { Kind: NodeKind.Element, Name: "d-footnote" })
                facts.Add(new Footnote(document.PlaceOf(node.Span)));
        }
        if (!document.Tree.Plain.Contains("[^", StringComparison.Ordinal))
            return;
        foreach (Match match in Mark().Matches(document.Tree.Plain))
        {
            Place place = document.PlaceOf(new(match.Index, match.Length));
            bool isText = document.Source.Text.AsSpan(match.Index + match.Length).StartsWith(":");
            if (!isText && place.Context is TextContext.Prose or TextContext.Heading or TextContext.Caption)
                facts.Add(new LooseFootnote(match.Groups["label"].Value, place));
        }
    }

    [GeneratedRegex("""\[\^(?<label>[\w-]{1,40})\](?!\()""", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Mark();
}
