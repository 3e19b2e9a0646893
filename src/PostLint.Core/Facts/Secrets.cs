using System.Buffers;
using System.Text.RegularExpressions;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>
/// Finds keys that have no form of their own and are known by where they stand: given to a login, set as a variable, sent in a header.
/// </summary>
internal sealed partial class SecretExtractor : IExtractor
{
    private const int Timeout = 1_000; // milliseconds; the patterns are linear
    private const int MostRepeated = 4; // characters in a row; keys are random
    private const int LeastDistinct = 10; // characters
    private const int MostBeside = 30; // characters of base64 around a key; more is data

    // What names of keys end with, in code, shells and settings; each is followed by the grammar.
    private static readonly SearchValues<string> s_triggers = SearchValues.Create(
        [
            "_KEY",
            "_key",
            "ApiKey",
            "apiKey",
            "apikey",
            "APIKEY",
            "api-key",
            "Api-Key",
            "API key",
            "_TOKEN",
            "_token",
            "-token",
            "auth_token",
            "authToken",
            "_SECRET",
            "_secret",
            "_PASSWORD",
            "_password",
            ".login(",
            " login ",
            "(key=",
            "(token=",
            "\"username\"",
            "password ",
            "Bearer ",
        ],
        StringComparison.Ordinal
    );

    private static readonly string[] s_examples =
    [
        "example",
        "your",
        "xxxx",
        "token",
        "here",
        "placeholder",
        "dummy",
        "fake",
        "secret",
        "redacted",
        "sample",
        "replace",
        "insert",
        "changeme",
        "change_me",
        "abcdef",
        "123456",
        "987654",
        "qwerty",
        "deadbeef",
        "hidden",
        "removed",
        "anonym",
        "apikey",
        "api_key",
        "mykey",
        "test_",
        "....",
        "****",
    ];

    /// <summary>
    /// Whether a key is one of a vendor's documentation, or stands for any: it holds a word, a row of digits, or too few different
    /// characters.
    /// </summary>
    public static bool IsExample(string key)
    {
        string random = key[(key.LastIndexOf('_') is > 0 and < 12 and int at ? at + 1 : 0)..]; // behind the mark of the service
        if (s_examples.Any(word => random.Contains(word, StringComparison.OrdinalIgnoreCase)))
            return true;
        if (random.Distinct().Count() < LeastDistinct)
            return true;
        int run = 1;
        for (int i = 1; i < random.Length; i++)
        {
            run = random[i] == random[i - 1] ? run + 1 : 1;
            if (run > MostRepeated)
                return true;
        }
        return false;
    }

    /// <summary>Whether what looks like a key is a part of longer data in base64.</summary>
    public static bool IsInData(string text, TextSpan key)
    {
        int start = key.Start,
            end = key.End;
        while (start > 0 && key.Start - start <= MostBeside && IsBase64(text[start - 1]))
            start--;
        while (end < text.Length && end - key.End <= MostBeside && IsBase64(text[end]))
            end++;
        return key.Start - start > MostBeside || end - key.End > MostBeside;
    }

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
            Match match = Key().Match(text, at);
            if (!match.Success)
                continue;
            Group value = match.Groups["value"];
            // Parameters of an address are seen by everybody who follows it: they name an advertisement or a page.
            if (
                IsRandom(value.Value)
                && !WebAddresses.Holds(text, match.Index)
                && !document.NodesAt(at).Any(node => node.Kind is NodeKind.Raw)
            )
            {
                facts.Add(new Identifier(IdentifierKind.AccessToken, value.Value, document.PlaceOf(new(value.Index, value.Length))));
            }
            at = match.Index + match.Length - 1;
        }
    }

    private static bool IsBase64(char c) => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '=';

    /// <summary>
    /// Hexadecimal digits of the usual lengths, or letters of both cases mixed with digits; names of variables and words are neither.
    /// </summary>
    private static bool IsRandom(string value)
    {
        if (IsExample(value))
            return false;
        string bare = value.Replace("-", "", StringComparison.Ordinal);
        int digits = bare.Count(char.IsAsciiDigit);
        if (bare.All(char.IsAsciiHexDigitLower))
            return bare.Length is 32 or 40 or 48 or 64 && digits > bare.Length / 4;
        return value.Length >= 20
            && digits >= 3
            && digits * 12 > value.Length
            && value.Any(char.IsAsciiLetterLower)
            && (value.Any(char.IsAsciiLetterUpper) || !value.AsSpan().ContainsAny('_', '-', '.'));
    }

    [GeneratedRegex(
        """
            \G(?:
                (?:_KEY|_key|ApiKey|apiKey|apikey|APIKEY|api-key|Api-Key|API\skey|_TOKEN|_token|-token|auth_token|authToken|_SECRET|_secret
                    |_PASSWORD|_password)["'\]\s)]{0,4}(?:=|:|,|\s)\s?(?:str\()?
                |\.login\((?:\s?(?:key|token|api_key|relogin|host)\s?=)?\s?
                |[ ]login[ ](?:--\w+[ =]){0,2}
                |\((?:key|token)\s?=\s?
                |"username"\s?:\s?"[^"]{1,40}"\s?,\s?"key"\s?:\s?
                |password[ ]
                |Bearer[ ]
            )["']?(?<value>[A-Za-z0-9_+/-]{20,120}={0,2})(?![\w+/])
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture,
        Timeout
    )]
    private static partial Regex Key();
}
