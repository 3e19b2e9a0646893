using System.Globalization;
using PostLint.Rules;

namespace PostLint.Triage;

/// <summary>
/// The list as a table for spreadsheets (RFC 4180), made to be shared. Cells that a spreadsheet would take for a formula begin with an
/// apostrophe.
/// </summary>
internal sealed class TriageTable(TextWriter writer, IReadOnlyList<string> columns, IReadOnlyDictionary<string, RuleDescriptor> rules)
{
    public void WriteHead() =>
        WriteLine([
            "rank",
            "id",
            "name",
            .. Lanes.All.Select(lane => lane.Key()),
            "weight",
            "found",
            "errors",
            "warnings",
            "notes",
            "profile",
            "rules",
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
            row.Title,
            .. row.Lanes.Select(lane => lane.Verdict.Text()),
            Text(row.Lanes[0].Weight),
            string.Join("; ", row.Reasons.Where(reason => reason.Severity is not "note").Select(reason => reason.Said(rules))),
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

    private void WriteLine(IEnumerable<string> cells) => writer.Write(Csv.Line(cells));
}
