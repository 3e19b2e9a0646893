using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>
/// How much there is in a post, and how it reads. Code, mathematics, tables, captions, comments and the list of references are no prose.
/// </summary>
/// <param name="Words">Words of prose, headings and quotations included.</param>
/// <param name="QuotedWords">How many of them stand in block quotes.</param>
/// <param name="ProseCharacters">Letters, digits and marks of the prose.</param>
/// <param name="CodeCharacters">Characters of code blocks, blanks aside; embedded scripts do not count.</param>
/// <param name="Reading">How the post's own whole sentences read.</param>
/// <param name="IsWhole">Whether this is a whole post, one whose front matter has a title and a description or layout, and no
/// fragment.</param>
/// <param name="Place">The title; the first character where there is none.</param>
public sealed record TextMeasure(
    int Words,
    int QuotedWords,
    int ProseCharacters,
    int CodeCharacters,
    Readability Reading,
    bool IsWhole,
    Place Place
) : Fact(Place)
{
    /// <summary>
    /// Words a minute of silent reading: the mean for English non-fiction over 190 studies (Brysbaert 2019, doi 10.1016/j.jml.2019.104047).
    /// </summary>
    public const int WordsPerMinute = 238;

    /// <summary>Minutes that reading the prose takes, at least 1.</summary>
    public int Minutes => Math.Max(1, (Words + (WordsPerMinute / 2)) / WordsPerMinute);

    /// <summary>Code in percent of code and prose, by characters.</summary>
    public int CodeShare => Percent(CodeCharacters, CodeCharacters + ProseCharacters);

    /// <summary>Quotations in percent of the words.</summary>
    public int QuotedShare => Percent(QuotedWords, Words);

    private static int Percent(int part, int whole) => whole == 0 ? 0 : (int)(100L * part / whole);
}

/// <summary>Measures a post, in one pass over its units.</summary>
internal sealed class TextMeasureExtractor : IExtractor
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_references = new HashSet<string>(
        ["references", "bibliography", "literature", "citations", "reference"],
        StringComparer.OrdinalIgnoreCase
    ).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        if (document.Role is not FileRole.Post)
            return;
        int words = 0,
            quoted = 0,
            prose = 0,
            code = 0;
        bool isReferences = false;
        var reading = new ReadabilityCounter();
        ReadOnlySpan<Node> nodes = document.Tree.Nodes;
        int next = 0,
            quoteEnd = 0,
            tableEnd = 0;
        foreach (TextUnit unit in document.Units)
        {
            Node node = unit.Block.Node;
            if (node.Kind is NodeKind.CodeBlock && node.Name is not "script")
                code += Characters(document, unit);
            if (node.Kind is NodeKind.Heading)
                isReferences = IsReferences(document, unit);
            int start = unit.Block.Segments[0].Start;
            for (; next < nodes.Length && nodes[next].Span.Start <= start; next++)
            {
                if (nodes[next].Kind is NodeKind.Quote)
                    quoteEnd = Math.Max(quoteEnd, nodes[next].Span.End);
                else if (nodes[next].Kind is NodeKind.Table)
                    tableEnd = Math.Max(tableEnd, nodes[next].Span.End);
            }
            if (isReferences || start < tableEnd || unit.Block.Context is not (TextContext.Prose or TextContext.Heading))
                continue;
            (int count, int characters) = Count(document.WordsOf(unit));
            words += count;
            prose += characters;
            if (start < quoteEnd)
                quoted += count;
            else if (unit.Block.Context is TextContext.Prose)
                Read(document, unit, ref reading);
        }
        Node? frontMatter = document.Tree.Root.Children.FirstOrDefault(node => node.Kind is NodeKind.FrontMatter),
            title = frontMatter?.Property("title");
        bool isWhole =
            title is not null && (frontMatter!.Property("description") is not null || frontMatter.Property("layout") is not null);
        Place place = title is null ? new(document.Source.Path, Line: 1) : document.PlaceOf(title.Span, TextContext.FrontMatter);
        facts.Add(new TextMeasure(words, quoted, prose, code, reading.Result, isWhole, place));
    }

    private static (int Words, int Characters) Count(ReadOnlySpan<Word> words)
    {
        int count = 0,
            characters = 0;
        foreach (Word word in words)
        {
            if (!word.IsMark)
                count++;
            characters += word.Length;
        }
        return (count, characters);
    }

    private static void Read(Document document, TextUnit unit, ref ReadabilityCounter reading)
    {
        for (int i = unit.FirstSentence; i < unit.EndSentence; i++)
        {
            ReadOnlySpan<Word> sentence = document.Sentence(i);
            if (sentence[^1].Id is '.' or '!' or '?')
                reading.Add(document.Tree.Plain, sentence);
        }
    }

    private static bool IsReferences(Document document, TextUnit unit)
    {
        ReadOnlySpan<Word> words = document.WordsOf(unit);
        return words.Length is > 0 and < 4
            && s_references.Contains(document.TextOf(words[0].Is(WordShape.Number) || words[0].IsMark ? words[^1] : words[0]));
    }

    private static int Characters(Document document, TextUnit unit)
    {
        int count = 0;
        foreach (TextSpan segment in unit.Block.Segments)
        {
            foreach (char c in document.Source.Slice(segment))
            {
                if (c > ' ')
                    count++;
            }
        }
        return count;
    }
}
