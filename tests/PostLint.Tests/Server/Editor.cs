using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using PostLint.Cli;
using PostLint.Tests.Submissions;

namespace PostLint.Tests.Server;

/// <summary>An editor that talks to the server as <c>postlint server</c> runs it, over pipes, in a folder of its own.</summary>
internal sealed class Editor : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Pipe _sent = new();
    private readonly Pipe _received = new();
    private readonly Stream _out;
    private readonly Stream _in;
    private readonly Channel<JsonElement> _messages = Channel.CreateUnbounded<JsonElement>();
    private readonly Dictionary<string, int> _versions = [];
    private int _requests;

    public Editor()
    {
        _out = _sent.Writer.AsStream();
        _in = _received.Reader.AsStream();
        var host = new Host(_sent.Reader.AsStream(), _received.Writer.AsStream(), TextWriter.Null, _folder.Path, _ => null);
        Server = Task.Run(() => CommandLine.Run(["server"], host));
        _ = Task.Run(Receive);
    }

    public string Folder => _folder.Path;

    public Task<int> Server { get; }

    public async Task<JsonElement> InitializeAsync(object? options = null)
    {
        JsonElement answer = await AskAsync(
            "initialize",
            new
            {
                processId = 1,
                rootUri = Uri(""),
                capabilities = new { },
                initializationOptions = options,
            }
        );
        Tell("initialized", new { });
        return answer;
    }

    public string Uri(string path) => new Uri(Path.Combine(Folder, path)).AbsoluteUri;

    public string Write(string path, string text)
    {
        string full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return Uri(path);
    }

    public void Open(string uri, string text)
    {
        _versions[uri] = 1;
        Tell(
            "textDocument/didOpen",
            new
            {
                textDocument = new
                {
                    uri,
                    languageId = "markdown",
                    version = 1,
                    text,
                },
            }
        );
    }

    public void Change(string uri, params object[] changes) =>
        Tell("textDocument/didChange", new { textDocument = new { uri, version = ++_versions[uri] }, contentChanges = changes });

    public void Tell(string method, object parameters) =>
        Send(
            new
            {
                jsonrpc = "2.0",
                method,
                @params = parameters,
            }
        );

    public async Task<JsonElement> AskAsync(string method, object parameters)
    {
        int id = ++_requests;
        Send(
            new
            {
                jsonrpc = "2.0",
                id,
                method,
                @params = parameters,
            }
        );
        return await NextAsync(message =>
            message.TryGetProperty("id", out JsonElement given)
            && given.ValueKind is JsonValueKind.Number
            && given.GetInt32() == id
            && !message.TryGetProperty("method", out _)
        );
    }

    /// <summary>The diagnostics of a document at its present version, by rule.</summary>
    public async Task<JsonElement[]> DiagnosticsAsync(string uri)
    {
        JsonElement message = await NextAsync(message =>
            IsNotification(message, "textDocument/publishDiagnostics")
            && message.GetProperty("params").GetProperty("uri").GetString() == uri
            && (
                !message.GetProperty("params").TryGetProperty("version", out JsonElement version)
                || version.GetInt32() == _versions.GetValueOrDefault(uri)
            )
        );
        return [.. message.GetProperty("params").GetProperty("diagnostics").EnumerateArray()];
    }

    /// <summary>The next message of a kind; what comes before it is passed over.</summary>
    public async Task<JsonElement> NextAsync(Func<JsonElement, bool> isWanted)
    {
        // Only an answer that never comes takes so long.
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            JsonElement message = await _messages.Reader.ReadAsync(patience.Token);
            if (isWanted(message))
                return message;
        }
    }

    public static bool IsNotification(JsonElement message, string method) =>
        message.TryGetProperty("method", out JsonElement named) && named.GetString() == method;

    public void SendRaw(string text)
    {
        _out.Write(Encoding.UTF8.GetBytes(text));
        _out.Flush();
    }

    public void HangUp() => _out.Dispose();

    public void Dispose()
    {
        _out.Dispose();
        Server.Wait(TimeSpan.FromMinutes(1));
        _in.Dispose();
        _folder.Dispose();
    }

    private void Send(object message)
    {
        string json = JsonSerializer.Serialize(message);
        SendRaw($"Content-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");
    }

    private void Receive()
    {
        using var reader = new BinaryReader(_in, Encoding.UTF8);
        try
        {
            while (true)
            {
                var header = new StringBuilder();
                while (!header.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
                    header.Append((char)reader.ReadByte());
                int length = int.Parse(header.ToString().Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
                byte[] content = new byte[length];
                _in.ReadExactly(content);
                using JsonDocument document = JsonDocument.Parse(content);
                _messages.Writer.TryWrite(document.RootElement.Clone());
            }
        }
        catch (Exception ended) when (ended is EndOfStreamException or ObjectDisposedException or InvalidOperationException)
        {
            _messages.Writer.TryComplete();
        }
    }
}
