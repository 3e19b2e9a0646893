using System.Numerics;

namespace PostLint.Facts.Language;

/// <summary>
/// A script that more than one listed language is written in; romanised texts are written in Latin letters without their accents.
/// </summary>
internal enum Script
{
    Latin,
    Cyrillic,
    Arabic,
    Devanagari,
    Romanised,
}

/// <summary>A language that the lists know.</summary>
internal sealed record ListedLanguage(string Code, string Name, Script Script);

/// <summary>Function words of many languages. Built once, then only read.</summary>
internal sealed class WordLists
{
    private const int MaxLanguages = 64; // one bit each

    private readonly Lexicon _words = new();
    private readonly List<ulong> _masks = [];
    private readonly Dictionary<char, ulong> _letters = [];

    /// <summary>Reads the lists: <c>[code Name script]</c>, then words, and letters after <c>~</c>.</summary>
    /// <exception cref="FormatException">A line cannot be read.</exception>
    public WordLists(string text)
    {
        foreach (ReadOnlySpan<char> raw in text.EnumerateLines())
        {
            ReadOnlySpan<char> line = raw.Trim();
            if (line.IsEmpty || line[0] == '#')
                continue;
            if (line[0] == '[')
            {
                string[] head = line.Trim("[]").ToString().Split(' ');
                if (head.Length != 3 || !Enum.TryParse(head[2], ignoreCase: true, out Script script) || Languages.Count == MaxLanguages)
                    throw new FormatException($"no language: {line}");
                Languages.Add(new(head[0], script is Script.Romanised ? $"{head[1]} (romanised)" : head[1], script));
                continue;
            }
            if (Languages.Count == 0)
                throw new FormatException("words before the first language");
            if (line[0] == '~')
            {
                foreach (char letter in line[1..])
                    _letters[letter] = _letters.GetValueOrDefault(letter) | (1ul << (Languages.Count - 1));
                continue;
            }
            foreach (Range range in line.Split(' '))
            {
                if (!line[range].IsEmpty)
                    Add(line[range], 1ul << (Languages.Count - 1));
            }
        }
    }

    /// <summary>The languages, in the order of the lists; the number of a language is its bit.</summary>
    public List<ListedLanguage> Languages { get; } = [];

    /// <summary>The languages that have a word.</summary>
    public ulong LanguagesOf(ReadOnlySpan<char> word)
    {
        ushort id = _words.IdOf(word);
        return id < _masks.Count ? _masks[id] : 0;
    }

    /// <summary>
    /// The languages that write all the letters of a word that are not every language's; none where a word has only common letters.
    /// </summary>
    public ulong WritersOf(ReadOnlySpan<char> word)
    {
        ulong writers = ulong.MaxValue;
        foreach (char c in word)
        {
            if (c > 0x7F && _letters.TryGetValue(char.ToLowerInvariant(c), out ulong mask))
                writers &= mask;
        }
        return writers == ulong.MaxValue ? 0 : writers;
    }

    /// <summary>What a word that some languages share says for each of them.</summary>
    public static double WeightOf(ulong languages) => 1 / Math.Sqrt(BitOperations.PopCount(languages));

    private void Add(ReadOnlySpan<char> word, ulong language)
    {
        ushort id = _words.Add(word);
        while (_masks.Count <= id)
            _masks.Add(0);
        _masks[id] |= language;
    }
}
