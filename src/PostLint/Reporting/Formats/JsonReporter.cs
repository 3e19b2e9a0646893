using System.Text.Json;
using PostLint.Reporting.Json;
using PostLint.Rules;

namespace PostLint.Reporting.Formats;

/// <summary>
/// JSON for programs; docs/json.md describes the shape. All that is not ASCII is escaped: no terminal or log is disturbed by it.
/// </summary>
internal sealed class JsonReporter : IReporter
{
    /// <summary>Raised when a member changes its meaning or goes; new members may come at any time.</summary>
    private const int ShapeVersion = 1;

    /// <inheritdoc/>
    public string Name => "json";

    /// <inheritdoc/>
    public string Summary => "for programs, see docs/json.md";

    /// <inheritdoc/>
    public void Write(RedactedRun run, Stream output)
    {
        using (var writer = new Utf8JsonWriter(output, SafeJson.Options))
        {
            writer.WriteStartObject();
            WriteHead(run, writer);
            writer.WriteStartArray("submissions");
            foreach (RedactedSubmission submission in run.Submissions)
            {
                JsonSerializer.Serialize(writer, JsonMapping.Map(submission), JsonReportContext.Default.JsonSubmission);
                writer.Flush();
            }
            writer.WriteEndArray();
            writer.WriteStartArray("unread");
            foreach (RedactedGap unread in run.Unread)
            {
                JsonSerializer.Serialize(writer, JsonMapping.Map(unread), JsonReportContext.Default.JsonUnread);
            }
            writer.WriteEndArray();
            writer.WriteStartArray("excluded");
            foreach (RedactedExcluded excluded in run.Excluded)
                JsonSerializer.Serialize(writer, JsonMapping.Map(excluded), JsonReportContext.Default.JsonExcluded);
            writer.WriteEndArray();
            writer.WritePropertyName("counts");
            JsonSerializer.Serialize(writer, run.Tally, JsonReportContext.Default.Tally);
            writer.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    private static void WriteHead(RedactedRun run, Utf8JsonWriter writer)
    {
        writer.WriteNumber("version", ShapeVersion);
        writer.WritePropertyName("tool");
        JsonSerializer.Serialize(writer, new JsonTool("PostLint", run.Options.ToolVersion), JsonReportContext.Default.JsonTool);
        writer.WritePropertyName("profile");
        var profile = new JsonProfile(run.CommonProfile?.Name, Words.NameOf(run.Profile.Phase));
        JsonSerializer.Serialize(writer, profile, JsonReportContext.Default.JsonProfile);
        writer.WriteString("configuration", run.Configuration);
        writer.WriteBoolean("masked", !run.Options.Reveal);
    }
}
