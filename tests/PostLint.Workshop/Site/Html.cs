using System.Text.RegularExpressions;

namespace PostLint.Workshop.Site;

/// <summary>Pieces of HTML that several pages are made of.</summary>
internal static partial class Html
{
    /// <summary>A text as HTML shows it.</summary>
    public static string Text(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <summary>A sentence in which what stands between backticks is code.</summary>
    public static string Sentence(string text) => Ticked().Replace(Text(text), "<code>$1</code>");

    /// <summary>Code as it is written, which scrolls by itself where it is too wide.</summary>
    /// <param name="code">The text.</param>
    /// <param name="name">What it is called by those who do not see it: a file, or what it shows.</param>
    /// <param name="isNamed">Whether the name is shown above it.</param>
    /// <param name="kind">A class of the style sheet; empty for none.</param>
    public static string Code(string code, string name, bool isNamed = false, string kind = "") =>
        $"<figure class=\"code {kind}\">{(isNamed ? $"<figcaption>{Text(name)}</figcaption>" : "")}"
        + $"<pre tabindex=\"0\" role=\"region\" aria-label=\"{Text(name)}\"><code>{Shown(code.TrimEnd(), kind)}</code></pre></figure>\n";

    /// <summary>A list of terms and what they are; those without a value are left out.</summary>
    public static string Terms(params (string Term, string Html)[] terms)
    {
        IEnumerable<string> said = terms
            .Where(one => one.Html.Length > 0)
            .Select(one => $"<div><dt>{one.Term}</dt><dd>{one.Html}</dd></div>");
        return $"<dl class=\"facts\">{string.Concat(said)}</dl>\n";
    }

    /// <summary>Links with a word on where each leads.</summary>
    public static string Cards(IEnumerable<(string Path, string Name, string Words)> cards)
    {
        IEnumerable<string> items = cards.Select(card =>
            $"<li><a href=\"/{card.Path}\"><b>{card.Name}</b> <span>{Sentence(card.Words)}</span></a></li>"
        );
        return $"<ul class=\"cards\">{string.Concat(items)}</ul>\n";
    }

    /// <summary>Something that scrolls by itself where it is too wide.</summary>
    /// <param name="name">What it is called by those who do not see it.</param>
    /// <param name="html">The table.</param>
    public static string Table(string name, string html) =>
        $"<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"{Text(name)}\">{html}</div>\n";

    /// <summary>The pages above one.</summary>
    public static string Trail(params (string Path, string Name)[] above)
    {
        IEnumerable<string> links = above.Select(page => $"<a href=\"/{page.Path}\">{page.Name}</a>");
        return $"<nav class=\"trail\" aria-label=\"Where this page stands\">{string.Join(" / ", links)}</nav>\n";
    }

    /// <summary>A text, as a link where it has an address.</summary>
    public static string Source(string text, string address) =>
        address.Length == 0 ? Text(text) : $"<a href=\"{Text(address)}\">{Text(text)}</a>";

    /// <summary>The link to a profile’s page.</summary>
    public static string Profile(string name) => $"<a href=\"/profiles/{name}/\">{name}</a>";

    /// <summary>The link to a rule’s page.</summary>
    public static string Rule(string id) => $"<a href=\"/rules/{id}/\"><code>{id}</code></a>";

    /// <summary>A severity, by colour and word.</summary>
    public static string Severity(string word) => $"<span class=\"severity {word}\">{word}</span>";

    /// <summary>In shells, remarks step back, and what somebody types stands before what is answered.</summary>
    private static string Shown(string code, string kind) =>
        kind switch
        {
            "sh" => Remark().Replace(Text(code), "$1<span class=\"remark\">$2</span>"),
            "output" => Judged().Replace(Carets().Replace(Text(code), "$1<span class=\"caret\">$2</span>"), " <b class=\"$1\">$1</b> "),
            "console" => Typed().Replace(Text(code), "<span class=\"prompt\">$ </span><b>$1</b>"),
            _ => Text(code),
        };

    [GeneratedRegex("`([^`]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex Ticked();

    [GeneratedRegex(@"^(.*\s{2,}|)(#.*)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Remark();

    [GeneratedRegex(" (error|warning|note) ", RegexOptions.CultureInvariant)]
    private static partial Regex Judged();

    [GeneratedRegex(@"^( +\| +)(\^+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Carets();

    [GeneratedRegex(@"^\$ (.*)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Typed();
}
