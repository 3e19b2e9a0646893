using System.Buffers;

namespace PostLint.Reporting;

/// <summary>Words that name nobody by themselves: English, the field's own, and what files and metadata are called.</summary>
internal static class OrdinaryWords
{
    private const int ShortestHalf = 3;
    private const int ShortestRest = 4;
    private const int LongestHead = 4;
    private const int ShortestSentence = 18;
    private const int LongestSentence = 80;
    private const int FewestWords = 4; // names have fewer
    private const int AverageWord = 4; // letters, so that syllables are no words
    private const int ShortestMisspelt = 8;
    private const int LongestMisspelt = 24;

    private static readonly SearchValues<char> s_vowels = SearchValues.Create("aeiouyäöü");
    private static readonly Lazy<SortedWords> s_english = new(() => SortedWords.Read("english.txt"));
    private static readonly Lazy<SortedWords> s_jargon = new(() => SortedWords.Read("jargon.txt"));
    private static readonly string[] s_kinds =
    [
        "pdf",
        "png",
        "svg",
        "net",
        "map",
        "fig",
        "gan",
        "gen",
        "img",
        "viz",
        "vis",
        "bar",
        "box",
        "res",
        "seq",
        "plt",
    ];
    private static readonly string[] s_prefixes =
    [
        "anti",
        "auto",
        "cross",
        "counter",
        "hyper",
        "inter",
        "meta",
        "micro",
        "mini",
        "multi",
        "non",
        "over",
        "post",
        "pre",
        "pseudo",
        "quasi",
        "re",
        "self",
        "semi",
        "sub",
        "super",
        "trans",
        "ultra",
        "un",
        "under",
    ];

    /// <summary>
    /// Whether a word, in any case, is one of them; also its plural, with a prefix, and a word of the field joined with another.
    /// </summary>
    public static bool Contains(string word)
    {
        string lower = word.ToLowerInvariant();
        if (IsListed(lower))
            return true;
        if (lower.EndsWith('s') && IsListed(lower.AsSpan(..^1)))
            return true;
        if (s_prefixes.Any(prefix => HasPrefix(lower, prefix)))
            return true;
        int head = lower.AsSpan().IndexOfAny(s_vowels);
        for (int at = 1; at <= Math.Min(head, LongestHead) && at + ShortestRest <= lower.Length; at++)
        {
            if (IsListed(lower.AsSpan(at)))
                return true;
        }
        return IsJoined(lower) || IsNumbered(lower) || IsSentence(lower);
    }

    /// <summary>Whether a word, in any case, is one of the field's own.</summary>
    public static bool IsJargon(string word) => s_jargon.Value.Contains(word.ToLowerInvariant());

    /// <summary>
    /// Whether a word is one of them but for a slip of the pen: a letter too many or too few, or two that changed places.
    /// </summary>
    public static bool IsMisspelt(string word)
    {
        string lower = word.ToLowerInvariant();
        if (lower.Length is < ShortestMisspelt or > LongestMisspelt)
            return false;
        for (int at = 1; at < lower.Length; at++)
        {
            if (IsListed(lower.Remove(at, 1)))
                return true;
            if (IsListed($"{lower[..(at - 1)]}{lower[at]}{lower[at - 1]}{lower[(at + 1)..]}"))
                return true;
            for (char c = 'a'; c <= 'z'; c++)
            {
                if (IsListed(lower.Insert(at, c.ToString())))
                    return true;
            }
        }
        return false;
    }

    /// <summary>A word with a Roman number, as in <c>partii</c>.</summary>
    private static bool IsNumbered(string word)
    {
        int rest = word.AsSpan().LastIndexOfAnyExcept('i', 'v') + 1;
        // One letter may end a given name.
        return rest >= ShortestRest && word.Length - rest > 1 && IsListed(word.AsSpan(..rest));
    }

    /// <summary>Many words in one, as titles become in names of files: longer than any name, and words from end to end.</summary>
    private static bool IsSentence(string word)
    {
        if (word.Length is < ShortestSentence or > LongestSentence)
            return false;
        // How few words make up the beginning of each length.
        int[] fewest = new int[word.Length + 1];
        Array.Fill(fewest, int.MaxValue, 1, word.Length);
        for (int start = 0; start < word.Length; start++)
        {
            for (int end = start + 2; fewest[start] < int.MaxValue && end <= word.Length; end++)
            {
                if (IsListed(word.AsSpan(start..end)))
                    fewest[end] = Math.Min(fewest[end], fewest[start] + 1);
            }
        }
        return fewest[^1] >= FewestWords && fewest[^1] <= word.Length / AverageWord;
    }

    /// <summary>Two words in one, such as a kind of picture behind what it shows. Two words of English alone may be a login.</summary>
    private static bool IsJoined(string word)
    {
        for (int at = ShortestHalf; at <= word.Length - ShortestHalf; at++)
        {
            string first = word[..at],
                second = word[at..];
            if (IsKind(first) && IsListed(second))
                return true;
            if (IsKind(second) && IsListed(first))
                return true;
        }
        return false;
    }

    /// <summary>Shorter ones end or begin many names by chance.</summary>
    private static bool IsKind(string word) => (word.Length > ShortestHalf && s_jargon.Value.Contains(word)) || s_kinds.Contains(word);

    private static bool HasPrefix(string word, string prefix) =>
        word.Length >= prefix.Length + ShortestRest
        && word.StartsWith(prefix, StringComparison.Ordinal)
        && IsListed(word.AsSpan(prefix.Length));

    private static bool IsListed(ReadOnlySpan<char> word) => s_english.Value.Contains(word) || s_jargon.Value.Contains(word);
}
