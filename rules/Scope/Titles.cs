using System.Text;

namespace PostLint.Rules.Scope;

/// <summary>Finds the titles of works in texts.</summary>
internal static class Titles
{
    // Shorter titles, such as “Attention”, stand in any text.
    private const int ShortestTitle = 15;
    private const int FewestWords = 2;

    /// <summary>
    /// Whether a text names a work by its title, or by what stands before the title’s colon; case and punctuation do not count.
    /// </summary>
    public static bool IsNamed(string title, string text)
    {
        int colon = title.IndexOf(':', StringComparison.Ordinal);
        return HoldsWords(text, title) || (colon > 0 && HoldsWords(text, title[..colon]));
    }

    private static bool HoldsWords(string text, string title)
    {
        if (title.Length < ShortestTitle || text.Length < ShortestTitle)
            return false;
        // Most titles are told by their first word, before anything is copied.
        int end = 0;
        while (end < title.Length && char.IsLetterOrDigit(title[end]))
            end++;
        if (end == 0 || text.AsSpan().IndexOf(title.AsSpan(0, end), StringComparison.OrdinalIgnoreCase) < 0)
            return false;
        string words = Words(title);
        return words.Count(c => c is ' ') > FewestWords && Words(text).Contains(words, StringComparison.Ordinal);
    }

    /// <summary>Letters and digits in lower case; everything else is a blank between words, and at both ends.</summary>
    private static string Words(string text)
    {
        var words = new StringBuilder(" ", text.Length + 2);
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
                words.Append(char.ToLowerInvariant(c));
            else if (words[^1] != ' ')
                words.Append(' ');
        }
        if (words[^1] != ' ')
            words.Append(' ');
        return words.ToString();
    }
}
