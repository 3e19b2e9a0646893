using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PostLint.Reporting;
using PostLint.Reporting.Sarif;

namespace PostLint.Triage;

/// <summary>Joins the SARIF of single submissions into one run within GitHub's limits: the heaviest submissions first, until it is full. Written as it comes; only the cards of the rules are kept.</summary>
internal sealed class MergedSarif : IDisposable
{
    private const int MostResults = 5_000;      // GitHub keeps no more of a run
    private const long MostBytes = 30 << 20;    // unpacked; GitHub takes 10 MB packed
    private const int BytesPerFlush = 1 << 16;

    private readonly Utf8JsonWriter _writer;
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);
    // As text: a node, and a copy of one, keeps the whole document that it was read with.
    private readonly List<string> _rules = [], _notifications = [], _submissions = [];
    private string? _head;
    private long _bytes;
    private int _results;

    /// <summary>Begins the document.</summary>
    /// <param name="output">Where it goes.</param>
    public MergedSarif(Stream output)
    {
        _writer = new(output);
        _writer.WriteStartObject();
        _writer.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        _writer.WriteString("version", "2.1.0");
        _writer.WriteStartArray("runs");
    }

    /// <summary>Whether nothing more fits.</summary>
    public bool IsFull => _results >= MostResults || _bytes >= MostBytes;

    /// <summary>Adds a submission; its paths then begin with its id.</summary>
    /// <param name="id">What the chair calls it.</param>
    /// <param name="sarif">The bytes of its SARIF.</param>
    /// <param name="links">What links it to others.</param>
    public void Add(string id, byte[] sarif, IReadOnlyList<SubmissionLink> links)
    {
        if (IsFull || JsonNode.Parse(sarif) is not JsonObject document || document["runs"]![0] is not JsonObject run) return;
        _bytes += sarif.Length;
        int[] map = [.. run["tool"]!["driver"]!["rules"]!.AsArray().Select(rule => IndexOf(rule!.AsObject()))];
        if (_head is null)
        {
            _head = new JsonObject(run.Where(member => member.Key is not "results").Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))).ToJsonString();
            _writer.WriteStartObject();
            _writer.WriteStartArray("results");
        }
        foreach (JsonNode? result in run["results"]!.AsArray())
        {
            if (_results++ >= MostResults) break;
            result!["ruleIndex"] = map[result["ruleIndex"]!.GetValue<int>()];
            Prefix(result, id);
            result.WriteTo(_writer);
        }
        foreach (SubmissionLink link in links)
        {
            if (_results++ >= MostResults) break;
            JsonSerializer.Serialize(_writer, ResultOf(link, id, run), SarifContext.Default.SarifResult);
        }
        foreach (JsonNode? notification in run["invocations"]![0]!["toolExecutionNotifications"]!.AsArray())
        {
            if (notification!["associatedRule"] is JsonObject rule) rule["index"] = map[rule["index"]!.GetValue<int>()];
            Prefix(notification, id);
            _notifications.Add(notification.ToJsonString());
        }
        foreach (JsonNode? submission in run["properties"]!["submissions"]!.AsArray()) _submissions.Add(submission!.ToJsonString());
        if (_writer.BytesPending > BytesPerFlush) _writer.Flush();
    }

    /// <summary>Ends the document.</summary>
    public void Finish()
    {
        if (_head is not null)
        {
            _writer.WriteEndArray();
            JsonObject head = JsonNode.Parse(_head)!.AsObject();
            head["tool"]!["driver"]!["rules"] = Joined(_rules);
            head["invocations"]![0]!["toolExecutionNotifications"] = Joined(_notifications);
            head["properties"]!["submissions"] = Joined(_submissions);
            foreach ((string name, JsonNode? value) in head)
            {
                _writer.WritePropertyName(name);
                value!.WriteTo(_writer);
            }
            _writer.WriteEndObject();
        }
        _writer.WriteEndArray();
        _writer.WriteEndObject();
        _writer.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    /// <summary>A link as a result, at the first file that anything was found in: it concerns the submission as a whole, and code scanning shows nothing without a file.</summary>
    private SarifResult ResultOf(SubmissionLink link, string id, JsonObject run)
    {
        TriageFinding finding = SharedWithOthers.Finding(link);
        int index = IndexOf(JsonSerializer.SerializeToNode(SarifRules.Describe(SharedWithOthers.Info, new()), SarifContext.Default.SarifRule)!.AsObject());
        string? uri = run["results"]!.AsArray().Select(result => result!["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]!.GetValue<string>()).FirstOrDefault();
        var place = new SarifLocation(new(new(uri ?? FolderOf(id), SarifPlaces.Root), null));
        string fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{id}\0{link.Kind}")).AsSpan(0, 16));
        return new(finding.Rule, index, finding.Severity, new(Words.Sentence(finding.Message)), [place], null, new Dictionary<string, string> { ["postlint/v1"] = fingerprint }, null, null, new("file", run["properties"]!["submissions"]!.AsArray().FirstOrDefault()?["profile"]?.GetValue<string>() ?? ""));
    }

    private static JsonArray Joined(IEnumerable<string> items) => [.. items.Select(item => JsonNode.Parse(item))];

    private static string FolderOf(string id) => Uri.EscapeDataString(RunFolder.NameOf(id));

    private int IndexOf(JsonObject rule)
    {
        string id = rule["id"]!.GetValue<string>();
        if (_indices.TryGetValue(id, out int index)) return index;
        _indices[id] = index = _rules.Count;
        _rules.Add(rule.ToJsonString());
        return index;
    }

    /// <summary>Puts the id before every path below, so that files of different submissions stay apart.</summary>
    private static void Prefix(JsonNode node, string id)
    {
        if (node is JsonArray list)
        {
            foreach (JsonNode? item in list)
            {
                if (item is not null) Prefix(item, id);
            }
        }
        if (node is not JsonObject members) return;
        foreach ((string name, JsonNode? value) in members.ToArray())
        {
            if (name is "artifactLocation" && value!["uri"]!.GetValue<string>() is var uri && value["uriBaseId"] is not null) value["uri"] = $"{FolderOf(id)}/{uri}";
            else if (value is not null) Prefix(value, id);
        }
    }
}
