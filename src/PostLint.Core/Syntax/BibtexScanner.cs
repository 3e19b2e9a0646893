using System.Buffers;

namespace PostLint.Syntax;

/// <summary>
/// Moves through a bibliography. Braces count whether escaped or not, as in BibTeX; a line that starts another entry ends one that is not
/// closed, so that one missing brace costs one entry and the time stays linear.
/// </summary>
internal sealed class BibtexScanner(string text)
{
    private const int MaxWord = 64;

    private static readonly SearchValues<char> s_braces = SearchValues.Create("{}@");
    private static readonly SearchValues<char> s_quotes = SearchValues.Create("{}\"@");
    private static readonly SearchValues<char> s_endOfBare = SearchValues.Create(" \t\r\n,#{}()\"=%@");

    public int At { get; set; }

    public bool IsAtEnd => At >= text.Length;

    public char Current => text[At];

    /// <summary>The next mark, word and opening brace. A line that starts with a per cent sign is a remark, whatever it holds.</summary>
    public TextSpan? FindEntry()
    {
        int from = At;
        for (int at = from; (at = text.IndexOf('@', at)) >= 0; at++)
        {
            if (HeadAt(at) is not { } head || (at > 0 && char.IsLetterOrDigit(text[at - 1])))
                continue;
            int line = at == from ? at : text.LastIndexOf('\n', at - 1, at - from) + 1;
            if (!text.AsSpan(Math.Max(line, from), at - Math.Max(line, from)).TrimStart().StartsWith('%'))
                return head;
            at = text.IndexOf('\n', at);
            if (at < 0)
                return null;
        }
        return null;
    }

    /// <summary>The range of <c>@word{</c> if it stands at an offset.</summary>
    public TextSpan? HeadAt(int mark)
    {
        int at = SkipBlanks(mark + 1);
        int word = at;
        while (at < text.Length && at - word < MaxWord && char.IsAsciiLetterOrDigit(text[at]))
            at++;
        if (at == word)
            return null;
        at = SkipBlanks(at);
        return at < text.Length && text[at] is '{' or '(' ? TextSpan.Between(mark, at + 1) : null;
    }

    /// <summary>Skips pieces joined by <c>#</c>; one piece in braces or quotation marks is a group.</summary>
    public bool SkipValue(out bool isGroup)
    {
        isGroup = false;
        for (int pieces = 1; At < text.Length; pieces++)
        {
            int start = At;
            isGroup = pieces == 1 && text[At] is '{' or '"';
            if (!SkipPiece() || (At == start && pieces > 1))
                return false;
            int next = SkipSpace(At);
            if (At == start || next >= text.Length || text[next] is not '#')
                return true;
            isGroup = false;
            At = SkipSpace(next + 1);
        }
        return false;
    }

    private bool SkipPiece()
    {
        if (text[At] is '{' or '"')
        {
            char close = text[At++] is '{' ? '}' : '"';
            return SkipGroup(close);
        }
        int length = text.AsSpan(At).IndexOfAny(s_endOfBare);
        At = length < 0 ? text.Length : At + length;
        return true;
    }

    /// <summary>
    /// Moves behind the mark that closes a group whose opening mark is behind us; to the next entry or the end if there is none.
    /// </summary>
    public bool SkipGroup(char close)
    {
        SearchValues<char> marks = close is '"' ? s_quotes : s_braces;
        for (int depth = 0; ; At++)
        {
            int length = close is ')' ? text.AsSpan(At).IndexOfAny("{}@)") : text.AsSpan(At).IndexOfAny(marks);
            At = length < 0 ? text.Length : At + length;
            if (At >= text.Length || (text[At] is '@' && StartsLine(At) && HeadAt(At) is not null))
                return false;
            if (depth == 0 && text[At] == close)
            {
                At++;
                return true;
            }
            if (text[At] is '{')
                depth++;
            else if (text[At] is '}' && --depth < 0)
                return false;
        }
    }

    /// <summary>Moves to the next line that starts an entry, or to the end.</summary>
    public void SkipToEntry()
    {
        for (int at = At; (at = text.IndexOf('@', at)) >= 0; at++)
        {
            At = at;
            if (StartsLine(at) && HeadAt(at) is not null)
                return;
        }
        At = text.Length;
    }

    private bool StartsLine(int at)
    {
        while (at > 0 && text[at - 1] is ' ' or '\t')
            at--;
        return at == 0 || text[at - 1] is '\n';
    }

    private int SkipBlanks(int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
            at++;
        return at;
    }

    /// <summary>The first offset from one on that holds no blank and no line end.</summary>
    public int SkipSpace(int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\r' or '\n')
            at++;
        return at;
    }
}
