namespace PostLint.Triage;

/// <summary>
/// Lines of tables for spreadsheets (RFC 4180). Cells that a spreadsheet would take for a formula begin with an apostrophe.
/// </summary>
internal static class Csv
{
    /// <summary>A line with its end.</summary>
    public static string Line(params IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string value)
    {
        string harmless = value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + value : value;
        return harmless.AsSpan().ContainsAny(",\"\r\n") ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : harmless;
    }
}
