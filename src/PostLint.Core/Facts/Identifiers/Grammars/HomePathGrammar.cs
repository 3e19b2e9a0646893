using System.Text.RegularExpressions;

namespace PostLint.Facts;

/// <summary>The home directory of a user, on any system.</summary>
internal sealed partial class HomePathGrammar : IdentifierGrammar
{
    /// <inheritdoc/>
    public override IdentifierKind Kind => IdentifierKind.HomePath;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Word, int Offset)> Triggers =>
        [("/home/", 0), ("/Users/", 0), ("\\Users\\", 0), ("\\Documents and", 0)];

    /// <inheritdoc/>
    public override Regex Pattern => Grammar();

    /// <inheritdoc/>
    public override IReadOnlyList<(string Text, string? Value)> Samples =>
        [
            ("saved to /home/ada.example/data", "ada.example"),
            ("file = {Full:/Users/ada/Zotero/a.pdf:application/pdf}", "ada"),
            ("C\\:\\\\Users\\\\ada\\\\Zotero", "ada"),
            ("C:\\Users\\Ada E\\x", "Ada"),
            ("file:///home/ada/a.png", "ada"),
            ("/home/user/data", null),
            ("/home/jovyan/work", null),
            ("/Users/<name>/data", null),
            ("https://example.org/home/ada/page", null),
            ("/home/train.py", null),
        ];

    /// <inheritdoc/>
    public override bool IsSound(string value, Document document, int at) => HomeFiles.IsHome(document.Source.Text, at, value);

    [GeneratedRegex(
        (
            """\G(?:/home/|/Users/|[\\/]+Users[\\/]+|\\+Documents and Settings\\+)(?:(?:\\u001b|\\x1b|\\033|\\e"""
            + """|\u001b)\[[\d;]{0,12}m"""
            + """|</?span[^<>]{0,80}>){0,6}(?<value>[\p{L}\d][\p{L}\d._-]{1,40}(?:~\d)?)(?=[\\/\s"':;,)}\]<\u001b]|$)"""
        ),
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex Grammar();
}
