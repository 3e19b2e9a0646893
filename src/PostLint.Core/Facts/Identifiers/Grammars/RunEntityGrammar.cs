using System.Text.RegularExpressions;

namespace PostLint.Facts;

/// <summary>The account in a call that logs to a service.</summary>
internal sealed partial class RunEntityGrammar : IdentifierGrammar
{
    /// <inheritdoc/>
    public override IdentifierKind Kind => IdentifierKind.HubAccount;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Word, int Offset)> Triggers => [("ty=", 4)];

    /// <inheritdoc/>
    public override Regex Pattern => Grammar();

    /// <inheritdoc/>
    public override IReadOnlyList<(string Text, string? Value)> Samples =>
        [("wandb.init(entity=\"ada-example\")", "ada-example"), ("identity='ada-example'", null), ("entity=\"my-team\"", null)];

    [GeneratedRegex("""\G(?<![\w])entity\s?=\s?["'](?<value>[\w.-]{2,40})["']""", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Grammar();
}
