using System.Buffers;

namespace PostLint.Syntax;

/// <summary>What stands between two texts of a page.</summary>
internal enum HtmlTokenKind
{
    /// <summary>A start tag.</summary>
    StartTag,

    /// <summary>An end tag.</summary>
    EndTag,

    /// <summary>A comment, closed or cut off by the end.</summary>
    Comment,

    /// <summary>A document type, or what browsers skip like a comment.</summary>
    Other,

    /// <summary>The end of the page, or a tag that the end cuts off.</summary>
    End,
}

/// <summary>How the text behind a start tag is read.</summary>
internal enum HtmlTextMode
{
    /// <summary>With tags and comments.</summary>
    Markup,

    /// <summary>Up to the end tag of the same name.</summary>
    Raw,

    /// <summary>The same, but that a comment in it may hold end tags of its own scripts.</summary>
    Script,
}

/// <summary>
/// Finds the tags and comments of a page as the HTML standard's tokenizer does, with their exact ranges. It leaps over the text between
/// them,
/// for half of a plot's page is one script and one address of data, which a tokenizer reads letter by letter.
/// </summary>
/// <param name="html">The page, or a part of one.</param>
internal sealed class HtmlScanner(string html)
{
    private static readonly SearchValues<char> s_endsTagName = SearchValues.Create(" \t\r\n\f/>");
    private static readonly SearchValues<char> s_endsAttributeName = SearchValues.Create(" \t\r\n\f/>=");
    private static readonly SearchValues<char> s_endsValue = SearchValues.Create(" \t\r\n\f>");
    private static readonly SearchValues<char> s_space = SearchValues.Create(" \t\r\n\f");
    private static readonly SearchValues<char> s_changed = SearchValues.Create("\r\0");
    private static readonly SearchValues<char> s_capitals = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ\0");

    private readonly Dictionary<string, KnownName>.AlternateLookup<ReadOnlySpan<char>> _names = new Dictionary<string, KnownName>(
        StringComparer.Ordinal
    ).GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly List<(string Name, string Value)> _attributes = [];
    private int _at;
    private int _tags; // so far

    /// <summary>A name that the page has; pages repeat few.</summary>
    private sealed class KnownName(string text)
    {
        public string Text { get; } = text;

        /// <summary>The last tag with an attribute of this name, counted from 1.</summary>
        public int LastTag { get; set; }
    }

    /// <summary>Set behind a start tag, for the text that follows it; <see cref="Next"/> sets it back.</summary>
    public HtmlTextMode Mode { get; set; }

    /// <summary>What was found last.</summary>
    public HtmlTokenKind Kind { get; private set; }

    /// <summary>Its range; at the end, where the last text ends.</summary>
    public TextSpan Span { get; private set; }

    /// <summary>The name of a tag, in lower case; empty for what is none.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whether a tag ends with <c>/&gt;</c>.</summary>
    public bool IsSelfClosing { get; private set; }

    /// <summary>
    /// The attributes of a tag, by names in lower case, the first of each name, with their values as written but for line ends; the next
    /// tag overwrites them.
    /// </summary>
    public IReadOnlyList<(string Name, string Value)> Attributes => _attributes;

    /// <summary>Goes on to the next token.</summary>
    public void Next()
    {
        HtmlTextMode mode = Mode;
        Mode = HtmlTextMode.Markup;
        bool isFound = mode switch
        {
            HtmlTextMode.Raw => EndOfRaw(Name, _at) is >= 0 and int end && Tag(end, HtmlTokenKind.EndTag),
            HtmlTextMode.Script => EndOfScript(Name) is >= 0 and int end && Tag(end, HtmlTokenKind.EndTag),
            _ => Markup(),
        };
        if (isFound)
            return;
        (Kind, Name) = (HtmlTokenKind.End, "");
        _at = html.Length;
    }

    private bool Markup()
    {
        for (int from = _at; ; )
        {
            int open = html.IndexOf('<', from);
            if (open < 0 || open + 1 >= html.Length)
                return Cut(html.Length);
            from = open + 1;
            char next = html[open + 1];
            if (char.IsAsciiLetter(next))
                return Tag(open, HtmlTokenKind.StartTag);
            if (next == '/' && open + 2 < html.Length && char.IsAsciiLetter(html[open + 2]))
                return Tag(open, HtmlTokenKind.EndTag);
            if (next == '/' && open + 2 < html.Length && html[open + 2] == '>')
                continue;
            if (next == '!' && html.AsSpan(open).StartsWith("<!--", StringComparison.Ordinal))
                return Take(HtmlTokenKind.Comment, open, EndOfComment(open + 4));
            if (next is '!' or '?' || (next == '/' && open + 2 < html.Length))
            {
                int close = html.IndexOf('>', open + 2);
                return Take(HtmlTokenKind.Other, open, close < 0 ? html.Length : close + 1);
            }
        }
    }

    /// <summary>The end of a page whose text ends at a place.</summary>
    private bool Cut(int textEnd)
    {
        Span = new(textEnd, 0);
        return false;
    }

    private bool Take(HtmlTokenKind kind, int start, int end)
    {
        (Kind, Name, Span, _at) = (kind, "", TextSpan.Between(start, end), end);
        return true;
    }

    /// <summary>Where a comment ends whose text begins at a place: <c>&lt;!--&gt;</c> and <c>--!&gt;</c> end one, too.</summary>
    private int EndOfComment(int text)
    {
        ReadOnlySpan<char> rest = html.AsSpan(text);
        if (rest is ['>', ..])
            return text + 1;
        if (rest is ['-', '>', ..])
            return text + 2;
        for (int at = 0; ; )
        {
            int dashes = rest[at..].IndexOf("--");
            if (dashes < 0)
                return html.Length;
            at += dashes + 2;
            if (at < rest.Length && rest[at] == '>')
                return text + at + 1;
            if (at + 1 < rest.Length && rest[at] == '!' && rest[at + 1] == '>')
                return text + at + 2;
            at--; // the second dash may be the first of two
        }
    }

    /// <summary>Where the end tag of an element that holds no markup begins; -1, and the end of the text, where it has none.</summary>
    private int EndOfRaw(string name, int from)
    {
        for (int at = from; ; )
        {
            int open = html.AsSpan(at).IndexOf("</");
            if (open < 0)
                break;
            at += open + 2;
            if (IsName(at, name))
                return at - 2;
        }
        Cut(html.Length);
        return -1;
    }

    /// <summary>
    /// The same for a script: what stands in a comment in it, between tags of scripts, ends no script. A comment that is not closed hides
    /// nothing.
    /// </summary>
    private int EndOfScript(string name)
    {
        int close = EndOfRaw(name, _at);
        for (int at = _at; close >= 0; )
        {
            int comment = html.AsSpan(at..close).IndexOf("<!--");
            if (comment < 0)
                return close;
            int end = EndOfEscape(name, at + comment + 4, out at);
            if (end >= 0 || at < 0)
                return end;
            if (at > close)
                close = EndOfRaw(name, at);
        }
        return -1;
    }

    /// <summary>The end tag within a comment of a script; -1, and where the comment ends, where that comes first.</summary>
    private int EndOfEscape(string name, int from, out int behind)
    {
        behind = -1;
        bool isNested = false;
        int dashes = 2;
        for (int at = from; at < html.Length; at++)
        {
            char c = html[at];
            if (c == '-')
            {
                dashes++;
                continue;
            }
            if (c == '>' && dashes >= 2)
            {
                behind = at + 1;
                return -1;
            }
            dashes = 0;
            if (c != '<')
                continue;
            bool isEnd = at + 1 < html.Length && html[at + 1] == '/';
            if (!isNested && isEnd && IsName(at + 2, name))
                return at;
            if (isNested == isEnd && IsName(at + (isEnd ? 2 : 1), "script"))
                isNested = !isNested;
        }
        Cut(html.Length);
        return -1;
    }

    /// <summary>Whether a name stands at a place, in any case, and ends there.</summary>
    private bool IsName(int at, string name) =>
        at + name.Length < html.Length
        && s_endsTagName.Contains(html[at + name.Length])
        && html.AsSpan(at, name.Length).Equals(name, StringComparison.OrdinalIgnoreCase);

    private bool Tag(int start, HtmlTokenKind kind)
    {
        int at = start + (kind is HtmlTokenKind.EndTag ? 2 : 1);
        int end = EndOf(s_endsTagName, at);
        string name = NameOf(html.AsSpan(at..end)).Text;
        _tags++;
        _attributes.Clear();
        IsSelfClosing = false;
        for (at = end; ; )
        {
            int next = html.AsSpan(at).IndexOfAnyExcept(s_space);
            if (next < 0)
                return Cut(start);
            at += next;
            switch (html[at])
            {
                case '>':
                    (Kind, Name, Span, _at) = (kind, name, TextSpan.Between(start, at + 1), at + 1);
                    return true;
                case '/':
                    IsSelfClosing = ++at < html.Length && html[at] == '>';
                    break;
                default:
                    at = Attribute(at);
                    break;
            }
        }
    }

    /// <summary>Reads an attribute; returns where to go on.</summary>
    private int Attribute(int start)
    {
        int end = EndOf(s_endsAttributeName, start + 1); // an equals sign may begin a name
        KnownName name = NameOf(html.AsSpan(start..end));
        int equals = html.AsSpan(end).IndexOfAnyExcept(s_space) + end;
        if (equals < end || html[equals] != '=')
        {
            Add(name, default);
            return end;
        }
        int value = html.AsSpan(equals + 1).IndexOfAnyExcept(s_space);
        if (value < 0)
            return html.Length;
        value += equals + 1;
        char quote = html[value];
        if (quote is not ('"' or '\''))
        {
            int stop = EndOf(s_endsValue, value);
            Add(name, html.AsSpan(value..stop));
            return stop;
        }
        int close = html.IndexOf(quote, value + 1);
        if (close < 0)
            return html.Length;
        Add(name, html.AsSpan((value + 1)..close));
        return close + 1;
    }

    private void Add(KnownName name, ReadOnlySpan<char> value)
    {
        if (name.LastTag == _tags)
            return;
        name.LastTag = _tags;
        string text = value.ToString();
        if (value.ContainsAny(s_changed))
            text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\0', '\uFFFD');
        _attributes.Add((name.Text, text));
    }

    private int EndOf(SearchValues<char> ends, int from)
    {
        int length = from >= html.Length ? -1 : html.AsSpan(from).IndexOfAny(ends);
        return length < 0 ? html.Length : from + length;
    }

    /// <summary>A name in lower case.</summary>
    private KnownName NameOf(ReadOnlySpan<char> written)
    {
        if (written.ContainsAny(s_capitals))
        {
            Span<char> lower = written.Length <= 64 ? stackalloc char[written.Length] : new char[written.Length];
            for (int i = 0; i < written.Length; i++)
                lower[i] =
                    written[i] == '\0' ? '\uFFFD'
                    : char.IsAsciiLetterUpper(written[i]) ? (char)(written[i] | 0x20)
                    : written[i];
            return NameOf(lower);
        }
        if (!_names.TryGetValue(written, out KnownName? name))
            _names[written] = name = new(written.ToString());
        return name;
    }
}
