using System.Text.RegularExpressions;

namespace PostLint.Facts;

/// <summary>The shapes in which comments speak, greet, sign and ask; the group <c>name</c> is whom they name.</summary>
internal static partial class CommentShapes
{
    [GeneratedRegex(
        (
            """^[\s*#>\-–•%/]*(?:(?<open>[(\[])\s*(?<name>\p{L}[\p{L}'’-]{1,20}(?: \p{Lu}[\p{L}'’-]{1,20})?)\s*[)\]]\s*:"""
            + """|\[(?<name>[A-Z]{2,3})\]:?(?=\s+\p{L})|(?<name>[A-Z]{2,3}):(?=\s+\p{L})"""
            + """|(?<name>\p{Lu}\p{Ll}[\p{L}'’-]{0,19}(?: \p{Lu}[\p{L}'’.-]{0,20}){0,2})\s?:)\s+\S+\s"""
        ),
        RegexOptions.CultureInvariant,
        1_000
    )]
    public static partial Regex Speaker();

    [GeneratedRegex("""^[\s*#>\-–•%/]*(?<name>\p{Ll}{2,15}):\s""", RegexOptions.CultureInvariant, 1_000)]
    public static partial Regex LowSpeaker();

    // A second one speaks within a line.
    [GeneratedRegex(
        """(?<=[.!?;)→|]\s{1,2}|\s--\s|\s–\s)\[?(?<name>\p{Lu}\p{Ll}{1,19}|[A-Z]{2,3})\]?:(?=\s)""",
        RegexOptions.CultureInvariant,
        1_000
    )]
    public static partial Regex Reply();

    // Who is asked or expected to do something.
    [GeneratedRegex(
        """
            \b(?:[Aa]sk|[Pp]ing|[Tt]ell|[Rr]emind|[Cc]heck\swith|[Dd]iscuss\swith|[Tt]alk\sto|[Ww]ait(?:ing)?\sfor
                |[Aa]ssigned\sto|cc|[Oo]wner:?)\s@?(?<name>\p{Lu}\p{Ll}{1,19})(?=\s|[,.:;)!?]|$|['’]s)
            |\b(?<name>\p{Lu}\p{Ll}{1,19})(?:
                \s(?:to|will|should|wants|wanted|said|says|suggested|suggests|asked|thinks|is\sworking|has\sthe
                    |can\syou|could\syou|please)\s
                |['’]s\s(?:part|section|turn|comments?|edits?|version|figure|plots?|code|suggestion|remarks?|idea|to-?do)\b)
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace,
        1_000
    )]
    public static partial Regex Asked();

    [GeneratedRegex(
        """(?:^[\s*>#%!-]*(?<first>)|(?<=[\s(,]))@(?<name>\p{L}[\w-]{1,30})(?![\w.@(/{])""",
        RegexOptions.CultureInvariant,
        1_000
    )]
    public static partial Regex Handle();

    [GeneratedRegex(
        (
            """(?<=\S\s{0,3})(?:\s--\s?|\s?—\s?|\s–\s)(?<name>\p{Lu}\p{Ll}{1,15}(?: \p{Lu}[\p{L}.]{0,20})?"""
            + """|[A-Z]{2,3})(?:,?\s*[\d./ -]{3,12})?\s*(?:-->)?$"""
        ),
        RegexOptions.CultureInvariant,
        1_000
    )]
    public static partial Regex SignedLine();

    [GeneratedRegex(
        (
            """^[\s*>-]*(?:Hi|Hello|Dear|Hey|hi|hello|hey)\s+(?<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)(?:(?:\s*,\s*|\s+and\s+"""
            + """|\s*&\s*)(?<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?))*(?:\s*,?\s*(?:and|&)\s+(?:the\s+|your\s+)?(?<team>team|all"""
            + """|everyone|everybody|co|colleagues|others|group))?\s*[,!:.\-–]"""
        ),
        RegexOptions.CultureInvariant,
        1_000
    )]
    public static partial Regex Greeting();

    [GeneratedRegex(
        """(?:\b(?:regards|cheers|sincerely|yours|best|best wishes|thanks|thank you|thx|love))\s*[,.!]*\s*$""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1_000
    )]
    public static partial Regex Farewell();

    [GeneratedRegex(
        (
            """(?:\b(?:[Rr]egards|[Cc]heers|[Ss]incerely"""
            + """|[Bb]est wishes))\s*,\s*(?<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)(?:\s+(?:and"""
            + """|&)\s+(?<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?))?\s*\.?\s*$"""
        ),
        RegexOptions.CultureInvariant,
        1_000
    )]
    public static partial Regex FarewellLine();

    [GeneratedRegex(
        (
            """^[\s*>~–—-]*(?<name>\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]*){0,2})(?:(?:\s*,\s*|\s+and\s+"""
            + """|\s*&\s*)(?<name>\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]*){0,2}))*\s*\.?\s*(?:-->)?$"""
        ),
        RegexOptions.CultureInvariant,
        1_000
    )]
    public static partial Regex Signature();

    [GeneratedRegex(
        (
            """(?:\b(?<mark>TODO|FIXME|XXX|todo|fixme)\s?[(\[]\s?@?(?<name>\p{L}[\p{L}'’-]{1,20})\s?[)\]]|\b(?<mark>TODO"""
            + """|FIXME)\s+(?:for\s+)?@?(?<name>\p{Lu}\p{Ll}{1,20})\s*:|\b(?<name>\p{Lu}\p{Ll}{1,20}),?\s+(?:please|can you"""
            + """|could you)\s+(?=\p{L})|(?:^|\s)@(?<name>\p{L}[\w-]{2,20})\b(?=[\s,:]+(?:please|can you|could you|pls|do you"""
            + """|what do you|check|see|I|you)\b))"""
        ),
        RegexOptions.CultureInvariant,
        1_000
    )]
    public static partial Regex Assignee();
}
