namespace PostLint.Facts.Language;

/// <summary>
/// Tells whether a text is English and, if not, which language it is in: by script, then by function words, then, where these cannot tell,
/// by the
/// letter triples of Lingua. Safe to share between threads; its lists are read when they are first needed.
/// </summary>
/// <param name="english">Reads the list of English words.</param>
/// <param name="languages">Reads the lists of other languages' words.</param>
/// <param name="cues">Reads the list of words that introduce examples.</param>
internal sealed class LanguageDetector(Func<string> english, Func<string> languages, Func<string> cues)
{
    private const int MinLetters = 40; // shorter texts are judged by their script alone
    private const int MinScriptLetters = 12; // a few letters of another script are a term or a variable
    private const int MinRemarkLetters = 6; // of another script in a comment, which has no terms to quote
    private const double EnglishShare = 0.2; // of all words; English prose has twice that, and no other language comes near
    private const double ForeignShare = 0.13; // of all words, shared ones weighted
    private const double ClearForeignShare = 0.25; // so many that words with English endings are terms
    private const double ClearLead = 1.3; // of the best language over the next
    private const int FewHits = 3; // words; so few may be those of a neighbouring language
    private const double ClearLeadOfFew = 2;
    private const double CandidateShare = 0.5; // of the best score; languages below it are out
    private const int MinStrangeWords = 14; // of a language that nothing knows; English words in a row have some that are listed
    private const double StrangeShare = 0.08; // of all words
    private const string Vowels = "aeiouyɛɔəɨʉı";
    private const double MinVowels = 0.3,
        MaxVowels = 0.7; // of letters; ciphers and codes have less
    private const int LongestAbbreviation = 4; // letters
    private const double WordWeight = 1; // of a word that one language has, in units of e-fold confidence of the triples
    private const double MinConfidence = 0.001,
        UnknownConfidence = 0.02; // of languages that the triples speak against, or do not know

    private const int MinEntry = 10; // letters between the dividers of prose in any script; lists have fewer

    private static readonly System.Buffers.SearchValues<char> s_tokenMarks = System.Buffers.SearchValues.Create("▁ˈˌɹ");

    private readonly Lazy<EnglishWords> _english = new(() => new(english()));
    private readonly Lazy<WordLists> _lists = new(() => new(languages()));

    private readonly Lazy<HashSet<string>> _cues = new(() =>
        new(cues().Split('\n').Where(line => line.Length > 0 && line[0] != '#'), StringComparer.OrdinalIgnoreCase)
    );

    /// <summary>Whether a word introduces text in another language.</summary>
    internal bool IsCue(ReadOnlySpan<char> word) => _cues.Value.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>Whether a text is prose: words, not formulas, code or tables.</summary>
    public static bool IsProse(ReadOnlySpan<char> text) => ProseGate.Passes(text);

    /// <summary>Whether Lingua's models were needed so far, by any detector.</summary>
    public static bool IsLinguaLoaded => LinguaModels.IsLoaded;

    /// <summary>How often Lingua's models were asked so far, by any detector.</summary>
    internal static long LinguaUses => LinguaModels.Uses;

    /// <summary>What a word says for English, from 0 to 1.</summary>
    internal double EnglishWeight(ReadOnlySpan<char> word) => _english.Value.WeightOf(word);

    /// <summary>Whether the words of a text that says so much for English are English ones.</summary>
    internal static bool IsEnglish(double weight, int words) => weight >= EnglishShare * words;

    /// <summary>The language of a text; null where it is English, no prose, or too short to tell.</summary>
    public LanguageGuess? Detect(ReadOnlySpan<char> text)
    {
        LanguageGuess? script = Scripts.Read(text, out int letters);
        if (script is not null ? letters < MinScriptLetters : letters < MinLetters)
            return null;
        if (!ProseGate.Passes(text) || AreTokens(text))
            return null;
        var count = new WordCount(_lists.Value.Languages.Count);
        Count(text, count);
        if (script is not null)
            return count.Dividers * MinEntry > letters ? null : ByScript(script, count);
        return count.IsList ? null : ByWords(text, count, letters);
    }

    /// <summary>The language of a remark, which may be a few words; null where it is English, no prose, or could be either.</summary>
    internal LanguageGuess? DetectRemark(ReadOnlySpan<char> text)
    {
        LanguageGuess? script = Scripts.Read(text, out int letters);
        if (
            script is { Code: "el" } ? letters < MinScriptLetters
            : script is not null ? letters < MinRemarkLetters
            : letters >= MinLetters
        )
            return Detect(text);
        if (!ProseGate.Passes(text) || AreTokens(text))
            return null;
        var count = new WordCount(_lists.Value.Languages.Count);
        Count(text, count);
        if (script is not null)
            return ByScript(script, count);
        if (count.Words < 3 || count.AreNames || count.English > 0 || HasLoneLetter(text))
            return null;
        int best = count.Best(language => _lists.Value.Languages[language].Script is Script.Latin);
        return best >= 0 && count.Hits[best] >= (count.Accented > 0 ? 2 : 3) && count.Hits[best] * 5 >= count.Words * 2
            ? GuessOf(best)
            : null;
    }

    /// <summary>Single letters are variables and abbreviations, whatever language has them for words.</summary>
    private static bool HasLoneLetter(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            bool isAlone = (i == 0 || !char.IsLetter(text[i - 1])) && (i + 1 == text.Length || !char.IsLetter(text[i + 1]));
            if (isAlone && char.IsLetter(text[i]))
                return true;
        }
        return false;
    }

    private LanguageGuess ByScript(LanguageGuess script, WordCount count)
    {
        Script? listed = script.Code switch
        {
            "ru" => Script.Cyrillic,
            "ar" => Script.Arabic,
            "hi" => Script.Devanagari,
            _ => null,
        };
        int best = listed is null ? -1 : count.Best(language => _lists.Value.Languages[language].Script == listed);
        return best < 0 ? script : GuessOf(best);
    }

    private LanguageGuess? ByWords(ReadOnlySpan<char> text, WordCount count, int letters)
    {
        if (count.Words < 4 || count.AreNames || IsEnglish(count.English, count.Words))
            return null;
        int best = count.Best(language => _lists.Value.Languages[language].Script is Script.Latin or Script.Romanised);
        double share = best < 0 ? 0 : count.Scores[best] / count.Words,
            englishShare = count.English / count.Words;
        bool isForeign =
            share >= ForeignShare
            && share > 1.5 * englishShare
            && count.Hits[best] >= (count.Words < 14 ? 2 : 3)
            && (count.LooksEnglish * 4 < count.Words || (share >= ClearForeignShare && share > 4 * englishShare));
        bool isAccented = count.Accented * 33 > letters && count.Accented * 10 > count.Words;
        if (!isForeign && isAccented && englishShare < 0.08 && share > englishShare && count.Hits[Math.Max(best, 0)] >= 2)
            isForeign = true;
        if (isForeign)
        {
            int second = count.Best(language =>
                language != best && _lists.Value.Languages[language].Script is (Script.Latin or Script.Romanised)
            );
            bool isClear =
                second < 0 || count.Scores[best] > (count.Hits[best] <= FewHits ? ClearLeadOfFew : ClearLead) * count.Scores[second];
            return isClear || _lists.Value.Languages[best].Script is Script.Romanised ? GuessOf(best) : GuessOf(Weigh(text, count, best));
        }
        bool isDoubtful =
            englishShare < 0.08
            && count.LooksEnglish * 5 < count.Words
            && count.Glued * 5 < count.Words
            && (isAccented || (count.Lower + count.Upper) * 5 > count.Words * 2);
        return isDoubtful ? LinguaModels.Detect(text, isAccented, IsStrange(count), code => HasHits(count, code)) : null;
    }

    /// <summary>Whether a text is written in sentences that have no word in common with English: prose in a language that no list has.
    /// Lists of words are no sentences.</summary>
    private static bool IsStrange(WordCount count) =>
        count.Words >= MinStrangeWords
        && count.English < StrangeShare * count.Words
        && count.LooksEnglish < StrangeShare * count.Words
        && (count.Lower + count.Upper) * 5 > count.Words * 3
        && count.Dividers * 4 < count.Words
        && count.Glued * 10 < count.Words
        && count.Vowels > MinVowels * count.Letters
        && count.Vowels < MaxVowels * count.Letters;

    /// <summary>What tokenizers put before or within words, and phonetic transcription.</summary>
    private static bool AreTokens(ReadOnlySpan<char> text) =>
        text.ContainsAny(s_tokenMarks)
        || (text.Contains('Ġ') && !text.Contains('ħ'))
        || text.Contains("</w>", StringComparison.Ordinal)
        || text.Contains("##", StringComparison.Ordinal);

    /// <summary>Of the languages that the words speak for, the one for which words and letter triples together speak most.</summary>
    private int Weigh(ReadOnlySpan<char> text, WordCount count, int best)
    {
        if (LinguaModels.Confidences(text) is not { } confidences)
            return best;
        int most = best;
        double highest = double.MinValue;
        for (int i = 0; i < count.Scores.Length; i++)
        {
            if (count.Scores[i] < CandidateShare * count.Scores[best] || _lists.Value.Languages[i].Script is not Script.Latin)
                continue;
            double value =
                (WordWeight * count.Scores[i])
                + Math.Log(confidences.GetValueOrDefault(_lists.Value.Languages[i].Code, UnknownConfidence) + MinConfidence);
            if (value > highest)
                (most, highest) = (i, value);
        }
        return most;
    }

    private bool HasHits(WordCount count, string code)
    {
        int language = _lists.Value.Languages.FindIndex(listed => listed.Code == code && listed.Script is Script.Latin);
        return language >= 0 && count.Hits[language] > 0;
    }

    private LanguageGuess GuessOf(int language) => new(_lists.Value.Languages[language].Code, _lists.Value.Languages[language].Name);

    private void Count(ReadOnlySpan<char> text, WordCount count)
    {
        int at = 0;
        while (at < text.Length)
        {
            if (!char.IsLetter(text[at]))
            {
                if (text[at] is ',' or ';' or '/' or '|' or '·' or '•' or '→' or '、')
                    count.Dividers++;
                at++;
                continue;
            }
            int start = at;
            while (at < text.Length && IsInWord(text, at))
                at++;
            ReadOnlySpan<char> word = text[start..at];
            count.Words++;
            if (
                at + 1 < text.Length
                && text[at] is '.' or '/' or '(' or '=' or '@' or '_'
                && (char.IsLetterOrDigit(text[at + 1]) || text[at + 1] is ')')
            )
                count.Glued++;
            count.English += _english.Value.WeightOf(word);
            if (char.IsLower(word[0]))
                count.Lower++;
            else if (word.Length > 1 && char.IsLower(word[1]))
                count.Titled++;
            else if (word.Length > LongestAbbreviation)
                count.Upper++;
            if (_english.Value.LooksEnglish(word))
                count.LooksEnglish++;
            foreach (char c in word)
            {
                if (c > 0x7F && char.IsLetter(c))
                    count.Accented++;
            }
            ulong mask = _lists.Value.LanguagesOf(word);
            if (mask == 0 && word.IndexOfAny('\'', '’') is > 0 and int cut)
                mask = _lists.Value.LanguagesOf(word[..(cut + 1)]) | _lists.Value.LanguagesOf(word[(cut + 1)..]);
            count.Add(mask);
            CountVowels(word, count);
            bool isName = char.IsUpper(word[0]) && word[0] < 0x370; // of people and places, which English texts have too
            if (mask == 0 && !isName && _lists.Value.WritersOf(word) is var writers and not 0)
                count.Add(writers);
        }
    }

    private static void CountVowels(ReadOnlySpan<char> word, WordCount count)
    {
        foreach (char c in word)
        {
            if (!char.IsLetter(c))
                continue;
            count.Letters++;
            if (Vowels.Contains(c, StringComparison.OrdinalIgnoreCase) || c is (>= 'À' and <= 'ɏ') and not ('ç' or 'ñ' or 'š' or 'ž'))
                count.Vowels++;
        }
    }

    private static bool IsInWord(ReadOnlySpan<char> text, int at)
    {
        char c = text[at];
        if (
            char.IsLetterOrDigit(c)
            || char.GetUnicodeCategory(c)
                is System.Globalization.UnicodeCategory.NonSpacingMark
                    or System.Globalization.UnicodeCategory.SpacingCombiningMark
                    or System.Globalization.UnicodeCategory.Format
        )
            return true;
        return c is '\'' or '’' && at + 1 < text.Length && char.IsLetter(text[at + 1]);
    }
}
