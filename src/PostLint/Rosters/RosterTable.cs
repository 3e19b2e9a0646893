using System.Collections.Frozen;
using PostLint.Names;
using PostLint.Tables;

namespace PostLint.Rosters;

/// <summary>Reads a roster that is a table with a row a person, its columns called as people and submission systems call them.</summary>
internal static class RosterTable
{
    private const char Separator = ';';

    // Of several columns with a name, the first of these is the name.
    private static readonly string[] s_names = ["name", "fullname", "full name", "author", "authors", "names", "preferredname"];

    // HotCRP's list of authors has names in two columns.
    private static readonly string[] s_given = ["given_name", "given name", "first", "first name"],
        s_family = ["family_name", "family name", "last", "last name", "surname"];

    private static readonly FrozenDictionary<string, Column> s_columns = new (Column Column, string[] Names)[]
    {
        (Column.Variants, ["variants", "aliases", "other names", "alias"]),
        (Column.Submissions, ["submission", "submissions", "paper", "number", "id", "forum", "papers"]),
        (Column.Profiles, ["profile", "profiles", "authorid", "authorids", "openreview"]),
        (Column.Emails, ["email", "emails", "e-mail", "mail", "preferredemail"]),
        (
            Column.Accounts,
            ["account", "accounts", "github", "login", "username", "twitter", "huggingface", "gscholar", "orcid", "linkedin"]
        ),
        (Column.Urls, ["url", "urls", "homepage", "home page", "website", "dblp"]),
        (Column.Affiliations, ["affiliation", "affiliations", "institution", "institutions", "organization", "domain", "domains"]),
        (Column.Relations, ["relations", "relation", "coauthors", "co-authors", "collaborators", "advisor", "advisors", "conflicts"]),
    }
        .SelectMany(entry => entry.Names.Select(name => KeyValuePair.Create(name, entry.Column)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private enum Column
    {
        Variants,
        Submissions,
        Profiles,
        Emails,
        Accounts,
        Urls,
        Affiliations,
        Relations,
    }

    /// <summary>The people of a table.</summary>
    /// <param name="path">Its full path.</param>
    /// <exception cref="UserException">It is no table, or a row names nobody.</exception>
    public static IEnumerable<RosterPerson> Read(string path)
    {
        foreach (TableRow row in Table.Read(path))
            yield return PersonOf(row, path);
    }

    private static RosterPerson PersonOf(TableRow row, string path)
    {
        string[][] cells =
        [
            [],
            [],
            [],
            [],
            [],
            [],
            [],
            [],
        ];
        foreach ((string name, string cell) in row.Cells)
        {
            if (s_columns.TryGetValue(name, out Column column))
                cells[(int)column] = [.. cells[(int)column], .. Split(cell)];
        }
        string? named = Array.Find(s_names, row.Cells.ContainsKey);
        string[] names = [.. named is null ? NameInTwo(row) : Split(row.Cells[named]), .. cells[(int)Column.Variants]];
        if (names.Length == 0)
            throw new UserException([
                new(
                    path,
                    row.Line,
                    1,
                    "the row has no name; the columns are submission, name, variants, email, affiliation, url, account, relations, profile"
                ),
            ]);
        return new(names)
        {
            Submissions = cells[(int)Column.Submissions],
            Profiles = cells[(int)Column.Profiles],
            Emails = cells[(int)Column.Emails],
            Accounts = cells[(int)Column.Accounts],
            Urls = cells[(int)Column.Urls],
            Affiliations = [.. cells[(int)Column.Affiliations].Select(Affiliation.Parse)],
            Relations = cells[(int)Column.Relations],
        };
    }

    private static string[] NameInTwo(TableRow row)
    {
        string name = $"{row[s_given]} {row[s_family]}".Trim();
        return name.Length == 0 ? [] : [name];
    }

    private static string[] Split(string cell) =>
        cell.Contains(Separator, StringComparison.Ordinal)
            ? cell.Split(Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : [cell];
}
