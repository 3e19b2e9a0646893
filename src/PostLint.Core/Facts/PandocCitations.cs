using System.Text.RegularExpressions;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>Finds citations as Quarto and R Markdown write them: <c>[see @doe2020, p. 3; @roe21]</c> and <c>@doe2020</c>.</summary>
internal static partial class PandocCitations
{
    private const int LongestCitation = 400; // characters from its bracket to a key

    // What Quarto refers to within a post, and no work.
    private static readonly string[] s_references =
    [
        "fig-",
        "tbl-",
        "sec-",
        "eq-",
        "lst-",
        "thm-",
        "lem-",
        "cor-",
        "prp-",
        "cnj-",
        "def-",
        "exm-",
        "exr-",
        "sol-",
        "rem-",
        "alg-",
        "nte-",
        "tip-",
        "wrn-",
        "imp-",
        "cau-",
    ];

    /// <summary>The keys that a text cites, in order, each with its slice; nothing for texts that Pandoc does not render.</summary>
    public static IEnumerable<(string Key, TextSpan Span)> In(Document document)
    {
        if (document.Role is FileRole.Bibliography || !FileKinds.IsOfPandoc(document.Source.Path))
            yield break;
        foreach (TextUnit unit in document.Units)
        {
            if (unit.Block.Context is not (TextContext.Prose or TextContext.Heading or TextContext.Caption))
                continue;
            foreach (TextSpan segment in unit.Block.Segments)
            {
                string text = document.Source.Slice(segment).ToString();
                foreach (Match match in Written().Matches(text))
                {
                    string key = match.Groups["key"].Value;
                    // An account is called by its owner's name; keys hold a year or a colon, or stand in brackets.
                    bool isCited =
                        key.Any(char.IsAsciiDigit) || key.Contains(':', StringComparison.Ordinal) || IsInBrackets(text, match.Index);
                    if (isCited && !s_references.Any(reference => key.StartsWith(reference, StringComparison.Ordinal)))
                        yield return (key, new(segment.Start + match.Index, match.Length));
                }
            }
        }
    }

    private static bool IsInBrackets(string text, int at)
    {
        int bracket = text.AsSpan(Math.Max(0, at - LongestCitation), Math.Min(at, LongestCitation)).LastIndexOfAny('[', ']');
        return bracket >= 0 && text[Math.Max(0, at - LongestCitation) + bracket] is '[';
    }

    [GeneratedRegex(@"(?<![\w@.])@(?<key>[\p{L}\d_](?:[\w:.#$%&+?<>~/-]*[\w/])?)", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Written();
}
