namespace PostLint;

/// <summary>Finds the word that somebody meant.</summary>
public static class Nearest
{
    /// <summary>The nearest of some words by edit distance; null if none is near.</summary>
    public static string? To(string word, IEnumerable<string> words)
    {
        (string? best, int distance) = (null, Math.Max(2, word.Length / 3) + 1);
        foreach (string candidate in words)
        {
            int own = Distance(word, candidate);
            if (own < distance) (best, distance) = (candidate, own);
        }
        return best;
    }

    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[^1];
    }
}
