using System.Text.RegularExpressions;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>A reference to a work: a citation, a link to a paper, or a year in brackets.</summary>
/// <param name="Place">Where it stands.</param>
public sealed record Citation(Place Place) : Fact(Place);

/// <summary>Finds citations of Distill, Pandoc, footnotes, numbers and “Author (year)”.</summary>
internal sealed partial class CitationExtractor : IExtractor
{
    private static readonly string[] s_papers =
    [
        "arxiv.org",
        "openreview.net",
        "aclanthology.org",
        "proceedings.mlr.press",
        "doi.org",
        "papers.nips.cc",
        "proceedings.neurips.cc",
        "jmlr.org",
    ];

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        foreach (Node node in document.Tree.Nodes)
        {
            bool isCitation =
                node.Kind is NodeKind.Citation
                || (
                    node.Kind is NodeKind.Link
                    && node.Value is { } target
                    && s_papers.Any(host => target.Contains(host, StringComparison.OrdinalIgnoreCase))
                );
            if (isCitation)
                facts.Add(new Citation(document.PlaceOf(new(node.Span.Start, 1))));
        }
        foreach ((_, TextSpan span) in PandocCitations.In(document))
            facts.Add(new Citation(document.PlaceOf(span)));
        foreach (TextUnit unit in document.Units)
        {
            if (unit.Block.Context is not (TextContext.Prose or TextContext.Heading or TextContext.Caption))
                continue;
            foreach (TextSpan segment in unit.Block.Segments)
            {
                ReadOnlySpan<char> text = document.Source.Slice(segment);
                if (!text.ContainsAny('(', '['))
                    continue;
                foreach (ValueMatch match in Written().EnumerateMatches(text))
                    facts.Add(new Citation(document.PlaceOf(new(segment.Start + match.Index, match.Length), unit.Block.Context)));
            }
        }
    }

    [GeneratedRegex(
        (
            """\[\^?\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*\](?!\()|\[@[\w:.-]+|\((?:[^()]{0,80}[ ,])?(?:19|20)\d\d[a-z]?\)"""
            + """|\[[^\[\]]{0,80}(?:19|20)\d\d[a-z]?\]"""
        ),
        RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Written();
}
