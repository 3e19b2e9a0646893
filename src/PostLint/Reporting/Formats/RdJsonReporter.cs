using System.Text.Json;
using PostLint.Rules;

namespace PostLint.Reporting.Formats;

/// <summary>
/// The format of reviewdog, which comments on the lines of a change and suggests fixes. Its columns count bytes of UTF-8.
/// </summary>
internal sealed class RdJsonReporter : IReporter
{
    /// <inheritdoc/>
    public string Name => "rdjson";

    /// <inheritdoc/>
    public string Summary => "for reviewdog, with suggested fixes";

    /// <inheritdoc/>
    public void Write(RedactedRun run, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, SafeJson.Options))
        {
            json.WriteStartObject();
            json.WriteStartObject("source");
            json.WriteString("name", "PostLint");
            if (run.Options.Site.Length > 0)
                json.WriteString("url", run.Options.Site);
            json.WriteEndObject();
            json.WriteStartArray("diagnostics");
            foreach (RedactedFinding finding in run.OpenFindings)
                Write(json, finding, run.Options);
            foreach (RedactedGap unread in run.AllUnread)
                WriteTrouble(json, $"not read: {unread.Reason}", unread.Address);
            foreach (RedactedStop stop in run.Stops)
                WriteTrouble(json, Words.Of(stop), stop.Place?.Address ?? ".");
            foreach (RedactedFault fault in run.Faults)
                WriteTrouble(json, $"fault of PostLint: {fault.What}", ".");
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, RedactedFinding finding, ReportOptions options)
    {
        json.WriteStartObject();
        json.WriteString("message", $"{Words.Sentence(Words.OneLine(finding.Message))} {Words.OneLine(finding.Rule.Fix)}");
        json.WriteStartObject("location");
        json.WriteString("path", finding.Place.Address);
        if (finding.Place.Inner is null && finding.Place.Utf8Region is { } region)
            WriteRange(json, region);
        json.WriteEndObject();
        json.WriteString(
            "severity",
            finding.Severity switch
            {
                Severity.Error => "ERROR",
                Severity.Warning => "WARNING",
                _ => "INFO",
            }
        );
        json.WriteStartObject("code");
        json.WriteString("value", finding.Rule.Id);
        if (options.PageOf(finding.Rule.Id) is { } page)
            json.WriteString("url", page);
        json.WriteEndObject();
        RedactedFix[] fixes = [.. finding.Fixes.Where(fix => fix.IsSafe && IsSuggestible(fix))];
        if (fixes.Length > 0)
        {
            json.WriteStartArray("suggestions");
            foreach (RedactedFix fix in fixes)
            {
                json.WriteStartObject();
                WriteRange(json, fix.Place.Utf8Region!.Value);
                json.WriteString("text", fix.Replacement);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static bool IsSuggestible(RedactedFix fix) =>
        fix is { Kind: FixKind.Text, Replacement: not null, Place: { Inner: null, Utf8Region: { Column: > 0 } } };

    private static void WriteRange(Utf8JsonWriter json, Region region)
    {
        json.WriteStartObject("range");
        WritePosition(json, "start", region.Line, region.Column);
        WritePosition(json, "end", region.EndLine, region.EndColumn);
        json.WriteEndObject();
    }

    private static void WritePosition(Utf8JsonWriter json, string name, int line, int column)
    {
        json.WriteStartObject(name);
        json.WriteNumber("line", line);
        if (column > 0)
            json.WriteNumber("column", column);
        json.WriteEndObject();
    }

    private static void WriteTrouble(Utf8JsonWriter json, string message, string path)
    {
        json.WriteStartObject();
        json.WriteString("message", message);
        json.WriteStartObject("location");
        json.WriteString("path", path);
        json.WriteEndObject();
        json.WriteString("severity", "ERROR");
        json.WriteEndObject();
    }
}
