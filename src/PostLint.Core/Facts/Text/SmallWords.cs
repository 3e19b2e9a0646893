namespace PostLint.Facts;

/// <summary>
/// Tells which words a text has in small letters: names keep their capital, and a label that is written small is a common word.
/// </summary>
/// <param name="text">The text.</param>
internal sealed class SmallWords(string text)
{
    private const int MostSearches = 32; // words that are looked for one by one; for more all words of the text are noted

    private readonly Dictionary<string, bool> _searched = new(StringComparer.Ordinal);
    private HashSet<string>? _all;

    /// <summary>Whether a word, whose own capital does not count, stands small and alone somewhere, and is no one's handle.</summary>
    public bool Hold(string word)
    {
        string small = word.ToLowerInvariant();
        if (_searched.TryGetValue(small, out bool holds))
            return holds;
        holds = _searched.Count >= MostSearches && small.All(char.IsLetter) ? (_all ??= All()).Contains(small) : Occurs(small);
        return _searched[small] = holds;
    }

    private bool Occurs(string small)
    {
        for (int at = text.IndexOf(small, StringComparison.Ordinal); at >= 0; at = text.IndexOf(small, at + 1, StringComparison.Ordinal))
        {
            if (MayBegin(at) && (at + small.Length >= text.Length || !char.IsLetter(text[at + small.Length])))
                return true;
        }
        return false;
    }

    private bool MayBegin(int at) =>
        char.IsLower(text[at]) && (at == 0 || !(char.IsLetter(text[at - 1]) || text[at - 1] is '(' or '[' or '@'));

    private HashSet<string> All()
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        var known = all.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int at = 0; at < text.Length; at++)
        {
            int start = at;
            while (at < text.Length && char.IsLetter(text[at]))
                at++;
            if (at > start && MayBegin(start))
                known.Add(text.AsSpan(start..at));
        }
        return all;
    }
}
