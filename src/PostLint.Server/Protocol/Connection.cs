using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PostLint.Server.Protocol;

/// <summary>A message that came in.</summary>
/// <param name="Method">What is asked or told; null for an answer.</param>
/// <param name="Id">The number or name of a request; null for what needs no answer.</param>
/// <param name="Parameters">What belongs to it.</param>
internal sealed record Incoming(string? Method, JsonElement? Id, JsonElement Parameters)
{
    /// <summary>The parameters as what the method takes.</summary>
    /// <exception cref="JsonException">They are something else.</exception>
    public T As<T>(JsonTypeInfo<T> type) => Parameters.Deserialize(type) ?? throw new JsonException("The parameters are missing.");
}

/// <summary>JSON-RPC 2.0 over two streams, each message behind a header with its length. Many threads may send.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The streams belong to whoever opened them; the buffer would close one.")]
internal sealed class Connection(Stream input, Stream output)
{
    /// <summary>No editor sends more; whoever does has lost the thread.</summary>
    private const int MostBytes = 256 << 20;

    private const int LongestHeader = 1 << 10;

    public const int ParseError = -32700,
        InvalidRequest = -32600,
        MethodNotFound = -32601,
        InvalidParameters = -32602,
        InternalError = -32603,
        NotInitialized = -32002,
        Cancelled = -32800;

    private readonly Lock _sending = new();
    private readonly BufferedStream _input = new(input);
    private readonly List<byte> _header = [];
    private int _requests;

    /// <summary>Reads the next message; null at the end of the input.</summary>
    /// <exception cref="InvalidDataException">What comes in is no message; nothing behind it can be read.</exception>
    /// <exception cref="JsonException">The message is no JSON; the next one can be read.</exception>
    public Incoming? Read()
    {
        if (ReadHeader() is not { } length)
            return null;
        byte[] content = new byte[length];
        try
        {
            _input.ReadExactly(content);
        }
        catch (EndOfStreamException)
        {
            return null;
        }
        using JsonDocument document = JsonDocument.Parse(content);
        JsonElement root = document.RootElement;
        if (root.ValueKind is not JsonValueKind.Object)
            throw new JsonException("A message is an object.");
        string? method =
            root.TryGetProperty("method", out JsonElement named) && named.ValueKind is JsonValueKind.String ? named.GetString() : null;
        JsonElement? id = root.TryGetProperty("id", out JsonElement given) ? given.Clone() : null;
        return new(method, id, root.TryGetProperty("params", out JsonElement parameters) ? parameters.Clone() : default);
    }

    /// <summary>Tells something.</summary>
    public void Notify<T>(string method, T parameters, JsonTypeInfo<T> type) =>
        Send(json =>
        {
            json.WriteString("method", method);
            json.WritePropertyName("params");
            JsonSerializer.Serialize(json, parameters, type);
        });

    /// <summary>Asks for something whose answer is of no interest.</summary>
    public void Request<T>(string method, T parameters, JsonTypeInfo<T> type) =>
        Send(json =>
        {
            json.WriteNumber("id", Interlocked.Increment(ref _requests));
            json.WriteString("method", method);
            json.WritePropertyName("params");
            JsonSerializer.Serialize(json, parameters, type);
        });

    /// <summary>Answers a request; with null where there is nothing to say.</summary>
    public void Answer<T>(JsonElement id, T? result, JsonTypeInfo<T> type)
        where T : class =>
        Send(json =>
        {
            WriteId(json, id);
            json.WritePropertyName("result");
            if (result is null)
                json.WriteNullValue();
            else
                JsonSerializer.Serialize(json, result, type);
        });

    /// <summary>Answers a request whose result is always null.</summary>
    public void Answer(JsonElement id) =>
        Send(json =>
        {
            WriteId(json, id);
            json.WriteNull("result");
        });

    /// <summary>Refuses a request.</summary>
    public void Refuse(JsonElement? id, int code, string message) =>
        Send(json =>
        {
            if (id is { } known)
                WriteId(json, known);
            else
                json.WriteNull("id");
            json.WriteStartObject("error");
            json.WriteNumber("code", code);
            json.WriteString("message", message);
            json.WriteEndObject();
        });

    private static void WriteId(Utf8JsonWriter json, JsonElement id)
    {
        json.WritePropertyName("id");
        id.WriteTo(json);
    }

    private void Send(Action<Utf8JsonWriter> write)
    {
        var content = new MemoryStream();
        using (var json = new Utf8JsonWriter(content))
        {
            json.WriteStartObject();
            json.WriteString("jsonrpc", "2.0");
            write(json);
            json.WriteEndObject();
        }
        byte[] header = Encoding.ASCII.GetBytes($"Content-Length: {content.Length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n");
        lock (_sending)
        {
            output.Write(header);
            content.WriteTo(output);
            output.Flush();
        }
    }

    /// <summary>The length that a header tells; null at the end of the input.</summary>
    private int? ReadHeader()
    {
        int? length = null;
        while (true)
        {
            if (ReadLine() is not { } line)
                return null;
            if (line.Length == 0)
            {
                return length is { } known and >= 0 and <= MostBytes
                    ? known
                    : throw new InvalidDataException("A message has no length, or one that nobody sends.");
            }
            string[] parts = line.Split(':', 2, StringSplitOptions.TrimEntries);
            if (parts is [var name, var value] && name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                length = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1;
        }
    }

    private string? ReadLine()
    {
        _header.Clear();
        while (true)
        {
            int next = _input.ReadByte();
            if (next < 0)
                return null;
            if (next == '\n')
                return Encoding.ASCII.GetString([.. _header]).TrimEnd('\r');
            if (_header.Count == LongestHeader)
                throw new InvalidDataException("A header is longer than any that is sent.");
            _header.Add((byte)next);
        }
    }
}
