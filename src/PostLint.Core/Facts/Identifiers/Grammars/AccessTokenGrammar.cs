using System.Text.RegularExpressions;

namespace PostLint.Facts;

/// <summary>A secret that grants access, and so leads to its owner.</summary>
internal sealed partial class AccessTokenGrammar : IdentifierGrammar
{
    /// <inheritdoc/>
    public override IdentifierKind Kind => IdentifierKind.AccessToken;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Word, int Offset)> Triggers =>
        [("ghp_", 0), ("github_pat_", 0), ("hf_", 0), ("AKIA", 0), ("glpat-", 0), ("AIza", 0), ("sk-", 0), ("xoxb-", 0)];

    /// <inheritdoc/>
    public override Regex Pattern => Grammar();

    /// <inheritdoc/>
    public override IReadOnlyList<(string Text, string? Value)> Samples =>
        [
            ("use ghp_Zb3Kq9Xw2Lr7Tn5Vy8Hd4Jf6Gs1Pc0Ma3QeR here", "ghp_Zb3Kq9Xw2Lr7Tn5Vy8Hd4Jf6Gs1Pc0Ma3QeR"),
            ("ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", null),
            ("a task-based sk-learn pipeline", null),
        ];

    /// <inheritdoc/>
    public override bool IsSound(string value, Document document, int at) =>
        !SecretExtractor.IsExample(value)
        && !SecretExtractor.IsInData(document.Source.Text, new(at, value.Length))
        // signed addresses carry the key of the service
        && (!value.StartsWith("AKIA", StringComparison.Ordinal) || !WebAddresses.Holds(document.Source.Text, at));

    [GeneratedRegex(
        (
            """\G(?<![\w-])(?<value>ghp_[A-Za-z0-9]{36}|github_pat_\w{40,90}|hf_[A-Za-z]{30,40}|AKIA[0-9A-Z]{16}"""
            + """|glpat-[\w-]{20}|AIza[\w-]{35}|sk-(?:proj-|ant-)?[A-Za-z0-9_-]{32,120}|xoxb-[\w-]{20,80})(?![\w])"""
        ),
        RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex Grammar();
}
