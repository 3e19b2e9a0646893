using System.Text.Json;
using PostLint.Rules;

namespace PostLint.Reporting.Sarif;

/// <summary>SARIF 2.1.0 with one run, in the limits of GitHub's code scanning. All that is not ASCII is escaped.</summary>
/// <param name="run">What is told.</param>
/// <param name="mostResults">How many results are written; what is left out is said.</param>
/// <param name="isForUpload">Whether only open findings are written, without fixes.</param>
internal sealed class SarifWriter(RedactedRun run, int mostResults, bool isForUpload)
{
    private const int ResultsPerFlush = 100;

    /// <summary>Writes the document.</summary>
    public void Write(Stream output)
    {
        using (var writer = new Utf8JsonWriter(output, SafeJson.Options))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            writer.WriteString("version", "2.1.0");
            writer.WriteStartArray("runs");
            WriteRun(writer);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    private void WriteRun(Utf8JsonWriter writer)
    {
        var rules = new SarifRules(run);
        Judged[] findings =
        [
            .. run.Submissions.SelectMany(submission =>
                submission
                    .Findings.Where(finding => !isForUpload || finding.Suppression is null)
                    .Select(finding => new Judged(finding, submission.Profile.Name))
            ),
        ];
        writer.WriteStartObject();
        WriteTool(rules, writer);
        WriteInvocation(new SarifNotifications(rules).Of(run, Math.Max(0, findings.Length - mostResults)), writer);
        bool saysSuppression = findings.Any(judged => judged.Finding.Suppression is not null);
        WriteResults(findings, new(rules, saysSuppression, showsFixes: !isForUpload), writer);
        WriteProfiles(writer);
        writer.WriteEndObject();
    }

    private void WriteTool(SarifRules rules, Utf8JsonWriter writer)
    {
        writer.WritePropertyName("tool");
        string? site = run.Options.Site.Length > 0 ? run.Options.Site : null;
        var tool = new SarifTool(new("PostLint", site, run.Options.ToolVersion, run.Options.ToolVersion, rules.All));
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
            if (++written % ResultsPerFlush == 0)
                writer.Flush();
        }
        writer.WriteEndArray();
    }

    /// <summary>All findings in order; of too many, the open ones before the suppressed ones and the heavier before the lighter.</summary>
    private IEnumerable<Judged> Heaviest(Judged[] findings) =>
        findings.Length <= mostResults
            ? findings
            : findings
                .OrderBy(judged => judged.Finding.Suppression is not null)
                .ThenByDescending(judged => judged.Finding.Severity)
                .Take(mostResults);

    /// <summary>Says of every submission, those without findings included, by which profile it was judged.</summary>
    private void WriteProfiles(Utf8JsonWriter writer)
    {
        writer.WritePropertyName("properties");
        var submissions = new SarifRunProperties([
            .. run.Submissions.Select(submission => new SarifSubmission(
                submission.Name,
                submission.Profile.Name,
                submission.DetectedBy is { } source ? Words.NameOf(source) : null
            )),
        ]);
        JsonSerializer.Serialize(writer, submissions, SarifContext.Default.SarifRunProperties);
    }

    /// <summary>A finding and the name of the profile it was judged by.</summary>
    private sealed record Judged(RedactedFinding Finding, string Profile);
}
