using System.Text.RegularExpressions;

namespace PostLint.Facts;

/// <summary>A synchronised folder that is named after its organisation.</summary>
internal sealed partial class SyncedFolderGrammar : IdentifierGrammar
{
    /// <inheritdoc/>
    public override IdentifierKind Kind => IdentifierKind.SyncedFolder;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Word, int Offset)> Triggers => [("OneDrive - ", 0), ("Dropbox (", 0), ("/GoogleDrive-", 12)];

    /// <inheritdoc/>
    public override Regex Pattern => Grammar();

    /// <inheritdoc/>
    public override IReadOnlyList<(string Text, string? Value)> Samples =>
        [
            ("OneDrive - University of Examplia/a.pdf", "University of Examplia"),
            ("~/Dropbox (Examplia Lab)/a", "Examplia Lab"),
            ("We keep the files in OneDrive.", null),
        ];

    [GeneratedRegex(
        """\G(?:OneDrive - |Dropbox \(|CloudStorage/GoogleDrive-)(?<value>[\p{L}\d][^\\/"'\r\n:;){}]{2,80})""",
        RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex Grammar();
}
