namespace PostLint.Facts;

/// <summary>
/// What readability measures are made of, and the measures. All were made for running English prose; sentences of fewer than
/// <see cref="ReadabilityCounter.ShortestSentence"/> words, as citations and mathematics leave behind, are left out.
/// </summary>
/// <param name="Sentences">Whole sentences.</param>
/// <param name="Words">Their words.</param>
/// <param name="Syllables">The words' syllables.</param>
/// <param name="LongWords">Words of more than six letters.</param>
/// <param name="HardWords">Words of three syllables and more.</param>
/// <param name="LongSentences">Sentences of more than <see cref="ReadabilityCounter.LongSentence"/> words.</param>
/// <param name="CommonWords">Words among the most common of English, which tell that it is English.</param>
public sealed record Readability(int Sentences, int Words, int Syllables, int LongWords, int HardWords, int LongSentences, int CommonWords)
{
    /// <summary>Whether the words are English prose: one word of six is among its commonest.</summary>
    public bool IsEnglish => Words > 0 && CommonWords * 6 >= Words;

    /// <summary>Mean words a sentence; 0 where there is none.</summary>
    public double SentenceLength => Ratio(Words, Sentences);

    /// <summary>Flesch Reading Ease (Flesch 1948): 0 to 30 is “very difficult”, 60 to 70 plain English; may fall below 0.</summary>
    public double FleschReadingEase => 206.835 - (1.015 * SentenceLength) - (84.6 * Ratio(Syllables, Words));

    /// <summary>
    /// Gunning Fog (Gunning 1952), here without its exceptions for names and suffixes: years of school; 17 is a finished degree.
    /// </summary>
    public double GunningFog => 0.4 * (SentenceLength + (100 * Ratio(HardWords, Words)));

    /// <summary>Läsbarhetsindex (Björnsson 1968): above 50 difficult, above 60 very difficult.</summary>
    public double Lix => SentenceLength + (100 * Ratio(LongWords, Words));

    /// <summary>Long sentences in percent.</summary>
    public int LongShare => (int)(100 * Ratio(LongSentences, Sentences));

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}

/// <summary>Counts for <see cref="Readability"/>, sentence by sentence.</summary>
internal struct ReadabilityCounter
{
    /// <summary>Words; what is shorter is a caption, a formula or the rest of one.</summary>
    public const int ShortestSentence = 4;

    /// <summary>
    /// Words; plain-language guides ask to split what is longer (plainlanguage.gov, Australian Style Manual: 25 at most; twice that is kept
    /// apart here).
    /// </summary>
    public const int LongSentence = 50;

    private const ulong Vowels = 0x0220_8222_0220_8222; // A, E, I, O, U and Y, counted from @, then the same in lower case

    private int _sentences,
        _words,
        _syllables,
        _longWords,
        _hardWords,
        _longSentences,
        _commonWords;

    public readonly Readability Result => new(_sentences, _words, _syllables, _longWords, _hardWords, _longSentences, _commonWords);

    public void Add(string text, ReadOnlySpan<Word> sentence)
    {
        int count = 0;
        foreach (Word word in sentence)
        {
            if (IsWord(word))
                count++;
        }
        if (count < ShortestSentence)
            return;
        _sentences++;
        _words += count;
        if (count > LongSentence)
            _longSentences++;
        foreach (Word word in sentence)
        {
            if (IsWord(word))
                Add(text.AsSpan(word.Start, word.Length));
        }
    }

    private static bool IsWord(Word word) => (word.Shape & (WordShape.Mark | WordShape.Number)) == 0;

    private void Add(ReadOnlySpan<char> word)
    {
        int syllables = SyllablesOf(word);
        _syllables += syllables;
        if (word.Length > 6)
            _longWords++;
        if (syllables > 2)
            _hardWords++;
        if (
            word.Length <= 4
            && word
                is "the"
                    or "of"
                    or "and"
                    or "a"
                    or "to"
                    or "in"
                    or "is"
                    or "that"
                    or "for"
                    or "we"
                    or "The"
                    or "with"
                    or "on"
                    or "as"
                    or "this"
                    or "are"
                    or "it"
                    or "by"
        )
            _commonWords++;
    }

    /// <summary>Groups of vowels, a silent e at the end aside; at least 1. Right for about nine words of ten.</summary>
    internal static int SyllablesOf(ReadOnlySpan<char> word)
    {
        int count = 0;
        bool wasVowel = false;
        foreach (char c in word)
        {
            bool isVowel = c < 128 ? IsVowel(c) : char.IsLetter(c);
            if (isVowel && !wasVowel)
                count++;
            wasVowel = isVowel;
        }
        if (count > 1 && IsSilent(word))
            count--;
        return Math.Max(1, count);
    }

    /// <summary>“make”, “makes”, “trained”; but “table”, “classes”, “started”.</summary>
    private static bool IsSilent(ReadOnlySpan<char> word)
    {
        char last = word[^1],
            before = word[^2];
        if (last == 'e')
            return before != 'l' ? !IsVowel(before) : word.Length < 3 || IsVowel(word[^3]);
        if (before != 'e' || word.Length < 4 || IsVowel(word[^3]))
            return false;
        return last == 'd' ? word[^3] is not ('t' or 'd') : last == 's' && word[^3] is not ('s' or 'x' or 'z' or 'c' or 'g' or 'h' or 'l');
    }

    private static bool IsVowel(char c) => c is >= '@' and <= '\u007F' && (Vowels >> (c - '@') & 1) != 0;
}
