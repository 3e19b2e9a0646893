using System.Globalization;
using PostLint.Facts;
using PostLint.Submissions;
using PostLint.Tables;

namespace PostLint.Triage;

/// <summary>What the columns of a manifest or export say of a submission that rules can use.</summary>
internal static class Declarations
{
    // Names of columns, as exports and people write them.
    private static readonly string[] s_numbers =
        ["number", "paper number", "submission number", "forum", "pid", "paper", "paperid", "paper id", "post"],
        s_authors =

        [
            "authorids",
            "authors",
            "author",
            "author names",
            "author emails",
            "email",
            "emails",
            "primary contact author name",
            "primary contact author email",
        ],
        s_times = ["tcdate", "cdate", "created", "submitted_at", "submitted", "submitted at", "creation date"],
        s_conflict = ["conflict of interest", "conflict_of_interest", "conflicts of interest", "coi", "conflict"],
        s_contact =

        [
            "principal contact",
            "principal_contact",
            "contact",
            "contact author",
            "corresponding author",
            "contact email",
            "primary contact author email",
        ],
        s_reviews =

        [
            "reviewer pool",
            "reviewer_pool",
            "reviewer",
            "reviewing",
            "review pool",
            "pool of reviewers",
            "serve as reviewer",
            "willing to review",
        ];

    /// <summary>The profiles, addresses and names of its authors.</summary>
    public static IEnumerable<string> AuthorsOf(TriageItem item) =>
        Cells(item, s_authors)
            .SelectMany(PersonCell.AllIn)
            .SelectMany(person => person.Keys)
            // Whoever signs for all authors is a group; a profile is a person.
            .Concat(Cells(item, ["signatures"]).SelectMany(PersonCell.AllIn).SelectMany(person => person.Ids))
            .Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a roster may call it: its id, its number, its forum.</summary>
    public static IReadOnlyList<string> IdsOf(TriageItem item) => [item.Id, .. Cells(item, s_numbers)];

    /// <summary>The submission with what its authors declared; where the export has the column, no answer is one, too.</summary>
    public static Submission Add(Submission submission, TriageItem item) =>
        submission with
        {
            Form = new(
                Cells(item, s_conflict).FirstOrDefault() is { } answer ? Read(answer) : null,
                Cells(item, s_times).Select(TimeOf).FirstOrDefault(time => time is not null)
            )
            {
                Reviews = Cells(item, s_reviews).FirstOrDefault() is { } reviews ? Read(reviews) : null,
                Contact = Cells(item, s_contact).FirstOrDefault() is { } contact ? ContactOf(contact, item) : null,
            },
        };

    /// <summary>
    /// The columns that a table has for what authors have to say, so that rows which leave them empty can be told from tables that do not
    /// ask.
    /// </summary>
    public static IEnumerable<string> AskedColumns(IEnumerable<TableRow> rows)
    {
        string[] asked = [.. s_conflict, .. s_contact, .. s_reviews];
        return rows.SelectMany(row => row.Cells.Keys)
            .Where(column => asked.Contains(column.ToLowerInvariant()))
            .Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private static FormContact ContactOf(string contact, TriageItem item)
    {
        if (contact.Length == 0)
            return FormContact.Missing;
        // An address can be compared with addresses only, a name with names.
        string[] authors = [.. AuthorsOf(item).Where(author => FormOf(author) == FormOf(contact))];
        return authors.Length == 0 || authors.Any(author => contact.Contains(author, StringComparison.OrdinalIgnoreCase))
            ? FormContact.Author
            : FormContact.Other;
    }

    private static char FormOf(string person) =>
        person.Contains('@', StringComparison.Ordinal) ? '@'
        : person.Contains('~', StringComparison.Ordinal) ? '~'
        : ' ';

    private static IEnumerable<string> Cells(TriageItem item, string[] columns) =>
        item.AllFields.Where(field => columns.Contains(field.Key.ToLowerInvariant())).Select(field => field.Value);

    /// <summary>
    /// A time as OpenReview has it, in milliseconds since 1970, as HotCRP has it, in seconds, or as people write it (ISO 8601); null for
    /// what is none.
    /// </summary>
    private static DateTimeOffset? TimeOf(string cell)
    {
        if (long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number is > 0 and < 10_000_000_000_000)
            return number < 100_000_000_000 ? DateTimeOffset.FromUnixTimeSeconds(number) : DateTimeOffset.FromUnixTimeMilliseconds(number);
        return DateTimeOffset.TryParse(cell, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : null;
    }

    /// <summary>Whoever writes something else than no declares something: a name, a paper, a sentence.</summary>
    private static FormAnswer Read(string answer)
    {
        string first = answer.TrimStart().Split([' ', ',', '.', ';', ':', '!'], 2)[0].ToUpperInvariant();
        return first switch
        {
            "" => FormAnswer.None,
            "NO" or "N" or "FALSE" or "NONE" or "NOT" or "NEITHER" or "N/A" or "NA" or "-" or "0" => FormAnswer.No,
            _ => FormAnswer.Yes,
        };
    }
}
