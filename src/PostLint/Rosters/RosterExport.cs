using PostLint.Names;
using PostLint.Tables;

namespace PostLint.Rosters;

/// <summary>
/// Reads the authors out of an export with a row a submission: notes of OpenReview, papers of HotCRP, the table of papers of CMT.
/// </summary>
internal static class RosterExport
{
    private static readonly string[] s_ids = ["pid", "paper id", "id", "number", "forum"];

    /// <summary>The people; null where the rows are none of submissions.</summary>
    /// <exception cref="UserException">It is no table.</exception>
    public static IEnumerable<RosterPerson>? Read(string path)
    {
        using IEnumerator<TableRow> rows = Table.Read(path).GetEnumerator();
        return rows.MoveNext() && IsSubmission(rows.Current) ? Table.Read(path).SelectMany(PeopleOf) : null;
    }

    /// <summary>Whether a row is a submission with its authors: a title, and people in the plural.</summary>
    private static bool IsSubmission(TableRow row) =>
        row["title", "paper title"] is not null && row["authors", "author names", "authorids"] is not null && row["name"] is null;

    private static IEnumerable<RosterPerson> PeopleOf(TableRow row)
    {
        string[] submissions = [.. s_ids.Select(column => row[column]).OfType<string>().Distinct()];
        string[] relations = [.. PersonCell.AllIn(row["collaborators"] ?? "").Select(person => person.Name).Where(name => name.Length > 0)];
        PersonCell[] people = [.. PersonCell.AllIn(row["author names", "authors"] ?? "")],
            ids = [.. PersonCell.AllIn(row["author emails", "authorids"] ?? "")];
        // Lists of names and of ids have one order; where their lengths differ, nobody knows which belongs to whom.
        bool isPaired = ids.Length == people.Length;
        for (int i = 0; i < people.Length; i++)
        {
            string[] own = [.. people[i].Ids, .. isPaired ? ids[i].Ids : []];
            if (people[i].Name.Length == 0)
                continue;
            yield return new([people[i].Name])
            {
                Submissions = submissions,
                Profiles = [.. own.Where(id => !id.Contains('@', StringComparison.Ordinal))],
                Emails = [.. own.Where(id => id.Contains('@', StringComparison.Ordinal))],
                Affiliations = people[i].Affiliation.Length > 0 ? [Affiliation.Parse(people[i].Affiliation)] : [],
                Relations = relations,
            };
        }
    }
}
