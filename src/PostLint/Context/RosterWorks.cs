using PostLint.Facts;
using PostLint.Names;
using PostLint.Rosters;

namespace PostLint.Context;

/// <summary>
/// Compares the bibliography of a submission with its own authors: which works are theirs, and which by people whom they are tied to.
/// </summary>
/// <param name="people">The authors of the submission.</param>
/// <param name="colleagues">Who is at their institutions.</param>
internal sealed class RosterWorks(IReadOnlyList<RosterPerson> people, IReadOnlyList<Colleagues> colleagues)
{
    private const int Years = 3; // of the window of co-authors, as the calls say

    /// <summary>
    /// Adds which works of the bibliography are by the authors, and which by people whom they wrote with, are related to or share an
    /// institution with.
    /// </summary>
    /// <param name="facts">The facts of the submission.</param>
    /// <param name="deadline">The day from which the window reaches back; null where the edition is not known.</param>
    public void Find(List<Fact> facts, DateOnly? deadline)
    {
        Publication[] works = [.. facts.OfType<Publication>()];
        var own = new HashSet<Publication>(ReferenceEqualityComparer.Instance);
        foreach (Publication work in works)
        {
            if (work.Authors.FirstOrDefault(IsAuthor) is not { } author)
                continue;
            facts.Add(new RosterWork(work.Key, author, work.Place));
            own.Add(work);
        }
        var related = new Dictionary<string, (KnownName Name, int Year, Tie Tie)>(StringComparer.OrdinalIgnoreCase);
        foreach (string relation in people.SelectMany(person => person.Relations))
            related[relation] = (new(relation), int.MaxValue, Tie.Relation);
        foreach (Publication work in own)
        {
            foreach (string author in work.Authors.Where(author => !IsAuthor(author)))
            {
                if (!related.TryGetValue(author, out var known) || known.Year < work.Year)
                    related[author] = (new(author), work.Year, Tie.CoAuthor);
            }
        }
        foreach (Publication work in works.Where(work => !own.Contains(work)))
        {
            foreach (string author in work.Authors)
            {
                IReadOnlyList<NameForm> forms = KnownName.Read(author);
                var match = related.Values.FirstOrDefault(entry =>
                    entry.Name.Match(author, forms) is { Relation: NameRelation.Same, Bits: >= RosterNames.EnoughInBibliography }
                );
                if (match.Name is null && !IsColleague(author, forms))
                    continue;
                facts.Add(
                    new RelatedWork(
                        work.Key,
                        author,
                        match.Name is null ? Tie.Institution : match.Tie,
                        match.Name is null ? ConflictWindow.Inside : WindowOf(match.Year, deadline),
                        work.Place
                    )
                );
                break;
            }
        }
    }

    private bool IsColleague(string name, IReadOnlyList<NameForm> forms) =>
        colleagues.Any(institution => institution.Hold(name, forms, people));

    private static ConflictWindow WindowOf(int year, DateOnly? deadline)
    {
        if (year == int.MaxValue || deadline is not { } day)
            return ConflictWindow.Inside;
        int begin = day.Year - Years;
        return year > begin ? ConflictWindow.Inside
            : year == begin ? ConflictWindow.Boundary
            : ConflictWindow.Outside;
    }

    /// <summary>Whether a name is an author's, and tells enough.</summary>
    private bool IsAuthor(string name)
    {
        IReadOnlyList<NameForm> forms = KnownName.Read(name);
        return people.Any(person =>
            person.Known.Any(known =>
                known.Match(name, forms) is { Relation: > NameRelation.Initials, Bits: >= RosterNames.EnoughInBibliography }
            )
        );
    }
}
