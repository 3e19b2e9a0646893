using System.Text.RegularExpressions;

namespace PostLint.Facts;

/// <summary>A telephone number behind a word that says so.</summary>
internal sealed partial class PhoneGrammar : IdentifierGrammar
{
    /// <inheritdoc/>
    public override IdentifierKind Kind => IdentifierKind.Phone;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Word, int Offset)> Triggers => [("tel:", 0), ("Tel:", 0), ("hone:", 1), ("WhatsApp", 0)];

    /// <inheritdoc/>
    public override Regex Pattern => Grammar();

    /// <inheritdoc/>
    public override IReadOnlyList<(string Text, string? Value)> Samples =>
        [("Phone: +41 44 123 45 67", "+41 44 123 45 67"), ("the phone: 3 of 4", null)];

    [GeneratedRegex(
        """\G(?:tel:|phone:?|whatsapp:?|telephone:?)\s*(?:no\.?|number)?\s*:?\s*(?<value>\+?\d[\d\s().-]{7,18}\d)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex Grammar();
}
