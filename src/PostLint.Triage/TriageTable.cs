using System.Globalization;

namespace PostLint.Triage;

/// <summary>
/// The list as a table for spreadsheets (RFC 4180), made to be shared. Cells that a spreadsheet would take for a formula begin with an
/// apostrophe.
/// </summary>
internal sealed class TriageTable(TextWriter writer, IReadOnlyList<string> columns)
{
    public void WriteHead() =>
        WriteLine([
            "rank",
            "id",
            "verdict",
            "weight",
            "errors",
            "warnings",
            "notes",
            "profile",
            "reasons",
            "not read",
            "failure",
            .. columns,
        ]);

    /// <summary>Writes the line of a submission.</summary>
    /// <param name="rank">From 1.</param>
    /// <param name="row">What is known of it.</param>
    public void Write(int rank, TriageRow row) =>
        WriteLine([
            Text(rank),
            row.Id,
            row.Verdict.Text(),
            Text(row.Weight),
            Text(row.Errors),
            Text(row.Warnings),
            Text(row.Notes),
            row.Profile,
            string.Join("; ", row.Reasons.Select(reason => reason.Count > 1 ? $"{reason.Rule} ×{reason.Count}" : reason.Rule)),
            string.Join("; ", row.Unread),
            row.Failure ?? "",
            .. columns.Select(column => row.Fields.GetValueOrDefault(column) ?? ""),
        ]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void WriteLine(IEnumerable<string> cells)
    {
        writer.Write(string.Join(',', cells.Select(Cell)));
        writer.Write("\r\n");
    }

    private static string Cell(string value)
    {
        string harmless = value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + value : value;
        return harmless.AsSpan().ContainsAny(",\"\r\n") ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : harmless;
    }
}
