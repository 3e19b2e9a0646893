namespace PostLint.Triage;

/// <summary>
/// Tells which columns of a manifest or export may be shared: those that say what a submission is, and nobody's words. All others are for
/// the chair's eyes, and stand in nothing that is made
/// to be shared, unless the chair names them.
/// </summary>
public static class PrivateColumns
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
        "iclr papers",
        "iclr_papers",
    };

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
