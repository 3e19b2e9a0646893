namespace PostLint.Facts;

/// <summary>Web addresses around a place.</summary>
internal static class WebAddresses
{
    /// <summary>Whether a place lies in a web address, whose paths are no directories.</summary>
    public static bool Holds(string text, int at)
    {
        int start = at;
        while (
            start > 0
            && at - start < 200
            && !char.IsWhiteSpace(text[start - 1])
            && text[start - 1] is not ('"' or '\'' or '(' or '<' or '{' or ',' or ';')
        )
            start--;
        ReadOnlySpan<char> before = text.AsSpan(start, at - start);
        return before.Contains("://", StringComparison.Ordinal)
            ? !before.Contains("file://", StringComparison.OrdinalIgnoreCase)
            : before.Length > 0 && char.IsLetterOrDigit(before[^1]) && before.Contains('.');
    }
}
