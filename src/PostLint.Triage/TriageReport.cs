using System.Text;
using System.Text.Json;
using PostLint.Engine;
using PostLint.Reporting;
using PostLint.Rules;

namespace PostLint.Triage;

/// <summary>What the results of a run are made with.</summary>
/// <param name="Title">What the run is called.</param>
/// <param name="Rules">The cards of all rules, by id.</param>
/// <param name="Columns">Columns of the manifest that may be shared, in their order.</param>
/// <param name="PrivateColumns">Columns that only the chair sees.</param>
/// <param name="Source">The address of a line on the web; empty for none.</param>
/// <param name="Run">Tells the run from others.</param>
/// <param name="SetAside">How many entries are no submissions any more, by the reason.</param>
internal sealed record TriageReportOptions(
    string Title,
    IReadOnlyDictionary<string, RuleDescriptor> Rules,
    IReadOnlyList<string> Columns,
    IReadOnlyList<string> PrivateColumns,
    string Source,
    string Run,
    IReadOnlyDictionary<string, int> SetAside
);

/// <summary>Writes the results of a run that concern all submissions, one pass over the records in their rank.</summary>
internal static class TriageReport
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

    private const int BufferSize = 1 << 16;

    /// <summary>Writes them.</summary>
    /// <returns>How many submissions have each verdict in each lane.</returns>
    public static LaneCounts Write(RunFolder folder, IReadOnlyList<RankedSubmission> ranking, TriageReportOptions options)
    {
        // Joining SARIF takes as long as all else together.
        Task sarif = Task.Run(() =>
        {
            folder.Keep(ranking.Select(ranked => ranked.Id));
            WriteSarif(folder, ranking);
        });
        LaneCounts counts = WriteRecords(folder, ranking, options);
        sarif.GetAwaiter().GetResult();
        return counts;
    }

    private static LaneCounts WriteRecords(RunFolder folder, IReadOnlyList<RankedSubmission> ranking, TriageReportOptions options)
    {
        var counts = new LaneCounts();
        string aside = options.SetAside.Count == 0 ? "" : $" Set aside: {TriageSources.Words(options.SetAside)}.";
        string about = $"{Words.Count(ranking.Count, "submission")}.{aside}";
        RunFolder.Write(folder.In(Table), table =>
            RunFolder.Write(folder.In(Lines), lines =>
                RunFolder.Write(folder.In(Page), page => RunFolder.Write(folder.In(MaskedPage), maskedPage =>
                    {
                        using var tableText = new StreamWriter(
                            table,
                            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
                            BufferSize,
                            leaveOpen: true
                        );
                        var rows = new TriageTable(tableText, options.Columns, options.Rules);
                        var own = new TriagePage(
                            page,
                            new(
                                options.Title,
                                about + " This page shows lines of submissions: keep it to yourself.",
                                IsMasked: false,
                                options.Source,
                                [
                                    .. PrivateColumns.Ordered(
                                        options.Columns.Concat(options.PrivateColumns).Where(column => !PrivateColumns.IsTechnical(column))
                                    ),
                                ],
                                options.Run
                            ),
                            options.Rules.Values
                        );
                        var masked = new TriagePage(
                            maskedPage,
                            new(
                                options.Title,
                                about + " What identifies somebody is masked.",
                                IsMasked: true,
                                "",
                                [.. options.Columns.Where(column => !PrivateColumns.IsTechnical(column))],
                                ""
                            ),
                            options.Rules.Values
                        );
                        rows.WriteHead();
                        for (int i = 0; i < ranking.Count; i++)
                        {
                            RecordLine line = folder.Journal.Read(ranking[i].Id);
                            ReadOnlySpan<byte> json = ranking[i].Complete(line).Span;
                            TriageRow row = JsonSerializer.Deserialize(json, TriageContext.Default.TriageRow)!;
                            counts.Add(row.Lanes);
                            rows.Write(i + 1, row);
                            lines.Write(json);
                            lines.WriteByte((byte)'\n');
                            own.Add(row, json, line);
                            masked.Add(row, json, line);
                        }
                        own.Finish();
                        masked.Finish();
                    }))
            )
        );
        return counts;
    }

    private static void WriteSarif(RunFolder folder, IReadOnlyList<RankedSubmission> ranking) => RunFolder.Write(folder.In(Sarif), output =>
        {
            using var sarif = new MergedSarif(output);
            foreach (
                RankedSubmission ranked in ranking
                    .Where(ranked => ranked.Lanes.Any(lane => lane.Weight > 0) || ranked.Links.Count > 0)
                    .TakeWhile(_ => !sarif.IsFull)
            )
            {
                string path = folder.SarifOf(ranked.Id);
                if (File.Exists(path))
                    sarif.Add(ranked.Id, File.ReadAllBytes(path), ranked.Links);
            }
            sarif.Finish();
        });
}
