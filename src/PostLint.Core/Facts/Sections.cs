namespace PostLint.Facts;

/// <summary>How a section is headed.</summary>
public enum SectionForm
{
    /// <summary>A heading of Markdown or HTML.</summary>
    Heading,

    /// <summary>Words at the beginning of a paragraph: <c>**Acknowledgments.** We …</c>.</summary>
    RunIn,

    /// <summary>An entry of the table of contents.</summary>
    Contents,

    /// <summary>A line in a comment.</summary>
    Comment,
}

/// <summary>A section that a list of headings names.</summary>
/// <param name="Kind">The kind of its heading, such as <c>acknowledgment</c>.</param>
/// <param name="Form">How it is headed.</param>
/// <param name="IsEmpty">Whether nothing stands below the heading.</param>
/// <param name="IsPlaceholder">Whether its text only says that it was left out.</param>
/// <param name="HasPeople">Whether its text holds a person's name, or initials.</param>
/// <param name="Place">The heading.</param>
public sealed record Section(string Kind, SectionForm Form, bool IsEmpty, bool IsPlaceholder, bool HasPeople, Place Place) : Fact(Place)
{
    /// <summary>Whether the words of the list are the whole heading.</summary>
    public bool IsWhole { get; init; }
}

/// <summary>Finds sections whose headings are phrases of a kind <c>heading.…</c>.</summary>
/// <param name="book">The lists; those under <c>placeholder</c> tell what was left out.</param>
internal sealed class SectionExtractor(PhraseBook book) : IExtractor
{
    private const string Prefix = "heading.";
    private const int MaxPlaceholder = 45; // words; a longer text says more than that something was left out
    private const int MaxHeading = 12; // words

    private readonly PhraseBook _headings = book.Under(Prefix),
        _placeholders = book.Under("placeholder");

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        var found = new List<(PhrasePattern Pattern, int First, int End)>();
        for (int i = 0; i < document.Units.Count; i++)
        {
            TextUnit unit = document.Units[i];
            if (unit.Block.Context is TextContext.Code or TextContext.Attribute or TextContext.BibliographyField)
                continue;
            ReadOnlySpan<Word> words = document.WordsOf(unit);
            int first = FirstWord(words);
            if (first < 0)
                continue;
            _headings.Find(words[first..Math.Min(words.Length, first + MaxHeading)], found);
            foreach ((PhrasePattern pattern, int start, int end) in found)
            {
                if (start != 0)
                    continue;
                if (FormOf(document, unit, words, first + end) is { } form)
                    facts.Add(Read(document, i, words, first, first + end, pattern.Kind[Prefix.Length..], form));
            }
            found.Clear();
        }
    }

    /// <summary>Past numbering and marks: “5.”, “A.3”, “#”.</summary>
    private static int FirstWord(ReadOnlySpan<Word> words)
    {
        for (int i = 0; i < words.Length && i < 6; i++)
        {
            bool isNumbering =
                words[i].IsMark || words[i].Is(WordShape.Number) || (words[i].Length == 1 && i + 1 < words.Length && words[i + 1].IsMark);
            if (!isNumbering)
                return i;
        }
        return -1;
    }

    private static SectionForm? FormOf(Document document, TextUnit unit, ReadOnlySpan<Word> words, int end)
    {
        bool endsUnit = end >= words.Length || (end + 1 >= words.Length && words[end].IsMark);
        int after = end < words.Length ? words[end].Start : -1;
        switch (unit.Block.Context)
        {
            case TextContext.Heading:
                return SectionForm.Heading;
            case TextContext.FrontMatter:
                return endsUnit ? SectionForm.Contents : null;
            case TextContext.Prose or TextContext.Caption:
                if (endsUnit)
                    return SectionForm.RunIn;
                bool isStopped =
                    words[end].Id is ':' or '.' || (words[end - 1].End < after && IsMarkup(document, words[end - 1].End, after));
                return isStopped ? SectionForm.RunIn : null;
            default:
                if (endsUnit && words.Length < 2)
                    return null;
                int line = document.Source.LineOf(words[end - 1].Start);
                bool isLine = endsUnit || words[end].Id is ':' or '.' || document.Source.LineOf(after) > line;
                return isLine ? SectionForm.Comment : null;
        }
    }

    /// <summary>Bold or italic ends between two words.</summary>
    private static bool IsMarkup(Document document, int from, int to) =>
        document.Source.Text.AsSpan(from, to - from).ContainsAny('*', '_', '<');

    private Section Read(Document document, int index, ReadOnlySpan<Word> words, int first, int end, string kind, SectionForm form)
    {
        TextUnit unit = document.Units[index];
        Place place = document.PlaceOf(TextSpan.Between(words[first].Start, words[end - 1].End), unit.Block.Context);
        var body = new List<Fact>();
        int count = Body(document, unit, words[end..], body);
        bool hasInitials = false;
        for (int i = index + 1; form is not SectionForm.Contents && i < document.Units.Count && count < 400; i++)
        {
            TextUnit next = document.Units[i];
            if (
                next.Block.Context is TextContext.Heading
                || (form is not SectionForm.Heading && (form is SectionForm.Comment || words.Length > end + 1 || i > index + 1))
            )
                break;
            count += Body(document, next, document.WordsOf(next), body);
            hasInitials |= HasInitials(document, document.WordsOf(next));
        }
        hasInitials |= form is not SectionForm.Contents && HasInitials(document, words[end..]);
        bool isPlaceholder = count <= MaxPlaceholder && body.Any(fact => fact is Phrase { Kind: "placeholder" });
        bool hasPeople = body.Any(fact => fact is NameMention { Kind: NameKind.Person });
        return new(kind, form, count == 0 || form is SectionForm.Contents, isPlaceholder, hasPeople || hasInitials, place)
        {
            IsWhole = form is SectionForm.RunIn || IsWhole(document, words[(end - 1)..]),
        };
    }

    /// <summary>Nothing but marks follows the first of some words, or the rest stands on another line.</summary>
    private static bool IsWhole(Document document, ReadOnlySpan<Word> words)
    {
        int next = 1;
        while (next < words.Length && words[next].IsMark)
            next++;
        return next == words.Length || document.Source.LineOf(words[next].Start) > document.Source.LineOf(words[0].Start);
    }

    /// <summary>“A.E. wrote”, “AE: writing”.</summary>
    private static bool HasInitials(Document document, ReadOnlySpan<Word> words)
    {
        for (int i = 0; i + 1 < words.Length; i++)
        {
            bool isDotted =
                words[i].IsCapital
                && words[i].Length == 1
                && words[i + 1].IsCapital
                && words[i + 1].Length == 1
                && words[i + 1].Start - words[i].End == 1;
            bool isLabel =
                words[i].Is(WordShape.Upper) && words[i].Length <= 3 && (words[i + 1].Id == ':' || IsDeed(document.TextOf(words[i + 1])));
            if (isDotted || isLabel)
                return true;
        }
        return false;
    }

    /// <summary>A verb in the past, as statements of contribution have them.</summary>
    private static bool IsDeed(ReadOnlySpan<char> word) =>
        word is "wrote" or "led" or "ran" or "did" or "made" or "drew" or "built"
        || (word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal));

    /// <summary>Gathers placeholders and names; returns how many words there are.</summary>
    private int Body(Document document, TextUnit unit, ReadOnlySpan<Word> words, List<Fact> body)
    {
        var found = new List<(PhrasePattern Pattern, int First, int End)>();
        _placeholders.Find(words, found);
        foreach ((PhrasePattern pattern, int start, _) in found)
        {
            body.Add(new Phrase(pattern.Kind, "", true, false, false, document.PlaceOf(new(words[start].Start, 0), unit.Block.Context)));
        }
        NameFinder.Find(document, unit, words, body);
        int count = 0;
        foreach (Word word in words)
        {
            if (!word.IsMark)
                count++;
        }
        return count;
    }
}
