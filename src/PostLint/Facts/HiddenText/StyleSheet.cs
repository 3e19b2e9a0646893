using System.Buffers;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>The style blocks of a file: which classes and ids hide text, and the texts that they write themselves.</summary>
internal sealed class StyleSheet
{
    private const int MaxRules = 2_000;
    private static readonly Needle s_open = new("<style"),
        s_close = new("</style");
    private static readonly SearchValues<char> s_joins = SearchValues.Create(" .#:>+~[".AsSpan());

    private readonly Dictionary<string, string> _declarations = new(StringComparer.Ordinal);

    /// <summary>The texts behind <c>content:</c>.</summary>
    public List<TextSpan> Contents { get; } = [];

    /// <summary>Reads all style blocks of a text.</summary>
    public static StyleSheet Of(string text)
    {
        var sheet = new StyleSheet();
        for (int at = s_open.In(text, 0); at >= 0; at = s_open.In(text, at + 1))
        {
            int open = text.IndexOf('>', at),
                close = open < 0 ? -1 : s_close.In(text, open);
            if (close < 0)
                break;
            sheet.Read(text, open + 1, close);
            at = close;
        }
        return sheet;
    }

    /// <summary>The declarations of all of an element's classes, or of its id; empty where there are none.</summary>
    public string DeclarationsOf(ReadOnlySpan<char> names, char mark)
    {
        if (_declarations.Count == 0)
            return "";
        string found = "";
        foreach (Range range in names.Split(' '))
        {
            if (names[range].Length > 0 && _declarations.TryGetValue($"{mark}{names[range]}", out string? declarations))
                found += ";" + declarations;
        }
        return found;
    }

    private void Read(string text, int at, int end)
    {
        for (int rules = 0; at < end && rules < MaxRules; rules++)
        {
            int open = text.IndexOf('{', at, end - at),
                close = open < 0 ? -1 : text.IndexOf('}', open, end - open);
            if (close < 0)
                return;
            int nested = text.LastIndexOf('{', close, close - open); // a rule within @media
            if (nested > open)
                (at, open) = (open + 1, nested);
            foreach (string selector in text[at..open].Split(','))
                Add(selector.Trim(), text[(open + 1)..close]);
            ReadContent(text, open, close);
            at = close + 1;
        }
    }

    /// <summary>Keeps what is said of a class or id alone; what holds only within others may never apply.</summary>
    private void Add(string selector, string declarations)
    {
        int name = selector.LastIndexOfAny(['.', '#']);
        if (name < 0 || selector.AsSpan(name + 1).ContainsAny(s_joins))
            return;
        if (name > 0 && selector.AsSpan(0, name).ContainsAny(s_joins))
            return;
        string key = selector[name..];
        _declarations[key] = _declarations.TryGetValue(key, out string? before) ? before + ";" + declarations : declarations;
    }

    private void ReadContent(string text, int open, int close)
    {
        int at = text.IndexOf("content", open, close - open, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return;
        int start = text.AsSpan(at, close - at).IndexOfAny('"', '\'');
        if (start < 0)
            return;
        start += at + 1;
        int length = text.AsSpan(start, close - start).IndexOf(text[start - 1]);
        if (length > 0)
            Contents.Add(new(start, length));
    }
}
