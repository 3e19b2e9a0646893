using System.Text.RegularExpressions;

namespace PostLint.Facts;

/// <summary>A line in which a tool tells who is logged in.</summary>
internal sealed partial class LoginLineGrammar : IdentifierGrammar
{
    /// <inheritdoc/>
    public override IdentifierKind Kind => IdentifierKind.LoginLine;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Word, int Offset)> Triggers => [("ogged in as", 1)];

    /// <inheritdoc/>
    public override Regex Pattern => Grammar();

    /// <inheritdoc/>
    public override IReadOnlyList<(string Text, string? Value)> Samples =>
        [("wandb: Currently logged in as: ada-example", "ada-example"), ("you are logged in as a guest", null)];

    [GeneratedRegex("""\Glogged in as:\s+(?<value>[\w][\w.@-]{1,60})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Grammar();
}
