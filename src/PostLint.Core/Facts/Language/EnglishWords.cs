namespace PostLint.Facts.Language;

/// <summary>The commonest English words. Built once, then only read.</summary>
internal sealed class EnglishWords
{
    private const double Shared = 0.4; // what a word counts that other languages have too

    private readonly Lexicon _words = new();
    private readonly ushort _lastStrong;
    private readonly ushort _lastFunction;

    /// <summary>
    /// Reads the list: function words under <c>[strong]</c>, then under <c>[weak]</c>, then other words under <c>[content]</c>.
    /// </summary>
    public EnglishWords(string text)
    {
        bool isWeak = false,
            isContent = false;
        foreach (ReadOnlySpan<char> line in text.EnumerateLines())
        {
            if (line.IsEmpty || line[0] == '#')
                continue;
            if (line[0] == '[')
            {
                isContent = line is "[content]";
                isWeak = line is "[weak]";
                continue;
            }
            foreach (Range range in line.Split(' '))
            {
                if (line[range].IsEmpty)
                    continue;
                ushort id = _words.Add(line[range]);
                if (isContent)
                    continue;
                _lastFunction = Math.Max(_lastFunction, id);
                if (!isWeak)
                    _lastStrong = Math.Max(_lastStrong, id);
            }
        }
    }

    /// <summary>What a word says for English: 1, less if other languages have it too, 0 if it is not listed.</summary>
    public double WeightOf(ReadOnlySpan<char> word)
    {
        ushort id = _words.IdOf(word);
        return id == Lexicon.Unknown || id > _lastFunction ? 0
            : id <= _lastStrong ? 1
            : Shared;
    }

    /// <summary>Whether a word is a common one that is no function word, or ends as English words do and few others.</summary>
    public bool LooksEnglish(ReadOnlySpan<char> word) => _words.IdOf(word) > _lastFunction || EndsEnglish(word);

    private static bool EndsEnglish(ReadOnlySpan<char> word) =>
        word.Length > 4
        && (
            Ends(word, "ing")
            || Ends(word, "tion")
            || Ends(word, "tions")
            || Ends(word, "ed")
            || Ends(word, "ly")
            || Ends(word, "ness")
            || Ends(word, "ity")
            || Ends(word, "able")
            || Ends(word, "ical")
            || Ends(word, "ous")
            || Ends(word, "ive")
            || Ends(word, "ful")
            || Ends(word, "ers")
            || Ends(word, "ight")
            || Ends(word, "ths")
            || Ends(word, "ks")
        );

    private static bool Ends(ReadOnlySpan<char> word, string end) => word.EndsWith(end, StringComparison.OrdinalIgnoreCase);
}
