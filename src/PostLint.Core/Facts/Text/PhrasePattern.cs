namespace PostLint.Facts;

/// <summary>What may stand where no word is asked for.</summary>
internal enum WordClass
{
    Any,
    Capital,
    Number,
}

/// <summary>
/// One element of a phrase: one of some words, or between <paramref name="Least"/> and <paramref name="Most"/> words of a class.
/// </summary>
/// <param name="Words">Their numbers, ascending; null where a class is asked for.</param>
/// <param name="Class">What else may stand here.</param>
/// <param name="Least">0 or 1.</param>
/// <param name="Most">1, or more for a gap.</param>
/// <param name="Except">Numbers of words that are not taken though they are of the class, ascending; null for none.</param>
internal sealed record PhraseElement(ushort[]? Words, WordClass Class, int Least, int Most, ushort[]? Except = null)
{
    private const int Few = 4; // words that are compared one by one

    private ulong[]? _set; // of many words; made when first asked, as a text meets few phrases

    public bool IsOptional => Least == 0;

    public bool IsGap => Words is null && Class is WordClass.Any && Least == 0;

    public bool Takes(Word word) =>
        Words is not null
            ? Holds(word.Id)
            : Class switch
            {
                WordClass.Capital => word.IsCapital
                    && !word.Is(WordShape.First)
                    && (Except is null || Array.BinarySearch(Except, word.Id) < 0),
                WordClass.Number => word.Is(WordShape.Number),
                _ => !word.IsMark || word.Id is ',' or '"' or '(' or ')' or '&' or '/',
            };

    private bool Holds(ushort word)
    {
        if (Words!.Length <= Few)
            return Words.AsSpan().Contains(word);
        ulong[] set = _set ??= SetOf(Words);
        int at = (word >> 6) - (Words[0] >> 6);
        return (uint)at < (uint)set.Length && (set[at] >> (word & 63) & 1) != 0;
    }

    /// <summary>One bit a word, from 64 times the base on.</summary>
    private static ulong[] SetOf(ushort[] words)
    {
        int first = words[0] >> 6;
        var set = new ulong[(words[^1] >> 6) - first + 1];
        foreach (ushort word in words)
            set[(word >> 6) - first] |= 1UL << (word & 63);
        return set;
    }
}

/// <summary>A phrase: elements that follow each other within a sentence.</summary>
internal sealed class PhrasePattern(string kind, PhraseElement[] elements, string[]? beside, int order)
{
    private readonly (PhraseElement? Element, int Within) _needed = NeededBy(elements);

    /// <summary>The kinds of which one must stand in the sentence; null where none must.</summary>
    public string[]? Beside { get; } = beside;

    public string Kind { get; } = kind;

    public PhraseElement[] Elements { get; } = elements;

    /// <summary>Its number in the book, which keeps what is found in the order of the lists.</summary>
    public int Order { get; } = order;

    /// <summary>The first element after the first that must be there and is one of some words; null where there is none.</summary>
    public PhraseElement? Needed => _needed.Element;

    /// <summary>Within how many words after the first the needed one stands.</summary>
    public int Within => _needed.Within;

    /// <summary>The index after the shortest match that begins at a word; -1 where there is none.</summary>
    public int Match(ReadOnlySpan<Word> words, int first) => Match(words, first + 1, 1);

    private static (PhraseElement? Element, int Within) NeededBy(PhraseElement[] elements)
    {
        int within = 0;
        for (int i = 1; i < elements.Length; i++)
        {
            within += elements[i].Most;
            if (elements[i] is { Words: not null, IsOptional: false })
                return (elements[i], within);
        }
        return (null, 0);
    }

    private int Match(ReadOnlySpan<Word> words, int at, int element)
    {
        if (element == Elements.Length)
            return at;
        PhraseElement next = Elements[element];
        if (next.IsGap)
            return MatchGap(words, at, element);
        if (at < words.Length && next.Takes(words[at]))
        {
            int end = Match(words, at + 1, element + 1);
            if (end > 0)
                return end;
        }
        return next.IsOptional ? Match(words, at, element + 1) : -1;
    }

    /// <summary>A gap takes as few words as it can.</summary>
    private int MatchGap(ReadOnlySpan<Word> words, int at, int element)
    {
        PhraseElement gap = Elements[element];
        for (int taken = 0; ; taken++)
        {
            int end = Match(words, at + taken, element + 1);
            if (end > 0)
                return end;
            if (taken == gap.Most || at + taken >= words.Length || !gap.Takes(words[at + taken]))
                return -1;
        }
    }
}
