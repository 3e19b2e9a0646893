using System.Text.RegularExpressions;
using PostLint.Syntax;

namespace PostLint.Facts.Assets;

/// <summary>
/// Finds who made a drawing where SVG says it: in the Dublin Core elements of its metadata, which Inkscape, Illustrator and Matplotlib
/// write, and in the comments in which
/// Graphviz and plotting programs name the user they ran for.
/// </summary>
/// <param name="judge">Judges the values.</param>
internal sealed partial class DrawingFieldExtractor(AssetFieldExtractor judge) : IExtractor
{
    private const int Timeout = 1_000; // milliseconds; the pattern is linear, this guards against what nobody thought of

    private static readonly Needle s_dublinCore = new("<dc:");
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
        string text = document.Source.Text;
        bool isDrawing = document.Source.Path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase);
        if (!(isDrawing && text.Contains("<!--", StringComparison.Ordinal)) && s_dublinCore.In(text, 0) < 0)
            return;
        foreach (Node node in document.Tree.Root.DescendantsAndSelf())
        {
            if (isDrawing && node.Kind is NodeKind.Comment)
                ReadComment(document, node.Content, facts);
            if (node is not { Kind: NodeKind.Element, Name: { } tag } || !s_fields.TryGetValue(tag, out string? field))
                continue;
            TextSpan value = FirstText(document.Source, node.Content);
            if (value.IsEmpty || judge.Judge("XMP-dc", field, document.Source.Slice(value).ToString()) is not { } judged)
                continue;
            facts.Add(new AssetField(new Neutral(tag), judged.Kind, judged.Value, document.PlaceOf(value, TextContext.Metadata)));
        }
    }

    /// <summary>A comment that a program wrote, a line or a field of it: “For: (ada) Ada Example Pages: 1”.</summary>
    private void ReadComment(Document document, TextSpan comment, ICollection<Fact> facts)
    {
        foreach (Match match in MadeFor().Matches(document.Source.Slice(comment).ToString()))
        {
            Group maker = match.Groups["maker"];
            var place = new TextSpan(comment.Start + maker.Index, maker.Length);
            foreach ((string name, string value) in Makers.Of(maker.Value))
            {
                if (judge.Judge("SVG", name, value) is { } judged)
                    facts.Add(
                        new AssetField(new Neutral("SVG comment"), judged.Kind, judged.Value, document.PlaceOf(place, TextContext.Metadata))
                    );
            }
        }
    }

    [GeneratedRegex(
        """
            ^\s*(?:%%\s*)?(?:(?:title:[^\n]{0,200}?\s)?for(?:\s+user)?|author|user|artist)\s*:\s*
            (?<maker>[^\s:][^:\n]{0,160}?)\s*(?=$|[\s,;]+\w+\s*:)
            """,
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace,
        Timeout
    )]
    private static partial Regex MadeFor();

    /// <summary>The first words between tags: the value stands in the element itself, or in the title of an agent.</summary>
    private static TextSpan FirstText(SourceText source, TextSpan content)
    {
        ReadOnlySpan<char> text = source.Slice(content);
        for (int at = 0; at < text.Length; )
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
