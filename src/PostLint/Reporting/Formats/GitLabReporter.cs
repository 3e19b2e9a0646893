using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PostLint.Rules;

namespace PostLint.Reporting.Formats;

/// <summary>GitLab's report of code quality, which it shows in a merge request.</summary>
internal sealed class GitLabReporter : IReporter
{
    /// <inheritdoc/>
    public string Name => "gitlab";

    /// <inheritdoc/>
    public string Summary => "GitLab's report of code quality";

    /// <inheritdoc/>
    public void Write(RedactedRun run, Stream output)
    {
        // GitLab keeps one of several with the same fingerprint.
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        using (var json = new Utf8JsonWriter(output, SafeJson.Options))
        {
            json.WriteStartArray();
            foreach (RedactedFinding finding in run.OpenFindings)
            {
                Region? region = finding.Place.Inner is null ? finding.Place.TightRegion : null;
                string description = Words.Sentence(Words.OneLine(finding.Message));
                string severity = finding.Severity switch
                {
                    Severity.Error => "critical",
                    Severity.Warning => "major",
                    _ => "info",
                };
                Write(json, finding.Rule.Id, $"{description} {finding.Rule.Fix}", severity, finding.Place.Address, region);
                WriteFingerprint(json, finding.Fingerprint, seen);
            }
            foreach (RedactedGap unread in run.AllUnread)
            {
                Write(json, "not-read", $"Not read: {unread.Reason}", "critical", unread.Address, null);
                WriteFingerprint(json, Hash($"not-read:{unread.Address}"), seen);
            }
            foreach (RedactedStop stop in run.Stops)
            {
                Write(json, "not-fully-checked", Words.Of(stop), "critical", stop.Place?.Address ?? ".", null);
                WriteFingerprint(json, Hash($"not-fully-checked:{stop.Rule.Id}"), seen);
            }
            foreach (RedactedFault fault in run.Faults)
            {
                Write(json, "fault", $"fault of PostLint: {fault.What}", "critical", ".", null);
                WriteFingerprint(json, Hash($"fault:{fault.What}"), seen);
            }
            json.WriteEndArray();
        }
        output.WriteByte((byte)'\n');
    }

    /// <summary>Begins an issue; its fingerprint ends it.</summary>
    private static void Write(Utf8JsonWriter json, string rule, string description, string severity, string path, Region? region)
    {
        json.WriteStartObject();
        json.WriteString("description", description);
        json.WriteString("check_name", rule);
        json.WriteString("severity", severity);
        json.WriteStartObject("location");
        json.WriteString("path", path);
        json.WriteStartObject("lines");
        json.WriteNumber("begin", Math.Max(1, region?.Line ?? 1));
        if (region is { } lines && lines.EndLine > lines.Line)
            json.WriteNumber("end", lines.EndLine);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    private static void WriteFingerprint(Utf8JsonWriter json, string fingerprint, Dictionary<string, int> seen)
    {
        int before = seen.GetValueOrDefault(fingerprint);
        seen[fingerprint] = before + 1;
        json.WriteString("fingerprint", before == 0 ? fingerprint : $"{fingerprint}:{before}");
        json.WriteEndObject();
    }
}
