using PostLint.Syntax;

namespace PostLint.Suppressions;

/// <summary>What a suppression comment does.</summary>
internal enum DirectiveKind
{
    /// <summary>A word after <c>postlint-</c> that means nothing.</summary>
    Unknown,

    /// <summary>Suppresses what stands in the block that follows.</summary>
    DisableNextBlock,

    /// <summary>Opens a range.</summary>
    Disable,

    /// <summary>Closes a range.</summary>
    Enable,
}

/// <summary>A suppression comment as written, whether or not it makes sense.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Span">From its first letter to the end of its line or comment, trimmed.</param>
/// <param name="Ids">The ids it names.</param>
/// <param name="Reason">What stands after the hyphens; empty where there are none.</param>
/// <param name="Comment">The comment it stands in.</param>
internal sealed record Directive(DirectiveKind Kind, TextSpan Span, IReadOnlyList<TextSpan> Ids, string Reason, Node Comment)
{
    private const string Prefix = "postlint-";

    /// <summary>Where it stands.</summary>
    public Place PlaceIn(SourceText source) => PlaceOf(source, Span);

    /// <summary>Where a part of it stands.</summary>
    public Place PlaceOf(SourceText source, TextSpan part) =>
        new(source.Path, part.Start, part.Length, source.LineOf(part.Start), Context: Comment.Context);

    /// <summary>The directives of a comment: each begins a line of it, behind blanks and the marks of YAML.</summary>
    public static IEnumerable<Directive> Find(SourceText source, Node comment)
    {
        for (int start = comment.Content.Start, next; start < comment.Content.End; start = next)
        {
            int end = source.Text.IndexOf('\n', start, comment.Content.End - start);
            if (end < 0)
                end = comment.Content.End;
            next = end + 1;
            TextSpan line = Trim(source.Text, start, end);
            if (source.Slice(line).StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
                yield return Parse(source.Text, line, comment);
        }
    }

    private static Directive Parse(string text, TextSpan line, Node comment)
    {
        ReadOnlySpan<char> written = text.AsSpan(line.Start, line.Length);
        int wordEnd = written.IndexOfAny(" \t\u00A0:");
        if (wordEnd < 0)
            wordEnd = written.Length;
        int hyphens = written[wordEnd..].IndexOf("--");
        int idsEnd = hyphens < 0 ? written.Length : wordEnd + hyphens;
        string reason = hyphens < 0 ? "" : written[idsEnd..].TrimStart('-').Trim().ToString();
        return new(KindOf(written[Prefix.Length..wordEnd]), line, Words(text, line.Start + wordEnd, line.Start + idsEnd), reason, comment);
    }

    private static DirectiveKind KindOf(ReadOnlySpan<char> word) =>
        word switch
        {
            "disable-next-block" => DirectiveKind.DisableNextBlock,
            "disable" => DirectiveKind.Disable,
            "enable" => DirectiveKind.Enable,
            _ => DirectiveKind.Unknown,
        };

    private static List<TextSpan> Words(string text, int start, int end)
    {
        var words = new List<TextSpan>();
        for (int at = start; at < end; at++)
        {
            if (IsSeparator(text[at]))
                continue;
            int first = at;
            while (at < end && !IsSeparator(text[at]))
                at++;
            words.Add(TextSpan.Between(first, at));
        }
        return words;
    }

    private static bool IsSeparator(char character) => character is ',' or ':' || char.IsWhiteSpace(character);

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] == '#'))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return TextSpan.Between(start, end);
    }
}
