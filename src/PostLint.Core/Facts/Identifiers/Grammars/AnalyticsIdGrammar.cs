using System.Text.RegularExpressions;

namespace PostLint.Facts;

/// <summary>The id of an analytics account or site verification.</summary>
internal sealed partial class AnalyticsIdGrammar : IdentifierGrammar
{
    /// <inheritdoc/>
    public override IdentifierKind Kind => IdentifierKind.AnalyticsId;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Word, int Offset)> Triggers =>
        [
            ("UA-", 0),
            ("GTM-", 0),
            ("gtag/js?id=G-", 0),
            ("'config'", 0),
            ("\"config\"", 0),
            ("data-domain=", 0),
            ("site-verification", 7),
            ("data-website-id", 0),
            ("data-cf-beacon", 0),
        ];

    /// <inheritdoc/>
    public override Regex Pattern => Grammar();

    /// <inheritdoc/>
    public override IReadOnlyList<(string Text, string? Value)> Samples =>
        [("ga('create', 'UA-1234567-1')", "UA-1234567-1"), ("ga('create', 'UA-XXXXX-X')", null)];

    /// <inheritdoc/>
    public override bool IsSound(string value, Document document, int at) => value is not ("UA-XXXXX-X" or "UA-XXXXXXXX-X");

    [GeneratedRegex(
        (
            """\G(?:gtag/js\?id=|["']config["']\s*,\s*["']|data-domain=["']?|google-site-verification["']?\s+content=["']"""
            + """|data-website-id=["']?"""
            + """|data-cf-beacon=['"]\{\s*"token":\s*"|_setAccount["'],\s*["'])?(?<value>(?<![\w])UA-\d{4,10}-\d{1,4}"""
            + """|(?<![\w])GTM-[A-Z0-9]{5,8}(?![\w])|(?<=id=|["'])G-[A-Z0-9]{8,12}(?![\w])|(?<=data-domain=["']?)[\w.-]+\.\w{2,}"""
            + """|(?<=content=["'])[\w-]{20,60}|(?<=data-website-id=["']?)[\w-]{10,40}|(?<=token":\s*")[0-9a-f]{32})"""
        ),
        RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex Grammar();
}
