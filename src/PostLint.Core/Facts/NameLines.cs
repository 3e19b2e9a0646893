using System.Buffers;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>A paragraph at the top or bottom of the post that is nothing but names, as authors print them below a title.</summary>
/// <param name="Names">The persons, as written.</param>
/// <param name="Place">The paragraph.</param>
public sealed record NameLine(Sensitive Names, Place Place) : Fact(Place);

/// <summary>
/// Finds author lines by their place and shape: <c>By Ada Example, May 2030</c>; <c>Ada Example¹, Ben Sample²</c>; <c>Ada Example,
/// University of Examplia</c>.
/// Names alone decide nothing: methods look like them, and so do those whom an epigraph quotes.
/// </summary>
internal sealed class NameLineExtractor : IExtractor
{
    private const int First = 3,
        Last = 2,
        MaxWords = 40;
    private static readonly SearchValues<char> s_marks = SearchValues.Create("¹²³⁴†‡§");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_between = new HashSet<string>(
        [
            "by",
            "and",
            "of",
            "at",
            "the",
            "for",
            "in",
            "on",
            "posted",
            "published",
            "updated",
            "written",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "jan",
            "feb",
            "mar",
            "apr",
            "jun",
            "jul",
            "aug",
            "sep",
            "sept",
            "oct",
            "nov",
            "dec",
            "st",
            "nd",
            "rd",
            "th",
            "sup",
        ],
        StringComparer.OrdinalIgnoreCase
    ).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string> s_classes = new(StringComparer.OrdinalIgnoreCase)
    {
        "author",
        "authors",
        "byline",
        "author-name",
        "author-names",
        "author-list",
        "authors-list",
        "author-block",
        "post-author",
        "post-authors",
        "post-byline",
        "d-byline",
        "p-author",
    };

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        if (document.Role is not FileRole.Post)
            return;
        int seen = 0;
        for (int i = 0; i < document.Units.Count && seen < First; i++)
        {
            TextBlock block = document.Units[i].Block;
            if (block is { Context: TextContext.Heading, Node.Level: > 1 })
                break;
            if (block.Context is not TextContext.Prose)
                continue;
            seen++;
            Read(document, document.Units[i], isTop: true, facts);
        }
        seen = 0;
        for (int i = document.Units.Count - 1; i >= 0 && seen < Last; i--)
        {
            if (document.Units[i].Block.Context is not TextContext.Prose)
                continue;
            seen++;
            Read(document, document.Units[i], isTop: false, facts);
        }
    }

    private static void Read(Document document, TextUnit unit, bool isTop, ICollection<Fact> facts)
    {
        ReadOnlySpan<Word> words = document.WordsOf(unit);
        bool isByline = IsByline(document, unit, isTop);
        if (!(isByline || unit.Block.Node.Kind is NodeKind.Paragraph) || words.Length is < 2 or > MaxWords)
            return;
        List<NameMention> mentions = MentionsIn(document, unit);
        NameMention[] persons = [.. mentions.Where(IsPerson)];
        if (persons.Length == 0 || !IsOnlyNames(document, words, mentions, _ => false))
            return;
        var span = TextSpan.Between(unit.Block.Segments[0].Start, unit.Block.Segments[^1].End);
        bool isSigned = document.TextOf(words[0]).Equals("by", StringComparison.OrdinalIgnoreCase);
        bool isMarked = persons.Length > 1 && document.Source.Slice(span).ContainsAny(s_marks);
        bool isPlaced = mentions.Exists(name => name.Kind is NameKind.Organisation);
        if (isSigned || isByline || (isTop && (isMarked || isPlaced)))
            facts.Add(new NameLine(string.Join(", ", persons.Select(name => name.Name.Text)), document.PlaceOf(span, TextContext.Prose)));
    }

    /// <summary>The persons in a text that holds nothing else; none where it does.</summary>
    /// <param name="document">The file.</param>
    /// <param name="unit">The text.</param>
    /// <param name="isBetween">Further words that may stand between the names.</param>
    internal static IEnumerable<NameMention> NamesIn(Document document, TextUnit unit, Func<string, bool> isBetween)
    {
        List<NameMention> mentions = MentionsIn(document, unit);
        return IsOnlyNames(document, document.WordsOf(unit), mentions, isBetween) ? mentions.Where(IsPerson) : [];
    }

    private static List<NameMention> MentionsIn(Document document, TextUnit unit)
    {
        var names = new List<Fact>();
        NameFinder.Find(document, unit, document.WordsOf(unit), names);
        return [.. names.OfType<NameMention>()];
    }

    private static bool IsPerson(NameMention name) =>
        name.Kind is NameKind.Person
        && name.Name.Text.Contains(' ', StringComparison.Ordinal)
        && People.StandingOf(name.Name.Text) is AuthorStanding.Named;

    /// <summary>
    /// Whether a text stands in an element that pages have for their authors: Distill’s, or one of a class that is called so; cards that
    /// quote others lower down have such classes, too.
    /// </summary>
    private static bool IsByline(Document document, TextUnit unit, bool isTop) =>
        document
            .NodesAt(unit.Block.Segments[0].Start)
            .Any(node =>
                node.Kind is NodeKind.Element && (node.Name is "d-byline" || (isTop && ClassOf(node).Split(' ').Any(s_classes.Contains)))
            );

    private static string ClassOf(Node element) =>
        element.Children.FirstOrDefault(attribute => attribute is { Kind: NodeKind.Attribute, Name: "class" })?.Value ?? "";

    /// <summary>
    /// Whether nothing but small words, places in brackets, numbers, marks and such further words as are given stands between the names.
    /// </summary>
    private static bool IsOnlyNames(Document document, ReadOnlySpan<Word> words, List<NameMention> names, Func<string, bool> isBetween)
    {
        bool hasOrganisation = names.Exists(name => name.Kind is NameKind.Organisation);
        foreach (Word word in words)
        {
            // “University of Examplia”, “(Examplia)”
            bool isOfPlace = word.IsCapital && (hasOrganisation || (word.Start > 0 && document.Tree.Plain[word.Start - 1] == '('));
            if (isOfPlace || word.IsMark || word.Is(WordShape.Number) || word.Length == 1 || s_between.Contains(document.TextOf(word)))
                continue;
            if (!names.Exists(name => name.Place.Span.Contains(word.Start)) && !isBetween(document.TextOf(word).ToString()))
                return false;
        }
        return true;
    }
}
