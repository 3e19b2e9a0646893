using PostLint.Names;

namespace PostLint.Rosters;

/// <summary>
/// The people of a roster who are at one institution, found by their surnames. Made once for all submissions: a large institution has
/// thousands.
/// </summary>
public sealed class Colleagues
{
    private readonly ILookup<string, RosterPerson> _bySurname;

    /// <summary>An institution.</summary>
    /// <param name="people">Who is there.</param>
    public Colleagues(IEnumerable<RosterPerson> people) =>
        _bySurname = people
            .SelectMany(person => person.Names.SelectMany(KnownName.SurnamesIn).Select(surname => (Surname: surname, Person: person)))
            .ToLookup(pair => pair.Surname, pair => pair.Person, StringComparer.Ordinal);

    /// <summary>Whether a name is that of somebody there, authors of the submission left out.</summary>
    internal bool Hold(string name, IReadOnlyList<NameForm> forms, IReadOnlyList<RosterPerson> authors) =>
        forms
            .SelectMany(form => form.SurnameWords)
            .Distinct()
            .SelectMany(surname => _bySurname[surname])
            .Any(person =>
                !authors.Any(author => ReferenceEquals(author, person))
                && person.Known.Any(known =>
                    known.Match(name, forms) is { Relation: NameRelation.Same, Bits: >= RosterNames.EnoughInBibliography }
                )
            );
}
