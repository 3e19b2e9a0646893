using PostLint.Tables;

namespace PostLint.Triage;

/// <summary>Tells entries of an export that are no submissions any more: they are counted, and not checked.</summary>
internal static class SetAside
{
    /// <summary>Requests of a repository that touch no submission.</summary>
    public const string OfSite = "of the site itself";

    private const string Withdrawn = "withdrawn",
        Rejected = "desk-rejected",
        Deleted = "deleted",
        Draft = "not submitted";

    // Where OpenReview says which group an entry belongs to by now, and where other systems say how it stands.
    private static readonly string[] s_groups = ["venueid", "invitation", "invitations"],
        s_states = ["status", "state"];

    /// <summary>Why an entry is set aside; null for a submission.</summary>
    public static string? ReasonOf(TableRow row)
    {
        if (row["ddate"] is not null)
            return Deleted;
        string groups = string.Join(' ', s_groups.Select(column => row[column] ?? ""));
        if (groups.Contains("Withdrawn", StringComparison.Ordinal) || IsYes(row["withdrawn"]) || row["withdrawal"] is not null)
            return Withdrawn;
        if (groups.Contains("Desk_Reject", StringComparison.Ordinal))
            return Rejected;
        string[] states = [.. s_states.Select(column => row[column]).OfType<string>().Select(WordOf)];
        return states.Contains("withdrawn") ? Withdrawn
            : states.Any(state => state is "deskreject" or "deskrejected") ? Rejected
            : states.Contains("deleted") ? Deleted
            : states.Any(state => state is "draft" or "inprogress") || IsNo(row["submitted"]) ? Draft
            : null;
    }

    private static bool IsYes(string? cell) => cell is not null && WordOf(cell) is "true" or "yes" or "1";

    private static bool IsNo(string? cell) => cell is not null && WordOf(cell) is "false" or "no";

    private static string WordOf(string cell) => string.Concat(cell.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
