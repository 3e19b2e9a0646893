using System.Collections.Frozen;
using System.Text.RegularExpressions;
using PostLint.Facts;

namespace PostLint.Names;

/// <summary>An institution that is known.</summary>
/// <param name="Names">Under which it stands in texts; acronyms that it shares with others are left out.</param>
/// <param name="Domains">Of its pages and addresses.</param>
internal sealed record Institution(IReadOnlyList<string> Names, IReadOnlyList<string> Domains);

/// <summary>What is known of institutions: their names, and their domains.</summary>
internal static partial class Institutions
{
    private static readonly char[] s_breaks = [',', ';', '(', ')'];

    // Words that many institutions have in their names; a name of such words alone tells nothing.
    private static readonly HashSet<string> s_weak = new(StringComparer.OrdinalIgnoreCase)
    {
        "university",
        "université",
        "universität",
        "universidad",
        "institute",
        "institut",
        "lab",
        "labs",
        "laboratory",
        "college",
        "school",
        "department",
        "center",
        "centre",
        "research",
        "technology",
        "science",
        "sciences",
        "national",
        "technical",
        "international",
        "group",
        "ai",
        "computer",
        "engineering",
        "of",
        "the",
        "and",
        "for",
        "de",
        "student",
        "independent",
        "inc",
        "ltd",
    };

    private static readonly Lazy<Institution[]> s_all = new(() => [.. NameTables.Institutions().Select(Read)]);
    private static readonly Lazy<FrozenDictionary<string, Institution>> s_byName = new(() => Index(institution => institution.Names)),
        s_byDomain = new(() => Index(institution => institution.Domains));

    /// <summary>The names under which a written affiliation may stand elsewhere, and its domains.</summary>
    public static Institution Of(string affiliation)
    {
        string bare = affiliation.Trim();
        if (Domain().IsMatch(bare))
            return new(OwnerOf(bare)?.Names.Where(IsTelling).ToArray() ?? [], [bare.ToLowerInvariant()]);
        string[] parts = bare.Split(s_breaks, StringSplitOptions.TrimEntries);
        Institution? known = parts
            .Select(part => s_byName.Value.GetValueOrDefault(part))
            .FirstOrDefault(institution => institution is not null);
        // What follows the first comma is mostly a place; only what says that it is an institution is taken.
        IEnumerable<string> own = parts.Where(
            (part, i) => IsTelling(part) && (i == 0 || part.Split(' ').Any(word => NameShapes.IsOrganisation(word)))
        );
        return known is null
            ? new([.. own], [])
            : new([.. own.Concat(known.Names.Where(IsTelling)).Distinct(StringComparer.OrdinalIgnoreCase)], known.Domains);
    }

    /// <summary>
    /// What tells an institution from others, however it is written; null where it is not known and its words tell nothing.
    /// </summary>
    public static string? KeyOf(string affiliation)
    {
        Institution institution = Of(affiliation);
        return institution.Domains.Select(OwnerOf).FirstOrDefault(owner => owner is not null)?.Names[0]
            ?? institution.Names.Concat(institution.Domains).FirstOrDefault();
    }

    /// <summary>Whether a host is the domain of an institution that is known.</summary>
    public static bool IsKnownDomain(string host) => s_byDomain.Value.ContainsKey(host);

    /// <summary>Whether a host is a domain or lies below it.</summary>
    public static bool IsSameOrBelow(string host, string domain) =>
        host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);

    /// <summary>The institution whose domain a host is or lies below; null for others.</summary>
    private static Institution? OwnerOf(string host)
    {
        for (string rest = host; ; rest = rest[(rest.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (s_byDomain.Value.TryGetValue(rest, out Institution? owner))
                return owner;
            if (!rest.Contains('.', StringComparison.Ordinal))
                return null;
        }
    }

    private static Institution Read(string[] line)
    {
        ILookup<bool, string> parts = line.Where(entry => entry[0] != '?').ToLookup(entry => Domain().IsMatch(entry));
        return new([.. parts[false]], [.. parts[true]]);
    }

    private static FrozenDictionary<string, Institution> Index(Func<Institution, IEnumerable<string>> keys) =>
        s_all
            .Value.SelectMany(institution => keys(institution).Select(key => KeyValuePair.Create(key, institution)))
            .DistinctBy(entry => entry.Key, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static bool IsTelling(string name) =>
        name.Length >= 3
        && name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Any(word => !s_weak.Contains(word) && word.Length > 2);

    [GeneratedRegex(
        """^(?:[a-z0-9-]+\.)+[a-z]{2,}$""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Domain();
}
