using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PostLint.Reporting;
using PostLint.Reporting.Sarif;
using PostLint.Rules;

namespace PostLint.Triage;

/// <summary>
/// Joins the SARIF of single submissions into one run within GitHub's limits: the heaviest submissions first, until it is full. Written as
/// it comes; only the cards of the rules are kept.
/// </summary>
internal sealed class MergedSarif : IDisposable
{
    private const int MostResults = 5_000; // GitHub keeps no more of a run
    private const long MostBytes = 30 << 20; // unpacked; GitHub takes 10 MB packed
    private const int BytesPerFlush = 1 << 16;

    private readonly Utf8JsonWriter _writer;
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);

    // As text: a node, and a copy of one, keeps the whole document that it was read with.
    private readonly List<string> _rules = [],
        _notifications = [],
        _submissions = [];
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
        if (IsFull)
            return;
        _bytes += sarif.Length;
        using JsonDocument document = JsonDocument.Parse(sarif);
        JsonElement run = document.RootElement.GetProperty("runs"u8)[0];
        var moved = new Move(
            $"{FolderOf(id)}/",
            [
                .. run.GetProperty("tool"u8)
                    .GetProperty("driver"u8)
                    .GetProperty("rules"u8)
                    .EnumerateArray()
                    .Select(rule => IndexOf(rule.GetProperty("id"u8).GetString()!, rule.GetRawText)),
            ]
        );
        if (_head is null)
        {
            _head = new JsonObject(
                run.EnumerateObject()
                    .Where(member => !member.NameEquals("results"u8))
                    .Select(member => KeyValuePair.Create(member.Name, JsonNode.Parse(member.Value.GetRawText())))
            ).ToJsonString();
            _writer.WriteStartObject();
            _writer.WriteStartArray("results");
        }
        foreach (JsonElement result in run.GetProperty("results"u8).EnumerateArray())
        {
            if (_results++ >= MostResults)
                break;
            Write(_writer, result, moved);
        }
        foreach (SubmissionLink link in links)
        {
            if (_results++ >= MostResults)
                break;
            JsonSerializer.Serialize(_writer, ResultOf(link, id, run), SarifContext.Default.SarifResult);
        }
        foreach (
            JsonElement notification in run.GetProperty("invocations"u8)[0].GetProperty("toolExecutionNotifications"u8).EnumerateArray()
        )
            _notifications.Add(TextOf(notification, moved));
        foreach (JsonElement submission in run.GetProperty("properties"u8).GetProperty("submissions"u8).EnumerateArray())
            _submissions.Add(submission.GetRawText());
        if (_writer.BytesPending > BytesPerFlush)
            _writer.Flush();
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

    /// <summary>
    /// A link as a result, at the first file that anything was found in: it concerns the submission as a whole, and code scanning shows
    /// nothing without a file.
    /// </summary>
    private SarifResult ResultOf(SubmissionLink link, string id, JsonElement run)
    {
        TriageFinding finding = SharedWithOthers.Finding(link);
        int index = IndexOf(finding.Rule, () =>
            JsonSerializer.Serialize(SarifRules.Describe(SharedWithOthers.Descriptor, new()), SarifContext.Default.SarifRule)
        );
        string? uri = run.GetProperty("results"u8)
            .EnumerateArray()
            .Select(result =>
                result
                    .GetProperty("locations"u8)[0]
                    .GetProperty("physicalLocation"u8)
                    .GetProperty("artifactLocation"u8)
                    .GetProperty("uri"u8)
                    .GetString()
            )
            .FirstOrDefault();
        var place = new SarifLocation(new(new(uri is null ? FolderOf(id) : $"{FolderOf(id)}/{uri}", SarifPlaces.Root), null));
        string fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{id}\0{link.Kind}")).AsSpan(0, 16));
        return new(
            finding.Rule,
            index,
            finding.Severity,
            new(Words.Sentence(finding.Message)),
            [place],
            null,
            new Dictionary<string, string> { ["postlint/v1"] = fingerprint },
            null,
            null,
            new(
                "file",
                run.GetProperty("properties"u8)
                    .GetProperty("submissions"u8)
                    .EnumerateArray()
                    .Select(submission => submission.GetProperty("profile"u8).GetString())
                    .FirstOrDefault()
                    ?? ""
            )
        );
    }

    private static JsonArray Joined(IEnumerable<string> items) => [.. items.Select(item => JsonNode.Parse(item))];

    private static string FolderOf(string id) => Uri.EscapeDataString(RunFolder.NameOf(id));

    private int IndexOf(string id, Func<string> rule)
    {
        if (_indices.TryGetValue(id, out int index))
            return index;
        _indices[id] = index = _rules.Count;
        _rules.Add(rule());
        return index;
    }

    private static string TextOf(JsonElement element, Move moved)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text))
            Write(writer, element, moved);
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    /// <summary>
    /// Copies a value; paths below begin with the submission's folder, so that files of different submissions stay apart, and rules are
    /// found where the joined list has them.
    /// </summary>
    private static void Write(Utf8JsonWriter writer, JsonElement element, Move moved)
    {
        if (element.ValueKind is JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (JsonElement item in element.EnumerateArray())
                Write(writer, item, moved);
            writer.WriteEndArray();
            return;
        }
        if (element.ValueKind is not JsonValueKind.Object)
        {
            element.WriteTo(writer);
            return;
        }
        writer.WriteStartObject();
        bool isPlace = element.TryGetProperty("uriBaseId"u8, out _);
        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (isPlace && member.NameEquals("uri"u8))
                writer.WriteString("uri"u8, moved.Folder + member.Value.GetString());
            else if (member.NameEquals("ruleIndex"u8) || member.NameEquals("index"u8))
                writer.WriteNumber(JsonMarshal.GetRawUtf8PropertyName(member), moved.Rules[member.Value.GetInt32()]);
            else
            {
                writer.WritePropertyName(JsonMarshal.GetRawUtf8PropertyName(member));
                Write(writer, member.Value, moved);
            }
        }
        writer.WriteEndObject();
    }

    /// <summary>What changes when the SARIF of a submission is joined with others.</summary>
    /// <param name="Folder">Comes before its paths.</param>
    /// <param name="Rules">The index in the joined list of each of its rules.</param>
    private readonly record struct Move(string Folder, int[] Rules);
}
