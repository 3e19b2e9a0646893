using System.Text.RegularExpressions;
using PostLint.Findings;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>A reference to a work: a citation, a link to a paper, or a year in brackets.</summary>
/// <param name="Place">Where it stands.</param>
public sealed record Citation(Place Place) : Fact(Place);

/// <summary>A block that tells how to cite this post.</summary>
/// <param name="Authors">Whom it names.</param>
/// <param name="IsAnonymous">Whether it names nobody.</param>
/// <param name="Place">The authors in the block.</param>
public sealed record CitationOfPost(Sensitive Authors, bool IsAnonymous, Place Place) : Fact(Place);

/// <summary>Finds citations of Distill, Pandoc, footnotes, numbers and “Author (year)”.</summary>
public sealed partial class CitationExtractor : IExtractor
{
    private static readonly string[] s_papers = ["arxiv.org", "openreview.net", "aclanthology.org", "proceedings.mlr.press", "doi.org", "papers.nips.cc", "proceedings.neurips.cc", "jmlr.org"];

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        foreach (Node node in document.Tree.Root.DescendantsAndSelf())
        {
            bool isCitation = node.Kind is NodeKind.Citation || (node.Kind is NodeKind.Link && node.Value is { } target && s_papers.Any(host => target.Contains(host, StringComparison.OrdinalIgnoreCase)));
            if (isCitation) facts.Add(new Citation(document.PlaceOf(new(node.Span.Start, 1))));
        }
        foreach (TextUnit unit in document.Units)
        {
            if (unit.Block.Channel is not (Channel.Prose or Channel.Heading or Channel.Caption)) continue;
            foreach (TextSpan segment in unit.Block.Segments)
            {
                ReadOnlySpan<char> text = document.Source.Slice(segment);
                if (!text.ContainsAny('(', '[')) continue;
                foreach (ValueMatch match in Written().EnumerateMatches(text)) facts.Add(new Citation(document.PlaceOf(new(segment.Start + match.Index, match.Length), unit.Block.Channel)));
            }
        }
    }

    [GeneratedRegex("""\[\^?\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*\](?!\()|\[@[\w:.-]+|\((?:[^()]{0,80}[ ,])?(?:19|20)\d\d[a-z]?\)|\[[^\[\]]{0,80}(?:19|20)\d\d[a-z]?\]""", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Written();
}

/// <summary>Finds blocks that tell how to cite this post.</summary>
public sealed partial class SelfCitationBlockExtractor : IExtractor
{
    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        if (document.Role is not Submissions.FileRole.Post) return;
        for (int i = 0; i < document.Units.Count; i++)
        {
            TextUnit unit = document.Units[i];
            if (unit.Block.Channel is Channel.FrontMatter or Channel.FrontMatterComment) continue;
            var span = TextSpan.Between(unit.Block.Segments[0].Start, unit.Block.Segments[^1].End);
            ReadOnlySpan<char> text = document.Source.Slice(span);
            if (Lead().IsMatch(text) && Reference().Match(text.ToString()) is { Success: true } reference)
            {
                Group names = reference.Groups["authors"];
                facts.Add(new CitationOfPost(names.Value, People.StandingOf(names.Value) is not AuthorStanding.Named, document.PlaceOf(new(span.Start + names.Index, names.Length), unit.Block.Channel)));
                continue;
            }
            bool isEntry = text.Contains('@') && text.Contains('=') && text.Contains("author", StringComparison.OrdinalIgnoreCase);
            if (!isEntry || Author().Match(text.ToString()) is not { Success: true } match || !IsOwn(document, i, text)) continue;
            string authors = match.Groups["authors"].Value.Trim();
            facts.Add(new CitationOfPost(authors, People.StandingOf(authors) is not AuthorStanding.Named, document.PlaceOf(new(span.Start + match.Groups["authors"].Index, match.Groups["authors"].Length), unit.Block.Channel)));
        }
    }

    /// <summary>The entry is for this post if it says blog post, or the text above says so.</summary>
    private static bool IsOwn(Document document, int index, ReadOnlySpan<char> entry)
    {
        if (entry.Contains("iclr-blog", StringComparison.OrdinalIgnoreCase) || entry.Contains("Blog Track", StringComparison.OrdinalIgnoreCase) || entry.Contains("Blogposts", StringComparison.OrdinalIgnoreCase)) return entry.Count('@') < 3;
        for (int before = index - 1; before >= Math.Max(0, index - 2); before--)
        {
            TextSpan last = document.Units[before].Block.Segments[^1];
            ReadOnlySpan<char> text = document.Source.Slice(last);
            if (Lead().IsMatch(text)) return true;
        }
        return false;
    }

    [GeneratedRegex("""(?<![\w])author\s*=\s*["{]{1,2}(?<authors>[^}"]{3,300})["}]""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Author();

    [GeneratedRegex("""[Cc]ite(?:d)?\b[^.]{0,60}?[:\n]\s*["“]?(?<authors>\p{Lu}[\p{L}'’-]+,\s\p{Lu}[^()]{0,120}?)\s*\(?(?:19|20)\d\d""", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Reference();

    [GeneratedRegex("""(?:cit(?:e|ing|ation)\s(?:of\s)?(?:this|our|the)\s(?:\w+\s)?(?:post|work|blog|blogpost|article|page|tutorial)|please cite (?:this|us|our|as|it)\b|please cite\s*:?\s*$|cite (?:this|us)\b|for attribution|how to cite)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Lead();
}
