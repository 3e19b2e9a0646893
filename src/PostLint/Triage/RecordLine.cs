using System.Text.Json;
using System.Text.Json.Serialization;

namespace PostLint.Triage;

/// <summary>The short form of a record in which a run is ranked.</summary>
/// <param name="Id">What the chair calls it.</param>
/// <param name="Verdict">What is to be done.</param>
/// <param name="Weight">How heavy its reasons are.</param>
/// <param name="Traces">What other submissions may share with it.</param>
public sealed record RecordHead(string Id, Verdict Verdict, int Weight, [property: JsonConverter(typeof(SharedTracesConverter))] IReadOnlyList<SharedTrace> Traces)
{
    /// <summary>Tells the content and all that it was judged by; empty where no judgement was reached.</summary>
    public string Key { get; init; } = "";

    /// <summary>Tells the state of its files without opening them; null where that cannot be told.</summary>
    public string? Stamp { get; init; }
}

/// <summary>
/// What was found in a submission as one line of bytes: its head, what may be shared, the columns, findings and images that only the chair sees, each as JSON, with tabs between; JSON itself
/// holds neither tabs nor line ends. So what is shared can be copied without a look at what is not.
/// </summary>
/// <param name="Head">The short form.</param>
/// <param name="Body">All but the head.</param>
public readonly record struct RecordLine(RecordHead Head, ReadOnlyMemory<byte> Body)
{
    private const byte Tab = (byte)'\t';
    private const int Parts = 4;

    /// <summary>What may be shared.</summary>
    public TriageRecord Record => JsonSerializer.Deserialize(Part(0).Span, TriageContext.Default.TriageRecord)!;

    /// <summary>Columns that only the chair sees, as JSON.</summary>
    public ReadOnlyMemory<byte> PrivateFields => Part(1);

    /// <summary>What only the chair sees of the findings, as JSON.</summary>
    public ReadOnlyMemory<byte> PrivateFindings => Part(2);

    /// <summary>Images that only the chair sees, as JSON.</summary>
    public ReadOnlyMemory<byte> Images => Part(3);

    /// <summary>The line of a submission.</summary>
    public static RecordLine Of(CheckedSubmission submission)
    {
        using var body = new MemoryStream();
        JsonSerializer.Serialize(body, submission.Record, TriageContext.Default.TriageRecord);
        body.WriteByte(Tab);
        JsonSerializer.Serialize(body, submission.PrivateFields, TriageContext.Default.IReadOnlyDictionaryStringString);
        body.WriteByte(Tab);
        JsonSerializer.Serialize(body, submission.PrivateFindings, TriageContext.Default.IReadOnlyListPrivateFinding);
        body.WriteByte(Tab);
        JsonSerializer.Serialize(body, submission.Images, TriageContext.Default.IReadOnlyDictionaryStringString);
        return new(new(submission.Record.Id, submission.Record.Verdict, submission.Record.Weight, submission.Traces), body.ToArray());
    }

    /// <summary>Reads a line without its line end.</summary>
    /// <returns>False where it is no whole one.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> line, out RecordLine read)
    {
        int end = line.Span.IndexOf(Tab);
        read = default;
        if (end < 0 || line.Span.Count(Tab) != Parts) return false;
        read = new(JsonSerializer.Deserialize(line.Span[..end], TriageContext.Default.RecordHead)!, line[(end + 1)..]);
        return true;
    }

    /// <summary>Writes the line without its line end.</summary>
    /// <returns>The number of bytes before the body.</returns>
    public int WriteTo(Stream output)
    {
        byte[] head = JsonSerializer.SerializeToUtf8Bytes(Head, TriageContext.Default.RecordHead);
        output.Write(head);
        output.WriteByte(Tab);
        output.Write(Body.Span);
        return head.Length + 1;
    }

    private ReadOnlyMemory<byte> Part(int index)
    {
        ReadOnlyMemory<byte> rest = Body;
        for (int i = 0; i < index; i++) rest = rest[(rest.Span.IndexOf(Tab) + 1)..];
        int end = rest.Span.IndexOf(Tab);
        return end < 0 ? rest : rest[..end];
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(TriageRecord))]
[JsonSerializable(typeof(IReadOnlyList<PrivateFinding>))]
[JsonSerializable(typeof(RecordHead))]
[JsonSerializable(typeof(TriageItem))]
internal sealed partial class TriageContext : JsonSerializerContext;
