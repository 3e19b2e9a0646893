namespace PostLint.Facts;

/// <summary>What may stand where no word is asked for.</summary>
internal enum WordClass
{
    Any,
    Capital,
    Number,
}

/// <summary>One element of a phrase: one of some words, or between <paramref name="Least"/> and <paramref name="Most"/> words of a class.</summary>
internal readonly record struct PhraseElement(ushort[]? Words, WordClass Class, int Least, int Most)
{
    /// <summary>The bits of the words that it can begin with: where a word's bit is missing it does not match; where it is there, it may.</summary>
    public ulong Bits { get; } = Words is null ? ulong.MaxValue : BitsOf(Words);

    public bool IsOptional => Least == 0;

    public bool IsGap => Words is null && Class is WordClass.Any && Least == 0;

    public bool Takes(Word word) => Words is not null ? (Bits & BitOf(word)) != 0 && Array.BinarySearch(Words, word.Id) >= 0 : Class switch
    {
        WordClass.Capital => word.IsCapital && !word.Is(WordShape.First),
        WordClass.Number => word.Is(WordShape.Number),
        _ => !word.IsMark || word.Id is ',' or '"' or '(' or ')' or '&' or '/',
    };

    /// <summary>One of 64 bits, by the word's number.</summary>
    public static ulong BitOf(Word word) => 1UL << (word.Id & 63);

    private static ulong BitsOf(ushort[] words)
    {
        ulong bits = 0;
        foreach (ushort word in words) bits |= 1UL << (word & 63);
        return bits;
    }
}

/// <summary>A phrase: elements that follow each other within a sentence.</summary>
internal sealed class PhrasePattern(string kind, PhraseElement[] elements, string[]? beside)
{
    /// <summary>The kinds of which one must stand in the sentence; null where none must.</summary>
    public string[]? Beside { get; } = beside;

    public string Kind { get; } = kind;

    public PhraseElement[] Elements { get; } = elements;

    /// <summary>The bits of the words that can follow the first one; all where nothing need follow. Tells most phrases that do not match at one look.</summary>
    public ulong NextBits { get; } = NextBitsOf(elements);

    /// <summary>The index after the shortest match that begins at a word; -1 where there is none.</summary>
    public int Match(ReadOnlySpan<Word> words, int first) => Match(words, first + 1, 1);

    private static ulong NextBitsOf(PhraseElement[] elements)
    {
        ulong bits = 0;
        for (int i = 1; i < elements.Length; i++)
        {
            bits |= elements[i].Bits;
            if (!elements[i].IsOptional) return bits;
        }
        return ulong.MaxValue;
    }

    private int Match(ReadOnlySpan<Word> words, int at, int element)
    {
        if (element == Elements.Length) return at;
        PhraseElement next = Elements[element];
        if (next.IsGap) return MatchGap(words, at, element);
        if (at < words.Length && next.Takes(words[at]))
        {
            int end = Match(words, at + 1, element + 1);
            if (end > 0) return end;
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
            if (end > 0) return end;
            if (taken == gap.Most || at + taken >= words.Length || !gap.Takes(words[at + taken])) return -1;
        }
    }
}
