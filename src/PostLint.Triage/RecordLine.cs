using System.Text.Json;
using System.Text.Json.Serialization;

namespace PostLint.Triage;

/// <summary>
/// What was found in a submission as one line of bytes: its head, what may be shared, the columns, findings and images that only the chair
/// sees, each as JSON, with tabs between; JSON itself
/// holds neither tabs nor line ends. So what is shared can be copied without a look at what is not.
/// </summary>
/// <param name="Bytes">The line, without its line end.</param>
internal readonly record struct RecordLine(ReadOnlyMemory<byte> Bytes)
{
    private const byte Tab = (byte)'\t';
    private const int Parts = 5;

    /// <summary>The short form; read anew each time.</summary>
    public RecordHead Head => JsonSerializer.Deserialize(Part(0).Span, TriageContext.Default.RecordHead)!;

    /// <summary>What may be shared; read anew each time.</summary>
    public TriageRecord Record => JsonSerializer.Deserialize(Shared.Span, TriageContext.Default.TriageRecord)!;

    /// <summary>What may be shared, as JSON.</summary>
    public ReadOnlyMemory<byte> Shared => Part(1);

    /// <summary>Columns that only the chair sees, as JSON.</summary>
    public ReadOnlyMemory<byte> PrivateFields => Part(2);

    /// <summary>What only the chair sees of the findings, as JSON.</summary>
    public ReadOnlyMemory<byte> PrivateFindings => Part(3);

    /// <summary>Columns that only the chair sees; read anew each time.</summary>
    public IReadOnlyDictionary<string, string> PrivateColumns =>
        JsonSerializer.Deserialize(PrivateFields.Span, TriageContext.Default.IReadOnlyDictionaryStringString)!;

    /// <summary>What only the chair sees of the findings; read anew each time.</summary>
    internal IReadOnlyList<PrivateFinding> OwnFindings =>
        JsonSerializer.Deserialize(PrivateFindings.Span, TriageContext.Default.IReadOnlyListPrivateFinding)!;

    /// <summary>Images that only the chair sees, as JSON.</summary>
    public ReadOnlyMemory<byte> Images => Part(4);

    /// <summary>The line of a submission.</summary>
    public static RecordLine Of(CheckedSubmission submission)
    {
        using var line = new MemoryStream();
        JsonSerializer.Serialize(
            line,
            new(submission.Record.Id, submission.Record.Verdict, submission.Record.Lanes, submission.Traces),
            TriageContext.Default.RecordHead
        );
        line.WriteByte(Tab);
        JsonSerializer.Serialize(line, submission.Record, TriageContext.Default.TriageRecord);
        line.WriteByte(Tab);
        JsonSerializer.Serialize(line, submission.PrivateFields, TriageContext.Default.IReadOnlyDictionaryStringString);
        line.WriteByte(Tab);
        JsonSerializer.Serialize(line, submission.PrivateFindings, TriageContext.Default.IReadOnlyListPrivateFinding);
        line.WriteByte(Tab);
        JsonSerializer.Serialize(line, submission.Images, TriageContext.Default.IReadOnlyDictionaryStringString);
        return new(line.ToArray());
    }

    /// <summary>The line with another head.</summary>
    public RecordLine With(RecordHead head)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(head, TriageContext.Default.RecordHead);
        return new((byte[])[.. json, .. Bytes.Span[Part(0).Length..]]);
    }

    /// <summary>Reads a line without its line end.</summary>
    /// <returns>False where it is no whole one, or one of another version.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> line, out RecordLine read)
    {
        read = new(line);
        return line.Span.Count(Tab) == Parts - 1 && read.Id is not null;
    }

    /// <summary>How many bytes the head has.</summary>
    internal int HeadLength => Part(0).Length;

    /// <summary>What the chair calls the submission; null for a line of another version.</summary>
    internal string? Id => RecordHead.IdOf(Part(0).Span);

    private ReadOnlyMemory<byte> Part(int index)
    {
        ReadOnlyMemory<byte> rest = Bytes;
        for (int i = 0; i < index; i++)
            rest = rest[(rest.Span.IndexOf(Tab) + 1)..];
        int end = rest.Span.IndexOf(Tab);
        return end < 0 ? rest : rest[..end];
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(TriageRecord))]
[JsonSerializable(typeof(TriageRow))]
[JsonSerializable(typeof(IReadOnlyList<PrivateFinding>))]
[JsonSerializable(typeof(RecordHead))]
[JsonSerializable(typeof(TriageItem))]
internal sealed partial class TriageContext : JsonSerializerContext;
