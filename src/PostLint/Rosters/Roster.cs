using PostLint.Profiles;
using PostLint.Tables;

namespace PostLint.Rosters;

/// <summary>A person who handed in submissions. Held in memory only.</summary>
/// <param name="Names">The name and its variants, as written.</param>
public sealed record RosterPerson(IReadOnlyList<string> Names)
{
    /// <summary>Ids of the submissions that the person wrote; empty where the roster says nothing of it.</summary>
    public IReadOnlyList<string> Submissions { get; init; } = [];

    /// <summary>The ids that a submission system has for the person.</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>E-mail addresses.</summary>
    public IReadOnlyList<string> Emails { get; init; } = [];

    /// <summary>Accounts: names, or addresses of them.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];

    /// <summary>Home pages.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [];

    /// <summary>Institutions, and their domains.</summary>
    public IReadOnlyList<string> Affiliations { get; init; } = [];

    /// <summary>Names of people with whom there is a conflict: advisers, co-workers, co-authors, family.</summary>
    public IReadOnlyList<string> Relations { get; init; } = [];

    internal IReadOnlyList<KnownName> Known => field ??= [.. Names.Select(name => new KnownName(name))];
}

/// <summary>Who wrote what: the chair's confidential list.</summary>
public sealed class Roster
{
    private static readonly string[]
        s_names = ["name", "fullname", "full name", "author", "authors", "names", "preferredname"], s_variants = ["variants", "aliases", "other names", "alias"], s_submissions = ["submission", "submissions", "paper", "number", "id", "forum", "papers"],
        s_emails = ["email", "emails", "e-mail", "mail", "preferredemail"], s_accounts = ["account", "accounts", "github", "login", "username", "twitter", "huggingface", "gscholar", "orcid", "linkedin"],
        s_urls = ["url", "urls", "homepage", "home page", "website", "dblp"], s_affiliations = ["affiliation", "affiliations", "institution", "institutions", "organization", "domain", "domains"],
        s_relations = ["relations", "relation", "coauthors", "co-authors", "collaborators", "advisor", "advisors", "conflicts"], s_profiles = ["profile", "profiles", "authorid", "authorids", "openreview"];

    private readonly IReadOnlyList<RosterPerson> _people;

    /// <summary>A roster of people.</summary>
    public Roster(IReadOnlyList<RosterPerson> people) => _people = people;

    /// <summary>How many people it lists.</summary>
    public int Count => _people.Count;

    /// <summary>
    /// Reads a roster: a table with a row a person (CSV, JSON lines, JSON), an object with the list of people of each submission, or OpenReview profiles. Cells may hold several values with
    /// semicolons between.
    /// </summary>
    /// <param name="path">Full path.</param>
    /// <exception cref="ConfigurationException">It cannot be read, or names nobody; the message says where, and quotes nothing.</exception>
    public static Roster Read(string path)
    {
        IReadOnlyList<RosterPerson> people = RosterJson.Read(path) ?? [.. Table.Read(path).Select(row => PersonOf(row, path))];
        return people.Count > 0 ? new(people) : throw new ConfigurationException([new(path, 0, 0, "the roster names nobody")]);
    }

    /// <summary>The authors of a submission: those who are listed with its id, or whose profile or address it names; where the roster says nobody's submissions, everybody.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="authorIds">Profiles and addresses of its authors, where an export says so.</param>
    public IReadOnlyList<RosterPerson> AuthorsOf(string id, IEnumerable<string> authorIds)
    {
        HashSet<string> ids = new(authorIds, StringComparer.OrdinalIgnoreCase);
        if (ids.Count == 0 && _people.All(person => person.Submissions.Count == 0)) return _people;
        return [.. _people.Where(person => person.Submissions.Contains(id, StringComparer.OrdinalIgnoreCase) || person.Profiles.Concat(person.Emails).Any(ids.Contains))];
    }

    private static RosterPerson PersonOf(TableRow row, string path)
    {
        string[] names = [.. Cells(row, s_names, takesAll: false), .. Cells(row, s_variants)];
        if (names.Length == 0) throw new ConfigurationException([new(path, row.Line, 1, "the row has no name; the columns are submission, name, variants, email, affiliation, url, account, relations, profile")]);
        return new(names)
        {
            Submissions = [.. Cells(row, s_submissions)],
            Profiles = [.. Cells(row, s_profiles)],
            Emails = [.. Cells(row, s_emails)],
            Accounts = [.. Cells(row, s_accounts)],
            Urls = [.. Cells(row, s_urls)],
            Affiliations = [.. Cells(row, s_affiliations)],
            Relations = [.. Cells(row, s_relations)],
        };
    }

    private static IEnumerable<string> Cells(TableRow row, IEnumerable<string> columns, bool takesAll = true)
    {
        IEnumerable<string> cells = columns.Select(column => row[column]).OfType<string>();
        return (takesAll ? cells : cells.Take(1)).SelectMany(cell => cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
