using System.Globalization;
using System.Text.RegularExpressions;

namespace PostLint.Names;

/// <summary>Where a person works or worked.</summary>
/// <param name="Name">The institution's name, or its domain.</param>
/// <param name="LastYear">The year in which it ended; null where it lasts, or nobody says.</param>
public sealed partial record Affiliation(string Name, int? LastYear = null)
{
    /// <summary>
    /// Reads one that may end with years, such as <c>University of Testland (2019–2022)</c>, <c>testland.example, 2021-</c>.
    /// </summary>
    public static Affiliation Parse(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
            return new(text.Trim());
        Match years = Years().Match(text);
        if (!years.Success || years.Index == 0)
            return new(text.Trim());
        string last = years.Groups["last"].Value;
        return new(text[..years.Index].Trim(), last.Length == 4 ? int.Parse(last, CultureInfo.InvariantCulture) : null);
    }

    /// <summary>Whether it lasts to a year, as far as anybody says.</summary>
    public bool LastsTo(int year) => LastYear is null || LastYear >= year;

    [GeneratedRegex(
        (
            """\s*,?\s*\(?\b(?:since\s+)?(?:(?:19|20)\d\d)?\s*(?:[-–—]|to)\s*(?<last>(?:19|20)\d\d|present|now|today|)\)?\s*$"""
            + """|\s*\((?:since\s+)?(?:19|20)\d\d\)\s*$"""
        ),
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Years();
}
