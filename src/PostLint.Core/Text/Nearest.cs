namespace PostLint.Text;

/// <summary>Finds what a mistyped word was meant to be.</summary>
public static class Nearest
{
    private const int MaxLength = 80;
    private const int LeastStart = 3; // letters; fewer begin too many words

    /// <summary>
    /// The candidate that goes on where the word ends, or the one with the fewest edits, at most a third of the word's length, or the only
    /// one that begins with the word; null where none is near.
    /// </summary>
    /// <param name="word">What was typed.</param>
    /// <param name="candidates">What there is.</param>
    /// <param name="most">The most edits; 0 for a third of the word's length.</param>
    public static string? Of(string word, IEnumerable<string> candidates, int most = 0)
    {
        if (word.Length > MaxLength)
            return null;
        (string? best, int fewest) = (null, (most > 0 ? most : Math.Max(2, word.Length / 3)) + 1);
        foreach (string candidate in candidates.Order(StringComparer.Ordinal))
        {
            if (word.Contains('/', StringComparison.Ordinal) && candidate.StartsWith(word, StringComparison.Ordinal))
                return candidate;
            if (Math.Abs(candidate.Length - word.Length) >= fewest)
                continue;
            int edits = Distance(word, candidate);
            if (edits < fewest)
                (best, fewest) = (candidate, edits);
        }
        if (best is not null || word.Length < LeastStart)
            return best;
        string[] longer = [.. candidates.Where(candidate => candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase)).Take(2)];
        return longer.Length == 1 ? longer[0] : null;
    }

    /// <summary>Levenshtein's distance, without case.</summary>
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 0; i < a.Length; i++)
        {
            (int diagonal, row[0]) = (row[0], i + 1);
            for (int j = 0; j < b.Length; j++)
            {
                int replaced = diagonal + (char.ToLowerInvariant(a[i]) == char.ToLowerInvariant(b[j]) ? 0 : 1);
                (diagonal, row[j + 1]) = (row[j + 1], Math.Min(replaced, Math.Min(row[j], row[j + 1]) + 1));
            }
        }
        return row[^1];
    }
}
