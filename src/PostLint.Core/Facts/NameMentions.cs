using PostLint.Engine;
using PostLint.Names;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>What a capitalised sequence names.</summary>
public enum NameKind
{
    /// <summary>By its shape, a person.</summary>
    Person,

    /// <summary>A university, company, laboratory or programme, told by a word such as “University”.</summary>
    Organisation,
}

/// <summary>A name in a sentence that holds a phrase; elsewhere names decide nothing and are not looked for.</summary>
/// <param name="Name">As written.</param>
/// <param name="Kind">Person or organisation.</param>
/// <param name="IsLinked">Whether it is the text of a link.</param>
/// <param name="Place">Where it stands.</param>
public sealed record NameMention(Sensitive Name, NameKind Kind, bool IsLinked, Place Place) : Fact(Place);

/// <summary>Finds names by their shape.</summary>
internal static class NameFinder
{
    /// <summary>Adds the names of a sentence.</summary>
    public static void Find(Document document, TextUnit unit, ReadOnlySpan<Word> words, ICollection<Fact> facts)
    {
        for (int i = 0; i < words.Length; )
        {
            int end = EndOfName(document, words, i);
            if (end > i && Fact(document, unit, words[i..end]) is { } mention)
                facts.Add(mention);
            i = Math.Max(end, i + 1);
        }
    }

    /// <summary>A name: capitals in a row, with initials and particles between.</summary>
    private static int EndOfName(Document document, ReadOnlySpan<Word> words, int first)
    {
        if (!words[first].IsCapital || NameShapes.IsCommon(document.TextOf(words[first])))
            return first;
        int end = first + 1;
        for (int i = first + 1; i < words.Length && i < first + 8; i++)
        {
            bool isInitialStop = words[i].Id == '.' && words[i - 1].Length == 1;
            bool isParticle = NameShapes.IsParticle(document.TextOf(words[i]));
            if (words[i].IsCapital && !NameShapes.IsCommon(document.TextOf(words[i])))
                end = i + 1;
            else if (!isInitialStop && !isParticle)
                break;
        }
        return end;
    }

    private static NameMention? Fact(Document document, TextUnit unit, ReadOnlySpan<Word> words)
    {
        var span = TextSpan.Between(words[0].Start, words[^1].End);
        bool isOrganisation = false,
            hasLower = false;
        int capitals = 0;
        foreach (Word word in words)
        {
            isOrganisation |= NameShapes.IsOrganisation(document.TextOf(word));
            hasLower |= word.IsCapital && !word.Is(WordShape.Upper) && word.Length > 1;
            if (word.IsCapital)
                capitals++;
        }
        bool isLinked = IsLinked(document, span);
        if (!isOrganisation && !isLinked && (capitals < 2 || !hasLower))
            return null;
        string name = string.Join(
            ' ',
            document.Tree.Plain.Substring(span.Start, span.Length).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        return new(name, isOrganisation ? NameKind.Organisation : NameKind.Person, isLinked, document.PlaceOf(span, unit.Block.Context));
    }

    private static bool IsLinked(Document document, TextSpan span)
    {
        foreach (Node node in document.NodesAt(span.Start))
        {
            if (node.Kind is NodeKind.Link && node.Span.Contains(span) && !node.Content.Contains(span))
                return true;
            if (node is { Kind: NodeKind.Link, Name: "a" })
                return true;
        }
        return false;
    }
}
