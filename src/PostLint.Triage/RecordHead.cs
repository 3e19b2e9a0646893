using System.Text.Json;
using System.Text.Json.Serialization;
using PostLint.Facts;

namespace PostLint.Triage;

/// <summary>The short form of a record in which a run is ranked.</summary>
/// <param name="Id">What the chair calls it.</param>
/// <param name="Verdict">What is to be done.</param>
/// <param name="Lanes">The submission in each lane, in their order.</param>
/// <param name="Traces">What other submissions may share with it.</param>
[JsonConverter(typeof(RecordHeadConverter))]
internal sealed record RecordHead(string Id, Verdict Verdict, IReadOnlyList<LaneResult> Lanes, IReadOnlyList<SharedTrace> Traces)
{
    /// <summary>Tells the content and all that it was judged by; empty where no judgement was reached.</summary>
    public string Key { get; init; } = "";

    /// <summary>Tells the content alone, whatever it was judged by; empty where it could not be read.</summary>
    public string Content { get; init; } = "";

    /// <summary>Tells the state of its files without opening them; null where that cannot be told.</summary>
    public FolderStamp? Stamp { get; init; }

    /// <summary>The id alone of a head; null for a head of another version.</summary>
    /// <param name="json">The head as JSON.</param>
    internal static string? IdOf(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, isFinalBlock: false, default);
            bool isKnown =
                reader.Read()
                && reader.TokenType is JsonTokenType.StartArray
                && reader.Read()
                && reader.TokenType is JsonTokenType.Number
                && reader.TryGetInt32(out int version)
                && version == RecordHeadConverter.Version;
            return isKnown && reader.Read() && reader.TokenType is JsonTokenType.String ? reader.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Heads as lists of their values, since thousands are read at every start; the first is the version of the list.</summary>
internal sealed class RecordHeadConverter : JsonConverter<RecordHead>
{
    public const int Version = 3;

    /// <inheritdoc/>
    public override RecordHead Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.StartArray || Number(ref reader) != Version)
            throw new JsonException();
        string id = Text(ref reader);
        int verdict = Number(ref reader);
        var lanes = new LaneResult[Lanes.All.Count];
        for (int i = 0; i < lanes.Length; i++)
            lanes[i] = new(Lanes.All[i], (Verdict)Number(ref reader), Number(ref reader), Number(ref reader), Number(ref reader));
        string key = Text(ref reader),
            content = Text(ref reader);
        reader.Read();
        SharedTrace[] traces = SharedTrace.Read(reader.GetBytesFromBase64());
        string state = Text(ref reader);
        reader.Read();
        byte[] paths = reader.GetBytesFromBase64();
        if (!reader.Read() || reader.TokenType is not JsonTokenType.EndArray)
            throw new JsonException();
        return new(id, (Verdict)verdict, lanes, traces)
        {
            Key = key,
            Content = content,
            Stamp = state.Length == 0 ? null : new(state, paths),
        };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RecordHead value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(Version);
        writer.WriteStringValue(value.Id);
        writer.WriteNumberValue((int)value.Verdict);
        foreach (LaneResult lane in value.Lanes)
        {
            writer.WriteNumberValue((int)lane.Verdict);
            writer.WriteNumberValue(lane.Weight);
            writer.WriteNumberValue(lane.Places);
            writer.WriteNumberValue(lane.Top);
        }
        writer.WriteStringValue(value.Key);
        writer.WriteStringValue(value.Content);
        writer.WriteBase64StringValue(SharedTrace.BytesOf(value.Traces));
        writer.WriteStringValue(value.Stamp?.State ?? "");
        writer.WriteBase64StringValue(value.Stamp is { } stamp ? stamp.Paths.Span : []);
        writer.WriteEndArray();
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString()!;
    }

    private static int Number(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetInt32();
    }
}
