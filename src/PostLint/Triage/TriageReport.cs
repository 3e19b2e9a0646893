using System.Text;
using System.Text.Json;
using PostLint.Engine;

namespace PostLint.Triage;

/// <summary>What the results of a run are made with.</summary>
/// <param name="Title">What the run is called.</param>
/// <param name="Rules">The cards of all rules, by id.</param>
/// <param name="Columns">Columns of the manifest that may be shared, in their order.</param>
/// <param name="PrivateColumns">Columns that only the chair sees.</param>
/// <param name="Source">The address of a line on the web; empty for none.</param>
public sealed record TriageReportOptions(string Title, IReadOnlyDictionary<string, RuleInfo> Rules, IReadOnlyList<string> Columns, IReadOnlyList<string> PrivateColumns, string Source);

/// <summary>Writes the results of a run that concern all submissions, one pass over the records in their rank.</summary>
public static class TriageReport
{
    /// <summary>The page for the chair's own eyes.</summary>
    public const string Page = "report.html";

    /// <summary>The page that may be shared.</summary>
    public const string MaskedPage = "report-masked.html";

    /// <summary>The table.</summary>
    public const string Table = "triage.csv";

    /// <summary>The records, one a line.</summary>
    public const string Lines = "triage.jsonl";

    /// <summary>The findings of the heaviest submissions for GitHub.</summary>
    public const string Sarif = "triage.sarif";

    /// <summary>Writes them.</summary>
    /// <returns>How many submissions have each verdict.</returns>
    public static IReadOnlyDictionary<Verdict, int> Write(RunFolder folder, IReadOnlyList<RankedSubmission> ranking, TriageReportOptions options)
    {
        var counts = Enum.GetValues<Verdict>().ToDictionary(verdict => verdict, _ => 0);
        string about = $"{ranking.Count} submissions, the first hour's work on top.";
        RunFolder.Write(folder.In(Table), table => RunFolder.Write(folder.In(Lines), lines => RunFolder.Write(folder.In(Page), page => RunFolder.Write(folder.In(MaskedPage), maskedPage => RunFolder.Write(folder.In(Sarif), sarifFile =>
        {
            using var tableText = new StreamWriter(table, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16, leaveOpen: true);
            var pageOutput = new BufferedStream(page, 1 << 16);
            var maskedOutput = new BufferedStream(maskedPage, 1 << 16);
            var linesOutput = new BufferedStream(lines, 1 << 16);
            var rows = new TriageTable(tableText, options.Columns);
            var own = new TriagePage(pageOutput, new(options.Title, about + " This page shows lines of submissions: keep it to yourself.", IsMasked: false, options.Source, [.. options.Columns, .. options.PrivateColumns]), options.Rules.Values);
            var masked = new TriagePage(maskedOutput, new(options.Title, about + " What identifies somebody is masked.", IsMasked: true, "", options.Columns), options.Rules.Values);
            using var sarif = new MergedSarif(sarifFile);
            rows.WriteHead();
            for (int i = 0; i < ranking.Count; i++)
            {
                TriageRecord record = ranking[i].Complete(folder.Journal.Read(ranking[i].Head.Id)) with { PrivateFields = options.PrivateColumns }, shared = record.Shared();
                counts[record.Verdict]++;
                rows.Write(i + 1, shared);
                JsonSerializer.Serialize(linesOutput, shared, TriageContext.Default.TriageRecord);
                linesOutput.WriteByte((byte)'\n');
                own.Add(record);
                masked.Add(record with { Fields = shared.Fields });
                if (!sarif.IsFull && record.Findings.Count > 0 && File.Exists(folder.SarifOf(record.Id))) sarif.Add(record.Id, File.ReadAllBytes(folder.SarifOf(record.Id)));
            }
            own.Finish();
            masked.Finish();
            sarif.Finish();
            // Disposing a buffer would close the file below it.
            foreach (BufferedStream output in (BufferedStream[])[pageOutput, maskedOutput, linesOutput]) output.Flush();
        })))));
        folder.Keep(ranking.Select(ranked => ranked.Head.Id));
        return counts;
    }
}
