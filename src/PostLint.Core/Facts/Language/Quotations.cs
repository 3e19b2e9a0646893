namespace PostLint.Facts.Language;

/// <summary>What a text says in other people's words.</summary>
internal static class Quotations
{
    private const string Openers = "\"“„«「『‹",
        Closers = "\"””»」』›";

    /// <summary>Blanks what stands between quotation marks, marks included; unpaired marks change nothing.</summary>
    /// <returns>The same text.</returns>
    public static Span<char> Blank(Span<char> text)
    {
        int at = 0;
        while (at < text.Length)
        {
            int kind = Openers.IndexOf(text[at], StringComparison.Ordinal);
            if (kind < 0)
            {
                at++;
                continue;
            }
            int end = text[(at + 1)..].IndexOf(Closers[kind]);
            if (end < 0 && text[at] == '„')
                end = text[(at + 1)..].IndexOf('“');
            if (end < 0)
                return text;
            text.Slice(at, end + 2).Fill(' ');
            at += end + 2;
        }
        return text;
    }
}
