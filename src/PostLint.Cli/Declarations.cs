using PostLint.Facts;
using PostLint.Submissions;
using PostLint.Tables;
using PostLint.Triage;

namespace PostLint.Cli;

/// <summary>What the columns of a manifest or export say of a submission that rules can use.</summary>
internal static class Declarations
{
    private static readonly string[] s_authors = ["authorids", "authors", "author", "email", "emails"], s_conflict = ["conflict of interest", "conflict_of_interest", "conflicts of interest", "coi", "conflict"];

    /// <summary>The profiles and addresses of its authors.</summary>
    public static IEnumerable<string> AuthorsOf(TriageItem item) => Cells(item, s_authors).SelectMany(cell => cell.Split(Table.Separator[0], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>The submission with what its authors declared; where the export has the column, no answer is one, too.</summary>
    public static Submission Add(Submission submission, TriageItem item) =>
        Cells(item, s_conflict).FirstOrDefault() is { } answer ? submission with { Declared = new(Read(answer)) } : submission;

    private static IEnumerable<string> Cells(TriageItem item, string[] columns) => item.Fields.Where(field => columns.Contains(field.Key.ToLowerInvariant())).Select(field => field.Value);

    private static bool? Read(string answer) => answer.Trim().ToUpperInvariant() switch
    {
        "YES" or "Y" or "TRUE" => true,
        "NO" or "N" or "FALSE" or "NONE" => false,
        var text when text.StartsWith("YES", StringComparison.Ordinal) => true,
        var text when text.StartsWith("NO ", StringComparison.Ordinal) || text.StartsWith("NO,", StringComparison.Ordinal) || text.StartsWith("NO.", StringComparison.Ordinal) => false,
        _ => null,
    };
}
