namespace PostLint.Syntax;

/// <summary>
/// A key at the start of a line, as people write it: with or without quotes, with blanks before the colon or none after it.
/// </summary>
/// <param name="Span">The key, quotes included.</param>
/// <param name="ValueStart">Offset after the colon.</param>
internal readonly record struct LooseKey(TextSpan Span, int ValueStart)
{
    private const int MaxLength = 64;

    public static LooseKey? Find(string text, TextSpan line)
    {
        int at = line.Start;
        char quote = at < line.End && text[at] is '"' or '\'' ? text[at++] : '\0';
        int start = at;
        while (at < line.End && at - start < MaxLength && IsKeyCharacter(text[at]))
            at++;
        if (at == start || !char.IsLetter(text[start]) && text[start] is not '_')
            return null;
        if (quote is not '\0' && (at >= line.End || text[at++] != quote))
            return null;
        TextSpan key = TextSpan.Between(line.Start, at);
        while (at < line.End && text[at] is ' ' or '\t')
            at++;
        bool isKey = at < line.End && text[at] is ':' && (at + 1 == line.End || text[at + 1] is not ('/' or ':' or '\\'));
        return isKey ? new(key, at + 1) : null;
    }

    public string Name(string text) => text.Substring(Span.Start, Span.Length).Trim('"', '\'');

    private static bool IsKeyCharacter(char unit) => char.IsLetterOrDigit(unit) || unit is '_' or '-' or '.';
}
