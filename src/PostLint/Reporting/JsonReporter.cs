using System.Text.Json;
using PostLint.Findings;
using PostLint.Reporting.Json;
using PostLint.Submissions;

namespace PostLint.Reporting;

/// <summary>JSON for programs; docs/json.md describes the shape. All that is not ASCII is escaped, so that no terminal or log is disturbed by it.</summary>
/// <param name="options">What to show.</param>
public sealed class JsonReporter(ReportOptions options) : IReporter
{
    /// <summary>Raised when a member changes its meaning or goes; new members may come at any time.</summary>
    private const int ShapeVersion = 1;

    /// <inheritdoc/>
    public void Write(LintRun run, Stream output)
    {
        using (var writer = new Utf8JsonWriter(output))
        {
            var mapping = new JsonMapping(new Sources(run), new Veil(run, options));
            writer.WriteStartObject();
            WriteHead(run, writer);
            WriteSubmissions(run, mapping, writer);
            WriteUnread(run, mapping, writer);
            writer.WritePropertyName("counts");
            JsonSerializer.Serialize(writer, Tally.Of(run), JsonReportContext.Default.Tally);
            writer.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    private void WriteHead(LintRun run, Utf8JsonWriter writer)
    {
        writer.WriteNumber("version", ShapeVersion);
        writer.WritePropertyName("tool");
        JsonSerializer.Serialize(writer, new JsonTool("PostLint", options.ToolVersion), JsonReportContext.Default.JsonTool);
        writer.WritePropertyName("profile");
        JsonSerializer.Serialize(writer, new JsonProfile(run.CommonProfile?.Name, Words.NameOf(run.Profile.Phase)), JsonReportContext.Default.JsonProfile);
        writer.WriteString("configuration", run.ConfigurationPath);
        writer.WriteBoolean("masked", !options.Reveal);
    }

    private static void WriteSubmissions(LintRun run, JsonMapping mapping, Utf8JsonWriter writer)
    {
        writer.WriteStartArray("submissions");
        foreach (SubmissionResult result in run.Results)
        {
            JsonSerializer.Serialize(writer, mapping.Map(result), JsonReportContext.Default.JsonSubmission);
            writer.Flush();
        }
        writer.WriteEndArray();
    }

    private static void WriteUnread(LintRun run, JsonMapping mapping, Utf8JsonWriter writer)
    {
        writer.WriteStartArray("unread");
        foreach (Unread unread in run.Unread) JsonSerializer.Serialize(writer, mapping.Map(unread), JsonReportContext.Default.JsonUnread);
        writer.WriteEndArray();
    }
}
