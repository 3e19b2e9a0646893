using System.Collections.Concurrent;
using PostLint.Facts;
using PostLint.Names;

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
    public IReadOnlyList<Affiliation> Affiliations { get; init; } = [];

    /// <summary>Names of people with whom there is a conflict: advisers, co-workers, co-authors, family.</summary>
    public IReadOnlyList<string> Relations { get; init; } = [];

    internal IReadOnlyList<KnownName> Known => field ??= [.. Names.Select(name => new KnownName(name))];
}

/// <summary>Who wrote what: the chair's confidential list.</summary>
public sealed class Roster
{
    private readonly IReadOnlyList<RosterPerson> _people;
    private readonly ILookup<string, int> _bySubmission;
    private readonly Lazy<ILookup<string, int>> _byProfile,
        _byInstitution;
    private readonly ConcurrentDictionary<string, string?> _institutions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Institution, int Year), Colleagues> _colleagues = new();

    /// <summary>A roster of people.</summary>
    public Roster(IReadOnlyList<RosterPerson> people)
    {
        _people = people;
        _bySubmission = Index(person => person.Submissions);
        _byProfile = new(() => Index(person => person.Profiles.Concat(person.Emails).Concat(person.Names)));
        _byInstitution = new(() => Index(person => person.Affiliations.Select(InstitutionOf).OfType<string>()));
    }

    /// <summary>How many people it lists.</summary>
    public int Count => _people.Count;

    /// <summary>
    /// Reads a roster: a table with a row a person (CSV, JSON lines, JSON), an object with the list of people of each submission,
    /// OpenReview profiles, or an export of submissions that names their authors. Cells may hold several values with semicolons between.
    /// </summary>
    /// <param name="path">Full path.</param>
    /// <exception cref="UserException">It cannot be read, or names nobody; the message says where, and quotes nothing.</exception>
    public static Roster Read(string path)
    {
        RosterPerson[] people = [.. PeopleIn(path)];
        return people.Length > 0 ? new(people) : throw NamesNobody(path);
    }

    /// <summary>What a roster may be asked by, told without keeping the people.</summary>
    /// <param name="path">Full path.</param>
    /// <exception cref="UserException">As for <see cref="Read"/>.</exception>
    public static RosterKeys KeysOf(string path)
    {
        var keys = new RosterKeys();
        int people = 0;
        foreach (RosterPerson person in PeopleIn(path))
        {
            keys.Add(person);
            people++;
        }
        return people > 0 ? keys : throw NamesNobody(path);
    }

    /// <summary>
    /// The authors of a submission: those who are listed with its id, or whose profile or address it names; where the roster says nobody's
    /// submissions, everybody.
    /// </summary>
    /// <param name="ids">What it may be called: its id, its number.</param>
    /// <param name="authorIds">Profiles, addresses and names of its authors, where an export says so.</param>
    public IReadOnlyList<RosterPerson> AuthorsOf(IEnumerable<string> ids, IEnumerable<string> authorIds)
    {
        string[] authors = [.. authorIds];
        if (authors.Length == 0 && _bySubmission.Count == 0)
            return _people;
        return
        [
            .. ids.SelectMany(id => _bySubmission[id])
                .Concat(authors.SelectMany(author => _byProfile.Value[author]))
                .Distinct()
                .Order()
                .Select(person => _people[person]),
        ];
    }

    /// <summary>Those who are at the institutions of some authors: the present institution is a conflict of interest.</summary>
    /// <param name="authors">The authors.</param>
    /// <param name="year">The year that counts as present; what ended in an earlier one is past.</param>
    public IReadOnlyList<Colleagues> ColleaguesOf(IReadOnlyList<RosterPerson> authors, int year)
    {
        if (authors.Count == _people.Count)
            return [];
        return
        [
            .. PresentOf(authors, year)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(institution => _colleagues.GetOrAdd((institution.ToUpperInvariant(), year), _ => new(PeopleAt(institution, year)))),
        ];
    }

    private static IEnumerable<RosterPerson> PeopleIn(string path) =>
        RosterJson.Read(path) ?? RosterExport.Read(path) ?? RosterTable.Read(path);

    private static UserException NamesNobody(string path) => new([new(path, 0, 0, "the roster names nobody")]);

    private IEnumerable<RosterPerson> PeopleAt(string institution, int year) =>
        _byInstitution
            .Value[institution]
            .Select(person => _people[person])
            .Where(person => PresentOf([person], year).Contains(institution, StringComparer.OrdinalIgnoreCase));

    private string? InstitutionOf(Affiliation affiliation) => _institutions.GetOrAdd(affiliation.Name, Institutions.KeyOf);

    private IEnumerable<string> PresentOf(IEnumerable<RosterPerson> people, int year) =>
        people
            .SelectMany(person => person.Affiliations)
            .Where(affiliation => affiliation.LastsTo(year))
            .Select(InstitutionOf)
            .OfType<string>();

    private ILookup<string, int> Index(Func<RosterPerson, IEnumerable<string>> keys) =>
        _people
            .SelectMany((person, place) => keys(person).Select(key => (Key: key, Place: place)))
            .ToLookup(entry => entry.Key, entry => entry.Place, StringComparer.OrdinalIgnoreCase);
}
