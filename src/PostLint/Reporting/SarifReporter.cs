using System.Text.Json;
using PostLint.Findings;
using PostLint.Reporting.Sarif;

namespace PostLint.Reporting;

/// <summary>SARIF 2.1.0 with one run, in the limits of GitHub's code scanning. All that is not ASCII is escaped.</summary>
/// <param name="options">What to show.</param>
public sealed class SarifReporter(ReportOptions options) : IReporter
{
    /// <summary>GitHub refuses a run with more.</summary>
    private const int MostResults = 25_000;

    private const int ResultsPerFlush = 100;

    /// <inheritdoc/>
    public void Write(LintRun run, Stream output)
    {
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            writer.WriteString("version", "2.1.0");
            writer.WriteStartArray("runs");
            WriteRun(run, writer);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    private void WriteRun(LintRun run, Utf8JsonWriter writer)
    {
        var rules = new SarifRules(run);
        var veil = new Veil(run, options);
        Finding[] findings = [.. run.Results.SelectMany(result => result.Findings)];
        writer.WriteStartObject();
        WriteTool(rules, writer);
        WriteInvocation(new SarifNotifications(veil, rules).Of(run, Math.Max(0, findings.Length - MostResults)), writer);
        WriteResults(findings, new(new Sources(run), veil, rules, findings.Any(finding => finding.Suppression is not null)), writer);
        writer.WriteEndObject();
    }

    private void WriteTool(SarifRules rules, Utf8JsonWriter writer)
    {
        writer.WritePropertyName("tool");
        var tool = new SarifTool(new("PostLint", options.ToolVersion, options.ToolVersion, rules.All));
        JsonSerializer.Serialize(writer, tool, SarifContext.Default.SarifTool);
        writer.WritePropertyName("automationDetails");
        JsonSerializer.Serialize(writer, new("postlint/"), SarifContext.Default.SarifRunDetails);
        writer.WriteString("columnKind", "utf16CodeUnits");
        writer.WritePropertyName("originalUriBaseIds");
        var roots = new Dictionary<string, SarifRoot> { [SarifPlaces.Root] = new(new("The folder that PostLint ran in.")) };
        JsonSerializer.Serialize(writer, roots, SarifContext.Default.IReadOnlyDictionaryStringSarifRoot);
    }

    private static void WriteInvocation(SarifInvocation invocation, Utf8JsonWriter writer)
    {
        writer.WritePropertyName("invocations");
        JsonSerializer.Serialize(writer, [invocation], SarifContext.Default.IReadOnlyListSarifInvocation);
    }

    private static void WriteResults(Finding[] findings, SarifResults results, Utf8JsonWriter writer)
    {
        writer.WriteStartArray("results");
        int written = 0;
        foreach (Finding finding in Heaviest(findings))
        {
            JsonSerializer.Serialize(writer, results.Map(finding), SarifContext.Default.SarifResult);
            if (++written % ResultsPerFlush == 0) writer.Flush();
        }
        writer.WriteEndArray();
    }

    /// <summary>All findings in order; of too many, the open ones before the waived ones and the heavier before the lighter.</summary>
    private static IEnumerable<Finding> Heaviest(Finding[] findings) => findings.Length <= MostResults
        ? findings
        : findings.OrderBy(finding => finding.Suppression is not null).ThenByDescending(finding => finding.Severity).Take(MostResults);
}
