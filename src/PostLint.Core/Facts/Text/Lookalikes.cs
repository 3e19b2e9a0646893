namespace PostLint.Facts;

/// <summary>
/// Cyrillic and Greek letters that look like Latin ones; after Unicode's table of confusable characters (UTS 39), the pairs that most
/// typefaces draw alike.
/// </summary>
internal static class Lookalikes
{
    private const string Others = "аеорсухіјѕһԁӏԛԝАВЕКМНОРСТУХІЈЅԌοανρικυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
    private const string Latins = "aeopcyxijshdlqwABEKMHOPCTYXIJSGoavpikuABEZHIKMNOPTYX";

    /// <summary>The Latin letter that another looks like; NUL where there is none.</summary>
    public static char LatinFor(char other)
    {
        int at = Others.IndexOf(other, StringComparison.Ordinal);
        return at < 0 ? '\0' : Latins[at];
    }

    /// <summary>Replaces look-alikes in words that hold no other letters than them and Latin ones.</summary>
    public static string Fold(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\u0370', '\u052F') < 0)
            return text;
        char[] read = text.ToCharArray();
        for (int at = 0; at < read.Length; )
        {
            int end = at;
            while (end < read.Length && char.IsLetter(read[end]))
                end++;
            Span<char> word = read.AsSpan(at, end - at);
            if (IsFoldable(word))
                Fold(word);
            at = end + 1;
        }
        return new(read);
    }

    private static void Fold(Span<char> word)
    {
        foreach (ref char c in word)
        {
            if (LatinFor(c) is not '\0' and var latin)
                c = latin;
        }
    }

    private static bool IsFoldable(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (!char.IsAsciiLetter(c) && LatinFor(c) == '\0')
                return false;
        }
        return true;
    }
}
