using System.Text.RegularExpressions;
using PostLint.Server.Protocol;

namespace PostLint.Server;

/// <summary>Links from names of rules in suppressions and configurations to their pages.</summary>
internal static partial class Links
{
    private const int Timeout = 1_000; // milliseconds; the pattern is linear

    /// <summary>The links of a text.</summary>
    public static IReadOnlyList<DocumentLink> In(Lines text, Func<string, string?> pageOf) =>
        [
            .. RuleId()
                .Matches(text.Text)
                .Select(match => (Match: match, Page: pageOf(match.Value)))
                .Where(one => one.Page is not null)
                .Select(one => new DocumentLink(
                    text.RangeOf(new(one.Match.Index, one.Match.Length)),
                    one.Page!,
                    $"What {one.Match.Value} finds, and why"
                )),
        ];

    [GeneratedRegex("""[a-z]+/[a-z]+(-[a-z]+)*""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Timeout)]
    private static partial Regex RuleId();
}
