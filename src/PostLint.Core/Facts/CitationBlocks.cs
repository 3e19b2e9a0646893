using System.Text.RegularExpressions;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>A block that tells how to cite this post.</summary>
/// <param name="Authors">Whom it names.</param>
/// <param name="IsAnonymous">Whether it names nobody.</param>
/// <param name="Place">The authors in the block.</param>
public sealed record CitationOfPost(Sensitive Authors, bool IsAnonymous, Place Place) : Fact(Place);

/// <summary>The sentence above such a block.</summary>
/// <param name="IsOfCall">Whether it is the one that the tracks ask for.</param>
/// <param name="Place">The sentence.</param>
public sealed record CitationLeadIn(bool IsOfCall, Place Place) : Fact(Place);

/// <summary>A line that cites this post: <c>Doe, et al., "Title", Venue, 2030.</c></summary>
/// <param name="Authors">Before the title.</param>
/// <param name="Title">Between the quotation marks.</param>
/// <param name="Venue">Behind them.</param>
/// <param name="Year">The last number.</param>
/// <param name="Place">The line.</param>
public sealed record CitationLine(Sensitive Authors, Sensitive Title, Sensitive Venue, string Year, Place Place) : Fact(Place);

/// <summary>The BibTeX entry of this post in its own text.</summary>
/// <param name="Fields">Values by lower-case name, LaTeX as written.</param>
/// <param name="Place">The entry.</param>
public sealed record CitationEntry(IReadOnlyDictionary<string, string> Fields, Place Place) : Fact(Place);

/// <summary>A field of the post's own BibTeX entry.</summary>
/// <param name="Name">Lower case.</param>
/// <param name="Value">Without outer braces; LaTeX as written.</param>
/// <param name="Place">The value.</param>
public sealed record CitationField(string Name, Sensitive Value, Place Place) : Fact(Place);

/// <summary>Finds blocks that tell how to cite this post.</summary>
internal sealed partial class CitationBlockExtractor : IExtractor
{
    private const int Reach = 4; // units of text between a sentence that leads in and what it leads to

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        if (document.Role is not FileRole.Post)
            return;
        int lead = -1;
        (int Unit, CitationOfPost Block)? line = null;
        for (int i = 0; i < document.Units.Count; i++)
        {
            TextUnit unit = document.Units[i];
            if (unit.Block.Context is TextContext.FrontMatter or TextContext.FrontMatterComment)
                continue;
            var span = TextSpan.Between(unit.Block.Segments[0].Start, unit.Block.Segments[^1].End);
            ReadOnlySpan<char> text = document.Source.Slice(span);
            bool isLead = Lead().IsMatch(text);
            if (isLead)
            {
                lead = i;
                facts.Add(new CitationLeadIn(OfCall().IsMatch(text), document.PlaceOf(span, unit.Block.Context)));
            }
            if (lead >= 0 && i - lead < Reach && LineOf(document, unit, span, isLead) is { } written)
            {
                facts.Add(written);
                line ??= (i, new(written.Authors, People.StandingOf(written.Authors.Text) is not AuthorStanding.Named, written.Place));
            }
            else if (isLead && Reference().Match(text.ToString()) is { Success: true } reference)
                facts.Add(Block(document, unit, span, reference));
            else if (IsEntry(text) && Author().Match(text.ToString()) is { Success: true } match && IsOwn(document, i, text))
            {
                facts.Add(Block(document, unit, span, match));
                Entry(document, unit, span, facts);
                if (line is { } before && i - before.Unit <= Reach)
                    line = null;
            }
        }
        // A line above an entry says the same; alone it is a block of its own.
        if (line is { } alone)
            facts.Add(alone.Block);
    }

    private static bool IsEntry(ReadOnlySpan<char> text) =>
        text.Contains('@') && text.Contains('=') && text.Contains("author", StringComparison.OrdinalIgnoreCase);

    private static CitationOfPost Block(Document document, TextUnit unit, TextSpan span, Match match)
    {
        Group names = match.Groups["authors"];
        return new(
            names.Value.Trim(),
            People.StandingOf(names.Value.Trim()) is not AuthorStanding.Named,
            document.PlaceOf(new(span.Start + names.Index, names.Length), unit.Block.Context)
        );
    }

    private static CitationLine? LineOf(Document document, TextUnit unit, TextSpan span, bool isLead)
    {
        string text = document.Source.Slice(span).ToString();
        int start = 0;
        if (isLead)
        {
            // The track's sentence is known to its end, of others a colon or the line's end tells where the citation begins.
            Match known = OfCall().Match(text),
                lead = known.Success ? known : Lead().Match(text);
            int end = lead.Index + lead.Length;
            start =
                text.AsSpan(end).IndexOfAny(':', '\n') is var mark and >= 0 && (!known.Success || mark == 0) ? end + mark + 1
                : known.Success ? end
                : -1;
        }
        if (start < 0 || LineForm().Match(text, start) is not { Success: true } line)
            return null;
        return new(
            line.Groups["authors"].Value.Trim(' ', ','),
            line.Groups["title"].Value.Trim(),
            line.Groups["venue"].Value.Trim(' ', ','),
            line.Groups["year"].Value,
            document.PlaceOf(new(span.Start + line.Index, line.Length), unit.Block.Context)
        );
    }

    private static void Entry(Document document, TextUnit unit, TextSpan span, ICollection<Fact> facts)
    {
        SyntaxTree tree = BibtexParser.Parse(new SourceText(document.Source.Path, document.Source.Slice(span).ToString()));
        if (tree.Root.Children.FirstOrDefault(node => node.Kind is NodeKind.BibEntry) is not { } entry)
            return;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Node field in entry.Children)
        {
            if (field is not { Kind: NodeKind.BibField, Name: { } name })
                continue;
            string value = (field.Value ?? tree.Source.Slice(field.Content).ToString()).Trim();
            if (fields.TryAdd(name, value))
                facts.Add(
                    new CitationField(
                        name,
                        value,
                        document.PlaceOf(new(span.Start + field.Content.Start, field.Content.Length), unit.Block.Context)
                    )
                );
        }
        facts.Add(new CitationEntry(fields, document.PlaceOf(new(span.Start + entry.Span.Start, entry.Span.Length), unit.Block.Context)));
    }

    /// <summary>
    /// The entry is for this post if it says blog post, or the text above says so. What a layout's script would fill in is none.
    /// </summary>
    private static bool IsOwn(Document document, int index, ReadOnlySpan<char> entry)
    {
        if (entry.Contains("${", StringComparison.Ordinal))
            return false;
        if (
            entry.Contains("iclr-blog", StringComparison.OrdinalIgnoreCase)
            || entry.Contains("Blog Track", StringComparison.OrdinalIgnoreCase)
            || entry.Contains("Blogposts", StringComparison.OrdinalIgnoreCase)
        )
            return entry.Count('@') < 3;
        for (int before = index - 1; before >= Math.Max(0, index - 3); before--)
        {
            TextSpan last = document.Units[before].Block.Segments[^1];
            if (Lead().IsMatch(document.Source.Slice(last)))
                return true;
        }
        return false;
    }

    [GeneratedRegex(
        """(?<![\w])author\s*=\s*["{]{1,2}(?<authors>[^}"]{3,300})["}]""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Author();

    [GeneratedRegex(
        """[Cc]ite(?:d)?\b[^.]{0,60}?[:\n]\s*["“]?(?<authors>\p{Lu}[\p{L}'’-]+,\s\p{Lu}[^()]{0,120}?)\s*\(?(?:19|20)\d\d""",
        RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Reference();

    [GeneratedRegex(
        (
            """\G\s*(?<authors>\p{L}[^"“”\n@{}]{1,300}?),?\s*["“](?<title>[\s\S]{3,300}?)[,.]?["”][,.]?\s*(?<venue>[^"“”]{2,"""
            + """100}?),?\s*\(?(?<year>(?:19|20)\d\d)\)?"""
        ),
        RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex LineForm();

    [GeneratedRegex(
        (
            """(?:cit(?:e|ing|ation)\s(?:of\s)?(?:this|our|the)\s(?:\w+\s)?(?:post|work|blog|blogpost|article|page|tutorial)"""
            + """|please cite (?:this|us|our|as|it)\b|please cite\s*:?\s*$|cite (?:this|us)\b|for attribution|how to cite)"""
        ),
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Lead();

    [GeneratedRegex(
        """for\s+attribution\s+in\s+academic\s+contexts,?\s+please\s+cite\s+this\s+work\s+as""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex OfCall();
}
