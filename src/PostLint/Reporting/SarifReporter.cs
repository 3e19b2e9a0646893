using System.Text.Json;
using PostLint.Findings;
using PostLint.Reporting.Sarif;

namespace PostLint.Reporting;

/// <summary>SARIF 2.1.0 with one run, in the limits of GitHub's code scanning. All that is not ASCII is escaped.</summary>
/// <param name="options">What to show.</param>
/// <param name="isForUpload">Whether it is made to be uploaded to GitHub: open findings only, since it takes waived ones for open; no fixes, which it does not read and which would quote the post.</param>
public sealed class SarifReporter(ReportOptions options, bool isForUpload = false) : IReporter
{
    /// <summary>GitHub refuses a run with more than 25,000, and keeps 5,000 of them.</summary>
    private int MostResults => isForUpload ? 5_000 : 25_000;

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
        Judged[] findings = [.. run.Results.SelectMany(result => result.Findings.Where(finding => !isForUpload || finding.Suppression is null).Select(finding => new Judged(isForUpload ? finding with { Fixes = [] } : finding, result.Profile.Name)))];
        writer.WriteStartObject();
        WriteTool(rules, writer);
        WriteInvocation(new SarifNotifications(veil, rules).Of(run, Math.Max(0, findings.Length - MostResults)), writer);
        WriteResults(findings, new(new Sources(run), veil, rules, findings.Any(judged => judged.Finding.Suppression is not null)), writer);
        WriteProfiles(run, veil, writer);
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

    private void WriteResults(Judged[] findings, SarifResults results, Utf8JsonWriter writer)
    {
        writer.WriteStartArray("results");
        int written = 0;
        foreach (Judged judged in Heaviest(findings))
        {
            JsonSerializer.Serialize(writer, results.Map(judged.Finding, judged.Profile), SarifContext.Default.SarifResult);
            if (++written % ResultsPerFlush == 0) writer.Flush();
        }
        writer.WriteEndArray();
    }

    /// <summary>All findings in order; of too many, the open ones before the waived ones and the heavier before the lighter.</summary>
    private IEnumerable<Judged> Heaviest(Judged[] findings) => findings.Length <= MostResults
        ? findings
        : findings.OrderBy(judged => judged.Finding.Suppression is not null).ThenByDescending(judged => judged.Finding.Severity).Take(MostResults);

    /// <summary>Says of every submission, those without findings included, by which profile it was judged.</summary>
    private static void WriteProfiles(LintRun run, Veil veil, Utf8JsonWriter writer)
    {
        writer.WritePropertyName("properties");
        var submissions = new SarifRunProperties(
            [.. run.Results.Select(result => new SarifSubmission(veil.ShowPath(result.Submission.Name), result.Profile.Name, result.ToldBy is { } source ? Words.NameOf(source) : null))]);
        JsonSerializer.Serialize(writer, submissions, SarifContext.Default.SarifRunProperties);
    }

    /// <summary>A finding and the name of the profile it was judged by.</summary>
    private sealed record Judged(Finding Finding, string Profile);
}
