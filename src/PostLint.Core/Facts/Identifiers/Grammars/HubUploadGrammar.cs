using System.Text.RegularExpressions;

namespace PostLint.Facts;

/// <summary>A call that uploads to a hub.</summary>
internal sealed partial class HubUploadGrammar : IdentifierGrammar
{
    /// <inheritdoc/>
    public override IdentifierKind Kind => IdentifierKind.HubAccount;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Word, int Offset)> Triggers => [("_to_hub(", 4), ("_model_id", 3), ("po_id", 2)];

    /// <inheritdoc/>
    public override Regex Pattern => Grammar();

    /// <inheritdoc/>
    public override IReadOnlyList<(string Text, string? Value)> Samples =>
        [
            ("model.push_to_hub(\"ada-example/model\")", "ada-example"),
            ("repo_id='ada-example/data'", "ada-example"),
            ("push_to_hub(\"your-name/model\")", null),
        ];

    [GeneratedRegex(
        """\G(?:push_to_hub\(|hub_model_id|repo_id)\s*=?\s*["'](?<value>[\w.-]{2,40})/[\w.-]+["']""",
        RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex Grammar();
}
