using System.Buffers;
using System.Text.RegularExpressions;

namespace PostLint.Facts;

/// <summary>
/// Finds who speaks in the marks that authors make for each other in TeX: <c>\todo[author=Ada]{…}</c>,
/// <c>\newcommand{\ae}[1]{\textcolor{red}{AE: #1}}</c>.
/// </summary>
internal sealed partial class TexMarkExtractor : IExtractor
{
    private const int Timeout = 1_000; // milliseconds; the patterns are linear

    private static readonly SearchValues<string> s_triggers = SearchValues.Create(
        ["\\todo[", "\\newcommand", "\\renewcommand", "\\NewDocumentCommand", "\\definechangesauthor", "\\newtodo"],
        StringComparison.Ordinal
    );

    // Macros for marks that are nobody's, and what they print.
    private static readonly HashSet<string> s_nobody = new(StringComparer.OrdinalIgnoreCase)
    {
        "todo",
        "todos",
        "note",
        "notes",
        "red",
        "blue",
        "green",
        "purple",
        "orange",
        "gray",
        "grey",
        "new",
        "old",
        "add",
        "added",
        "del",
        "deleted",
        "rev",
        "revise",
        "revised",
        "hl",
        "highlight",
        "edit",
        "edits",
        "update",
        "updated",
        "fix",
        "fixme",
        "fixed",
        "comment",
        "comments",
        "cmt",
        "remark",
        "question",
        "answer",
        "mark",
        "marked",
        "emph",
        "key",
        "keyword",
        "term",
        "def",
        "code",
        "link",
        "url",
        "warn",
        "warning",
        "alert",
        "important",
        "rebuttal",
        "change",
        "changed",
        "changes",
        "diff",
        "ins",
        "color",
        "colour",
        "colored",
        "draft",
        "tbd",
        "xxx",
        "cite",
        "citeneeded",
        "cn",
        "q",
        "a",
        "ours",
        "best",
        "second",
        "good",
        "bad",
        "pos",
        "neg",
        "up",
        "down",
        "inc",
        "dec",
        "cmark",
        "xmark",
        "rc",
        "bf",
        "rm",
        "tt",
        "mc",
        "bb",
        "hi",
        "lo",
    };

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        string text = document.Source.Text;
        for (int at = 0; at < text.Length; at++)
        {
            int found = text.AsSpan(at).IndexOfAny(s_triggers);
            if (found < 0)
                return;
            at += found;
            Match match = Mark().Match(text, at);
            Group name = match.Groups["name"].Success ? match.Groups["name"] : match.Groups["macro"];
            if (!match.Success || s_nobody.Contains(name.Value.Trim()) || PlaceholderNames.IsAnybody(name.Value.Trim()))
                continue;
            facts.Add(
                new CommentedName(CommentNameKind.Speaker, name.Value.Trim(), true, document.PlaceOf(new(name.Index, name.Length)))
                {
                    IsPerson = match.Value.Contains("author", StringComparison.Ordinal),
                }
            );
            at = match.Index + match.Length - 1;
        }
    }

    // A name given as an option; a name or initials printed before the text; a macro of a few letters that colours its text.
    [GeneratedRegex(
        """
            \G\\todo\[[^\]\n]{0,80}?author\s*=\s*\{?(?<name>\p{L}[\p{L} .'’-]{1,30}?)\}?\s*[,\]]
            |\G\\definechangesauthor\[[^\]\n]{0,80}?name\s*=\s*\{?(?<name>\p{L}[\p{L} .'’-]{1,30}?)\}?\s*[,\]]
            |\G\\(?:re)?newcommand\*?\s*\{?\\[A-Za-z]{2,20}\}?\s*\[1\]\s*\{[^\n]{0,120}?[\[{(](?:\\\w+\s?\{?)?
                (?<name>\p{Lu}[\p{L}.'’-]{1,20}(?:[ ]\p{Lu}[\p{L}.'’-]{0,20}){0,2})(?:\}?\s?[:\]}]|:)[^\n]{0,12}?[#]1
            |\G\\(?:re)?newcommand\*?\s*\{?\\(?<macro>[a-z]{2,3})\}?\s*\[1\]\s*\{[^\n]{0,40}?\\(?:textcolor|color|todo)[^\n]{0,40}?[#]1
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace,
        Timeout
    )]
    private static partial Regex Mark();
}
