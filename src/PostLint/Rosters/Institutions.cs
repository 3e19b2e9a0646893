using System.Text.RegularExpressions;

namespace PostLint.Rosters;

/// <summary>What is known of institutions: their names, and their domains.</summary>
internal static partial class Institutions
{
    // Words that many institutions have in their names; a name of such words alone tells nothing.
    private static readonly HashSet<string> s_weak = new(StringComparer.OrdinalIgnoreCase) { "university", "université", "universität", "universidad", "institute", "institut", "lab", "labs", "laboratory", "college", "school", "department", "center", "centre", "research", "technology", "science", "sciences", "national", "technical", "international", "group", "ai", "computer", "engineering", "of", "the", "and", "for", "de", "student", "independent", "inc", "ltd" };

    /// <summary>The names under which a written affiliation may stand elsewhere, and its domains; ambiguous acronyms are left out.</summary>
    public static (IReadOnlyList<string> Names, IReadOnlyList<string> Domains) Of(string affiliation)
    {
        string bare = affiliation.Trim();
        if (Domain().IsMatch(bare))
        {
            string[]? owner = NameTables.Institutions.FirstOrDefault(line => line.Any(entry => Domain().IsMatch(entry) && IsSameOrBelow(bare, entry)));
            return (owner is null ? [] : [.. Names(owner)], [bare.ToLowerInvariant()]);
        }
        string[]? known = NameTables.Institutions.FirstOrDefault(line => line.Any(entry => !Domain().IsMatch(entry) && entry[0] != '?' && bare.Split([',', ';', '(', ')']).Any(part => part.Trim().Equals(entry, StringComparison.OrdinalIgnoreCase))));
        // What follows the first comma is mostly a place; only what says that it is an institution is taken.
        IEnumerable<string> own = bare.Split([',', ';', '(', ')']).Select(part => part.Trim()).Where((part, i) => IsTelling(part) && (i == 0 || part.Split(' ').Any(Facts.Names.IsOrganisation)));
        return known is null ? ([.. own], []) : ([.. own.Concat(Names(known)).Distinct(StringComparer.OrdinalIgnoreCase)], [.. known.Where(entry => Domain().IsMatch(entry))]);
    }

    /// <summary>Whether a host is the domain of an institution that is known.</summary>
    public static bool IsKnownDomain(string host) => NameTables.Institutions.Any(line => line.Contains(host, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether a host is a domain or lies below it.</summary>
    public static bool IsSameOrBelow(string host, string domain) => host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Names(string[] line) => line.Where(entry => entry[0] != '?' && !Domain().IsMatch(entry) && IsTelling(entry));

    private static bool IsTelling(string name) => name.Length >= 3 && name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Any(word => !s_weak.Contains(word) && word.Length > 2);

    [GeneratedRegex("""^(?:[a-z0-9-]+\.)+[a-z]{2,}$""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Domain();
}
