using System.Text.RegularExpressions;

namespace PostLint.Text;

/// <summary>Takes apart what programs write of the user for whom they made a file: a login, a full name as the system keeps it, an
/// organisation.</summary>
internal static partial class Makers
{
    private const int Timeout = 1_000; // milliseconds; the patterns are linear, this guards against what nobody thought of

    /// <summary>The fields in a text such as <c>(ada) Ada Example,,,</c>, <c>ada@host (Ada Example)</c> or <c>(Ada Example) (Example
    /// University)</c>; the whole as one where it is written otherwise.</summary>
    public static IEnumerable<(string Name, string Value)> Of(string maker)
    {
        string text = maker.Trim();
        if (TwoGroups().Match(text) is { Success: true } two)
            return [("Author", two.Groups[1].Value), ("Company", two.Groups[2].Value)];
        if (LoginFirst().Match(text) is { Success: true } login)
            return [("UserName", login.Groups[1].Value), ("Author", FullName(login.Groups[2].Value))];
        if (AtHost().Match(text) is { Success: true } host)
            return [("UserName", host.Groups[1].Value), ("HostName", host.Groups[2].Value), ("Author", FullName(host.Groups[3].Value))];
        return [("Author", FullName(text.Trim('(', ')')))];
    }

    /// <summary>Systems keep a name with room and telephones behind commas, which are mostly empty.</summary>
    private static string FullName(string entry) =>
        entry.Contains(",,", StringComparison.Ordinal)
            ? entry[..entry.IndexOf(',', StringComparison.Ordinal)].Trim()
            : entry.Trim(' ', ',');

    [GeneratedRegex("""^\(([^()]+)\)\s+\(([^()]+)\)$""", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex TwoGroups();

    [GeneratedRegex("""^\(([\w.-]{1,64})\)\s*(.*)$""", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex LoginFirst();

    [GeneratedRegex("""^([\w.-]{1,64})@([\w.-]{1,255})\s*(?:\(([^()]*)\))?$""", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex AtHost();
}
