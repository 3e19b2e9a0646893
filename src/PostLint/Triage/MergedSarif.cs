using System.Text.Json;
using System.Text.Json.Nodes;

namespace PostLint.Triage;

/// <summary>Joins the SARIF of single submissions into one run within GitHub's limits: the heaviest submissions first, until it is full.</summary>
internal sealed class MergedSarif
{
    private const int MostResults = 5_000;      // GitHub keeps no more of a run
    private const long MostBytes = 30 << 20;    // unpacked; GitHub takes 10 MB packed

    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);
    private readonly JsonArray _rules = [];
    private readonly JsonArray _results = [];
    private readonly JsonArray _notifications = [];
    private readonly JsonArray _submissions = [];
    private JsonObject? _first;
    private long _bytes;

    /// <summary>Whether nothing more fits.</summary>
    public bool IsFull => _results.Count >= MostResults || _bytes >= MostBytes;

    /// <summary>Adds a submission; its paths then begin with its id.</summary>
    /// <param name="id">What the chair calls it.</param>
    /// <param name="sarif">The bytes of its SARIF.</param>
    public void Add(string id, byte[] sarif)
    {
        if (IsFull || JsonNode.Parse(sarif) is not JsonObject document || document["runs"]![0] is not JsonObject run) return;
        _bytes += sarif.Length;
        JsonArray rules = run["tool"]!["driver"]!["rules"]!.AsArray(), results = run["results"]!.AsArray();
        int[] map = [.. rules.Select(rule => IndexOf(rule!.AsObject()))];
        foreach (JsonNode? result in results.ToArray())
        {
            if (_results.Count >= MostResults) break;
            results.Remove(result);
            result!["ruleIndex"] = map[result["ruleIndex"]!.GetValue<int>()];
            Prefix(result, id);
            _results.Add(result);
        }
        foreach (JsonNode? notification in run["invocations"]![0]!["toolExecutionNotifications"]!.AsArray().ToArray())
        {
            notification!.Parent!.AsArray().Remove(notification);
            // The rule of a notification is told by its id; its index belongs to the other list.
            if (notification["associatedRule"] is JsonObject rule) rule["index"] = map[rule["index"]!.GetValue<int>()];
            Prefix(notification, id);
            _notifications.Add(notification);
        }
        foreach (JsonNode? submission in run["properties"]!["submissions"]!.AsArray().ToArray())
        {
            submission!.Parent!.AsArray().Remove(submission);
            _submissions.Add(submission);
        }
        _first ??= document;
    }

    /// <summary>Writes the document; nothing where there was no submission.</summary>
    public void Write(Stream output)
    {
        using var writer = new Utf8JsonWriter(output);
        if (_first is null)
        {
            new JsonObject { ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json", ["version"] = "2.1.0", ["runs"] = new JsonArray() }.WriteTo(writer);
            return;
        }
        JsonNode run = _first["runs"]![0]!;
        run["tool"]!["driver"]!["rules"] = _rules;
        run["results"] = _results;
        run["invocations"]![0]!["toolExecutionNotifications"] = _notifications;
        run["properties"]!["submissions"] = _submissions;
        _first.WriteTo(writer);
    }

    private int IndexOf(JsonObject rule)
    {
        string id = rule["id"]!.GetValue<string>();
        if (_indices.TryGetValue(id, out int index)) return index;
        _indices[id] = index = _rules.Count;
        _rules.Add(rule.DeepClone());
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
            if (name is "artifactLocation" && value!["uri"]!.GetValue<string>() is var uri && value["uriBaseId"] is not null) value["uri"] = $"{Uri.EscapeDataString(RunFolder.NameOf(id))}/{uri}";
            else if (value is not null) Prefix(value, id);
        }
    }
}
