namespace PostLint.Triage;

/// <summary>
/// Tells which columns of a manifest or export may be shared: those that say what a submission is, and nobody's words. All others are for
/// the chair's eyes, and stand in nothing that is made
/// to be shared, unless the chair names them.
/// </summary>
internal static class PrivateColumns
{
    private static readonly HashSet<string> s_harmless = new(StringComparer.OrdinalIgnoreCase)
    {
        "id",
        "number",
        "forum",
        "title",
        "track",
        "type",
        "category",
        "area",
        "primary area",
        "primary_area",
        "keywords",
        "tags",
        "language",
        "edition",
        "year",
        "venue",
        "venueid",
        "decision",
        "status",
        "state",
        "recommendation",
        "cdate",
        "tcdate",
        "mdate",
        "tmdate",
        "ddate",
        "odate",
        "pdate",
        "created",
        "modified",
        "submitted",
        "submitted at",
        "creation date",
        "modification date",
        "version",
        "sha",
        "post",
        "pid",
        "paper id",
        "paper title",
        "track name",
        "iclr papers",
        "iclr_papers",
    };

    // What interfaces tell of their own bookkeeping: it decides nothing, and would crowd out what does.
    private static readonly HashSet<string> s_technical = new(StringComparer.OrdinalIgnoreCase)
    {
        "cdate",
        "tcdate",
        "mdate",
        "tmdate",
        "ddate",
        "odate",
        "pdate",
        "domain",
        "parentinvitations",
        "invitation",
        "invitations",
        "readers",
        "nonreaders",
        "writers",
        "signatures",
        "forum",
        "original",
        "license",
        "paperhash",
        "version",
        "venueid",
        "_bibtex",
        "pdf",
        "supplementary_material",
        "object",
        "submission",
        "submission_class",
        "submitted_at",
        "withdrawn",
        "sha",
    };

    // What people know a submission by stands first.
    private static readonly string[] s_first = ["title", "paper title", "post", "number", "pid", "paper id"];

    /// <summary>Whether a column holds bookkeeping of an interface, which no page shows.</summary>
    public static bool IsTechnical(string column) => s_technical.Contains(column);

    /// <summary>Columns with what people know a submission by first.</summary>
    public static IEnumerable<string> Ordered(IEnumerable<string> columns) =>
        columns.OrderBy(column => Array.IndexOf(s_first, column.ToLowerInvariant()) is >= 0 and int place ? place : s_first.Length);

    /// <summary>Whether a column is private: it is not among the harmless ones, or some cell of it holds an address or a profile.</summary>
    /// <param name="column">Its name.</param>
    /// <param name="items">The submissions.</param>
    /// <param name="shared">Columns that the chair wants to share.</param>
    public static bool Holds(string column, IReadOnlyList<TriageItem> items, IReadOnlyList<string> shared) =>
        !shared.Contains(column, StringComparer.OrdinalIgnoreCase)
        && (
            !s_harmless.Contains(column)
            || items.Any(item =>
                item.Fields.TryGetValue(column, out string? cell) && (cell.Contains('@', StringComparison.Ordinal) || cell.StartsWith('~'))
            )
        );
}
