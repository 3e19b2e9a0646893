using System.Text.RegularExpressions;

namespace PostLint.Facts;

/// <summary>An ORCID whose checksum holds.</summary>
internal sealed partial class OrcidGrammar : IdentifierGrammar
{
    /// <inheritdoc/>
    public override IdentifierKind Kind => IdentifierKind.Orcid;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Word, int Offset)> Triggers => [("0000-000", 0), ("0009-000", 0)];

    /// <inheritdoc/>
    public override Regex Pattern => Grammar();

    /// <inheritdoc/>
    public override IReadOnlyList<(string Text, string? Value)> Samples =>
        [("https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"), ("0000-0002-1825-0098", null)];

    /// <inheritdoc/>
    public override bool IsSound(string value, Document document, int at) => Checksum(value);

    /// <summary>ISO 7064 MOD 11-2, as ORCID's documentation gives it.</summary>
    private static bool Checksum(string orcid)
    {
        int total = 0;
        foreach (char c in orcid[..^1])
        {
            if (c != '-')
                total = (total + c - '0') * 2 % 11;
        }
        int check = (12 - total) % 11;
        return orcid[^1] == (check == 10 ? 'X' : (char)('0' + check));
    }

    [GeneratedRegex("""\G(?<![\d-])(?<value>000[09]-000\d-\d{4}-\d{3}[\dX])(?![\d-])""", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Grammar();
}
