using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>The style blocks of a file: which elements they hide, and the texts that they write themselves.</summary>
internal sealed class StyleSheet
{
    private const int MaxRules = 500; // that may hide something
    private const int MaxRead = 10_000; // styles that are kept
    private static readonly Needle s_open = new("<style"),
        s_close = new("</style");
    private static readonly CssParserOptions s_options = new()
    {
        IsIncludingUnknownDeclarations = true,
        IsIncludingUnknownRules = true,
        IsToleratingInvalidSelectors = true,
    };

    [ThreadStatic]
    private static CssParser? s_parser; // making one costs more than most sheets

    private readonly List<(ISelector Selector, string Declarations)> _rules = [];
    private readonly Dictionary<string, string> _properties = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Declarations, bool OnBackground), Hiding> _read = []; // elements of a plot share their styles

    /// <summary>The texts behind <c>content:</c>.</summary>
    public List<TextSpan> Contents { get; } = [];

    /// <summary>What declarations do to a text; see <see cref="Styles.Read"/>.</summary>
    public Hiding Read(string declarations, bool onBackground)
    {
        if (_read.TryGetValue((declarations, onBackground), out Hiding hiding))
            return hiding;
        hiding = Styles.Read(declarations, onBackground, _properties);
        if (_read.Count < MaxRead)
            _read.Add((declarations, onBackground), hiding);
        return hiding;
    }

    /// <summary>Whether no rule of it may hide anything.</summary>
    public bool IsEmpty => _rules.Count == 0;

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
            sheet.Read(text, TextSpan.Between(open + 1, close));
            at = close;
        }
        return sheet;
    }

    /// <summary>The declarations of all rules that hold for an element, in their order; empty where there are none.</summary>
    public string DeclarationsOf(IElement element) =>
        string.Join(';', _rules.Where(rule => rule.Selector.Match(element, null)).Select(rule => rule.Declarations));

    private void Read(string text, TextSpan block)
    {
        Add((s_parser ??= new(s_options)).ParseStyleSheet(text.Substring(block.Start, block.Length)).Rules);
        for (int at = block.Start; at < block.End && Contents.Count < MaxRules; )
            at = ReadContent(text, at, block.End);
    }

    private void Add(ICssRuleList rules)
    {
        foreach (ICssRule rule in rules)
        {
            if (_rules.Count >= MaxRules)
                return;
            if (rule is ICssStyleRule { Selector: { } selector } style)
            {
                foreach (ICssProperty property in style.Style.Where(property => property.Name.StartsWith("--", StringComparison.Ordinal)))
                    _properties[property.Name] = property.Value;
                string declarations = style.Style.CssText;
                if (declarations.Length > 0 && (Styles.MayHide(declarations) || declarations.Contains("--", StringComparison.Ordinal)))
                    _rules.Add((selector, declarations));
                Add(style.Rules);
            }
            else if (rule is ICssGroupingRule group)
            {
                Add(group.Rules);
            }
        }
    }

    /// <summary>Keeps the text of the next <c>content:</c>; returns where to go on.</summary>
    private int ReadContent(string text, int at, int end)
    {
        at = text.IndexOf("content", at, end - at, StringComparison.OrdinalIgnoreCase);
        int start = at < 0 ? -1 : text.AsSpan(at, end - at).IndexOfAny("\"';}");
        if (start < 0)
            return end;
        start += at + 1;
        if (text[start - 1] is ';' or '}')
            return start;
        int length = text.AsSpan(start, end - start).IndexOf(text[start - 1]);
        if (length > 0)
            Contents.Add(new(start, length));
        return start + Math.Max(length, 0);
    }
}
