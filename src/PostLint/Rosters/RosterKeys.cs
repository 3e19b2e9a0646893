namespace PostLint.Rosters;

/// <summary>
/// What a roster may be asked by, without the people: whether it lists the authors of a submission. Hashes of names and addresses are kept
/// and not they themselves, since those who only ask have no need of them.
/// </summary>
public sealed class RosterKeys
{
    private readonly HashSet<int> _people = [];
    private readonly HashSet<string> _submissions = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the roster calls submissions; empty where it says nobody's.</summary>
    public IReadOnlyCollection<string> Submissions => _submissions;

    /// <summary>Adds a person.</summary>
    internal void Add(RosterPerson person)
    {
        _submissions.UnionWith(person.Submissions);
        foreach (string key in person.Profiles.Concat(person.Emails).Concat(person.Names))
            _people.Add(StringComparer.OrdinalIgnoreCase.GetHashCode(key));
    }

    /// <summary>Whether it lists an author of a submission.</summary>
    /// <param name="ids">What the submission may be called.</param>
    /// <param name="authors">Profiles, addresses and names of its authors, where its source says so.</param>
    public bool Hold(IEnumerable<string> ids, IReadOnlyCollection<string> authors) =>
        (authors.Count == 0 && _submissions.Count == 0)
        || ids.Any(_submissions.Contains)
        || authors.Any(author => _people.Contains(StringComparer.OrdinalIgnoreCase.GetHashCode(author)));
}
