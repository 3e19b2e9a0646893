using PostLint.Findings;
using PostLint.Syntax;

namespace PostLint.Facts.Assets;

/// <summary>Finds who made a drawing where SVG says it: in the Dublin Core elements of its metadata, which Inkscape, Illustrator and Matplotlib write.</summary>
/// <param name="judge">Judges the values.</param>
public sealed class DrawingFieldExtractor(AssetFieldExtractor judge) : IExtractor
{
    private static readonly Dictionary<string, string> s_fields = new(StringComparer.Ordinal)
    {
        ["dc:creator"] = "Creator",
        ["dc:publisher"] = "Publisher",
        ["dc:contributor"] = "Contributor",
        ["dc:rights"] = "Rights",
    };

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        if (!document.Source.Text.Contains("<dc:", StringComparison.OrdinalIgnoreCase)) return;
        foreach (Node node in document.Tree.Root.DescendantsAndSelf())
        {
            if (node is not { Kind: NodeKind.Element, Name: { } tag } || !s_fields.TryGetValue(tag, out string? field)) continue;
            TextSpan value = FirstText(document.Source, node.Content);
            if (value.IsEmpty || judge.Judge("XMP-dc", field, document.Source.Slice(value).ToString()) is not { } judged) continue;
            facts.Add(new AssetField(new Neutral(tag), judged.Kind, judged.Value, document.PlaceOf(value, Channel.Metadata)));
        }
    }

    /// <summary>The first words between tags: the value stands in the element itself, or in the title of an agent.</summary>
    private static TextSpan FirstText(SourceText source, TextSpan content)
    {
        ReadOnlySpan<char> text = source.Slice(content);
        for (int at = 0; at < text.Length;)
        {
            int open = text[at..].IndexOf('<');
            int end = open < 0 ? text.Length : at + open;
            ReadOnlySpan<char> words = text[at..end];
            if (!words.IsWhiteSpace())
            {
                int lead = words.Length - words.TrimStart().Length;
                return new(content.Start + at + lead, words.Trim().Length);
            }
            int close = open < 0 ? -1 : text[end..].IndexOf('>');
            at = close < 0 ? text.Length : end + close + 1;
        }
        return default;
    }
}
