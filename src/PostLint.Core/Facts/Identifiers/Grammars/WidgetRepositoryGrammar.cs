using System.Text.RegularExpressions;

namespace PostLint.Facts;

/// <summary>The repository that a comments widget writes to.</summary>
internal sealed partial class WidgetRepositoryGrammar : IdentifierGrammar
{
    /// <inheritdoc/>
    public override IdentifierKind Kind => IdentifierKind.WidgetRepository;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Word, int Offset)> Triggers => [("data-repo=", 0), (" repo=", 0)];

    /// <inheritdoc/>
    public override Regex Pattern => Grammar();

    /// <inheritdoc/>
    public override IReadOnlyList<(string Text, string? Value)> Samples =>
        [("<script src=\"https://utteranc.es/client.js\" repo=\"ada-example/notes\">", "ada-example/notes"), ("a repo=\"x\"", null)];

    [GeneratedRegex("""\G\s?(?:data-)?repo=["'](?<value>[\w.-]{2,40}/[\w.-]{1,60})["']""", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Grammar();
}
