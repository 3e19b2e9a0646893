using System.Buffers;
using PostLint.Findings;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>A paragraph at the top or bottom of the post that is nothing but names, as authors print them below a title.</summary>
/// <param name="Names">The persons, as written.</param>
/// <param name="Place">The paragraph.</param>
public sealed record NameLine(Sensitive Names, Place Place) : Fact(Place);

/// <summary>
/// Finds author lines by their place and shape: <c>By Ada Example, May 2030</c>; <c>Ada Example¹, Ben Sample²</c>; <c>Ada Example, University of Examplia</c>.
/// Names alone decide nothing: methods look like them, and so do those whom an epigraph quotes.
/// </summary>
public sealed class NameLineExtractor : IExtractor
{
    private const int First = 3, Last = 2, MaxWords = 40;
    private static readonly SearchValues<char> s_marks = SearchValues.Create("¹²³⁴†‡§");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_between = new HashSet<string>(
        ["by", "and", "of", "at", "the", "for", "in", "on", "posted", "published", "updated", "written", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
         "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "st", "nd", "rd", "th", "sup"], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        if (document.Role is not FileRole.Post) return;
        int seen = 0;
        for (int i = 0; i < document.Units.Count && seen < First; i++)
        {
            TextBlock block = document.Units[i].Block;
            if (block is { Channel: Channel.Heading, Node.Level: > 1 }) break;
            if (block.Channel is not Channel.Prose) continue;
            seen++;
            Read(document, document.Units[i], isTop: true, facts);
        }
        seen = 0;
        for (int i = document.Units.Count - 1; i >= 0 && seen < Last; i--)
        {
            if (document.Units[i].Block.Channel is not Channel.Prose) continue;
            seen++;
            Read(document, document.Units[i], isTop: false, facts);
        }
    }

    private static void Read(Document document, TextUnit unit, bool isTop, ICollection<Fact> facts)
    {
        ReadOnlySpan<Word> words = document.WordsOf(unit);
        if (unit.Block.Node.Kind is not NodeKind.Paragraph || words.Length is < 2 or > MaxWords) return;
        var names = new List<Fact>();
        Names.Find(document, unit, words, names);
        List<NameMention> mentions = [.. names.OfType<NameMention>()];
        NameMention[] persons = [.. mentions.Where(name => name.Kind is NameKind.Person && name.Name.Text.Contains(' ', StringComparison.Ordinal) && People.StandingOf(name.Name.Text) is AuthorStanding.Named)];
        if (persons.Length == 0 || !IsOnlyNames(document, words, mentions)) return;
        var span = TextSpan.Between(unit.Block.Segments[0].Start, unit.Block.Segments[^1].End);
        bool isSigned = document.TextOf(words[0]).Equals("by", StringComparison.OrdinalIgnoreCase);
        bool isMarked = persons.Length > 1 && document.Source.Slice(span).ContainsAny(s_marks);
        bool isPlaced = mentions.Exists(name => name.Kind is NameKind.Organisation);
        if (isSigned || (isTop && (isMarked || isPlaced))) facts.Add(new NameLine(string.Join(", ", persons.Select(name => name.Name.Text)), document.PlaceOf(span, Channel.Prose)));
    }

    /// <summary>Whether nothing but small words, numbers and marks stands between the names.</summary>
    private static bool IsOnlyNames(Document document, ReadOnlySpan<Word> words, List<NameMention> names)
    {
        bool hasOrganisation = names.Exists(name => name.Kind is NameKind.Organisation);
        foreach (Word word in words)
        {
            bool isOfOrganisation = hasOrganisation && word.IsCapital;     // “University of Examplia”
            if (isOfOrganisation || word.IsMark || word.Is(WordShape.Number) || word.Length == 1 || s_between.Contains(document.TextOf(word))) continue;
            if (!names.Exists(name => name.Place.Span.Contains(word.Start))) return false;
        }
        return true;
    }
}
