namespace PostLint.Facts;

/// <summary>Compares the names of accounts with the names of people and projects.</summary>
public static class AccountNames
{
    private const int ShortestWord = 4; // letters; shorter words stand in many accounts by chance

    /// <summary>
    /// Whether an account is made of somebody's names: both, or one initial and the other; parts of at least four letters.
    /// </summary>
    public static bool IsOf(string account, string name)
    {
        string login = LettersOf(account);
        string[] words = name.Split([' ', ',', ';', '-'], StringSplitOptions.RemoveEmptyEntries);
        string[] parts = [.. words.Select(part => LettersOf(part)).Where(part => part.Length > 0)];
        if (parts.Length is < 2 or > 5)
            return false;
        foreach (string given in parts)
        {
            foreach (string family in parts)
            {
                if (ReferenceEquals(given, family) || family.Length < ShortestWord)
                    continue;
                bool hasBoth =
                    login.Contains(given + family, StringComparison.Ordinal) || login.Contains(family + given, StringComparison.Ordinal);
                if (hasBoth)
                    return true;
                if (login.StartsWith(given[0] + family, StringComparison.Ordinal) || login == family + given[0])
                    return true;
            }
        }
        return false;
    }

    /// <summary>Whether a single word is the account, or all of it but a few letters.</summary>
    /// <param name="login">The account's letters, lower case.</param>
    /// <param name="word">The word's letters, lower case.</param>
    public static bool IsLike(string login, string word) =>
        word.Length >= ShortestWord && (login.StartsWith(word, StringComparison.Ordinal) || login.EndsWith(word, StringComparison.Ordinal));

    /// <summary>The ASCII letters of a text, lower case.</summary>
    public static string LettersOf(ReadOnlySpan<char> text)
    {
        Span<char> letters = text.Length <= 128 ? stackalloc char[text.Length] : new char[text.Length];
        int length = 0;
        foreach (char c in text)
        {
            if (char.IsAsciiLetter(c))
                letters[length++] = char.ToLowerInvariant(c);
        }
        return new(letters[..length]);
    }
}
