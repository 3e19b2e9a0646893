using System.Collections.Concurrent;
using System.Text.Json;
using PostLint.Server.Protocol;

namespace PostLint.Server;

/// <summary>
/// The language server: reads messages one after another, keeps the open texts, and checks what changes. A check that is outdated by a
/// further change is cancelled and never told.
/// </summary>
public sealed class LanguageServer
{
    private readonly Connection _connection;
    private readonly ServerOptions _options;
    private readonly Workspace _workspace;
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _requests = new(StringComparer.Ordinal);
    private readonly List<Task> _answers = [];
    private bool _watchesFiles;
    private bool _isInitialized;
    private bool _isShutDown;

    /// <summary>Connects to an editor.</summary>
    /// <param name="input">What the editor sends.</param>
    /// <param name="output">Where answers go; nothing else may be written to it.</param>
    /// <param name="options">How posts are checked.</param>
    public LanguageServer(Stream input, Stream output, ServerOptions options)
    {
        (_connection, _options) = (new(input, output), options);
        _workspace = new(_connection, options);
    }

    /// <summary>Serves until the editor ends it, or its input ends.</summary>
    /// <returns>0 where the editor ended it in order, else 1.</returns>
    public int Run()
    {
        try
        {
            while (true)
            {
                try
                {
                    if (_connection.Read() is not { } message || message.Method is "exit")
                        return _isShutDown ? 0 : 1;
                    Take(message);
                }
                catch (JsonException)
                {
                    _connection.Refuse(null, Connection.ParseError, "The message is no JSON of the protocol.");
                }
            }
        }
        catch (InvalidDataException broken)
        {
            _connection.Refuse(null, Connection.InvalidRequest, broken.Message);
            return 1;
        }
        catch (IOException)
        {
            return 1; // the editor is gone
        }
        finally
        {
            _workspace.Stop();
            Task.WaitAll([.. _answers.Where(answer => !answer.IsCompleted)], TimeSpan.FromSeconds(1));
        }
    }

    private void Take(Incoming message)
    {
        if (message.Method is not { } method)
            return; // an answer to a registration
        if (message.Id is not { } id)
        {
            if (_isInitialized)
                Told(method, message);
            return;
        }
        if (!_isInitialized && method is not "initialize")
            _connection.Refuse(id, Connection.NotInitialized, "The first request has to be initialize.");
        else if (_isShutDown)
            _connection.Refuse(id, Connection.InvalidRequest, "The server is shut down.");
        else
            Asked(method, id, message);
    }

    private void Told(string method, Incoming message)
    {
        switch (method)
        {
            case "initialized":
                RegisterWatch();
                break;
            case "textDocument/didOpen":
                _workspace.Open(message.As(ProtocolContext.Default.DidOpenParams).TextDocument);
                break;
            case "textDocument/didChange":
                _workspace.Change(message.As(ProtocolContext.Default.DidChangeParams));
                break;
            case "textDocument/didSave":
                _workspace.Saved(message.As(ProtocolContext.Default.DocumentParams).TextDocument.Uri);
                break;
            case "textDocument/didClose":
                _workspace.Close(message.As(ProtocolContext.Default.DocumentParams).TextDocument.Uri);
                break;
            case "workspace/didChangeWatchedFiles":
                _workspace.FilesChanged([.. message.As(ProtocolContext.Default.ChangedFilesParams).Changes.Select(change => change.Uri)]);
                break;
            case "workspace/didChangeConfiguration":
                if (message.As(ProtocolContext.Default.ConfigurationParams).Settings?.Postlint is { } settings)
                    _workspace.Set(settings);
                break;
            case "$/cancelRequest":
                string key = message.As(ProtocolContext.Default.CancelParams).Id.ToString();
                if (_requests.TryGetValue(key, out CancellationTokenSource? request))
                    request.Cancel();
                break;
        }
    }

    private void Asked(string method, JsonElement id, Incoming message)
    {
        try
        {
            switch (method)
            {
                case "initialize":
                    Initialize(id, message.As(ProtocolContext.Default.InitializeParams));
                    break;
                case "shutdown":
                    _isShutDown = true;
                    _connection.Answer(id);
                    break;
                case "textDocument/hover":
                    HoverParams hover = message.As(ProtocolContext.Default.HoverParams);
                    AnswerLater(id, async token =>
                    {
                        Snapshot? snapshot = await _workspace.CheckedAsync(hover.TextDocument.Uri, token).ConfigureAwait(false);
                        _connection.Answer(
                            id,
                            snapshot is null ? null : Hovers.At(snapshot, hover.Position, _options),
                            ProtocolContext.Default.Hover
                        );
                    });
                    break;
                case "textDocument/codeAction":
                    CodeActionParams asked = message.As(ProtocolContext.Default.CodeActionParams);
                    AnswerLater(id, async token =>
                    {
                        Snapshot? snapshot = await _workspace.CheckedAsync(asked.TextDocument.Uri, token).ConfigureAwait(false);
                        IReadOnlyList<CodeAction> actions = snapshot is null ? [] : CodeActions.For(snapshot, asked, _options);
                        _connection.Answer(id, actions, ProtocolContext.Default.IReadOnlyListCodeAction);
                    });
                    break;
                case "textDocument/documentLink":
                    string uri = message.As(ProtocolContext.Default.DocumentParams).TextDocument.Uri;
                    IReadOnlyList<DocumentLink> links = _workspace.TextOf(uri) is { } text ? Links.In(text, _options.PageOf) : [];
                    _connection.Answer(id, links, ProtocolContext.Default.IReadOnlyListDocumentLink);
                    break;
                default:
                    _connection.Refuse(id, Connection.MethodNotFound, $"The server does not know {method}.");
                    break;
            }
        }
        catch (JsonException)
        {
            _connection.Refuse(id, Connection.InvalidParameters, $"These are no parameters of {method}.");
        }
    }

    /// <summary>Answers a request when what it is about is checked; further messages are read meanwhile.</summary>
    private void AnswerLater(JsonElement id, Func<CancellationToken, Task> answer)
    {
        string key = id.ToString();
        var cancellation = new CancellationTokenSource();
        _requests[key] = cancellation;
        _answers.RemoveAll(task => task.IsCompleted);
        _answers.Add(Task.Run(Answer));

        async Task Answer()
        {
            try
            {
                await answer(cancellation.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                _connection.Refuse(id, Connection.Cancelled, "The request was cancelled.");
            }
            catch (IOException)
            {
                // The editor is gone.
            }
#pragma warning disable CA1031 // A fault in one answer is told, and ends no server.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                _connection.Refuse(id, Connection.InternalError, $"fault of PostLint: {fault.GetType().Name}: {fault.Message}");
            }
            finally
            {
                _requests.TryRemove(key, out _);
                cancellation.Dispose();
            }
        }
    }

    private void Initialize(JsonElement id, InitializeParams parameters)
    {
        _isInitialized = true;
        _watchesFiles = parameters.Capabilities?.Workspace?.DidChangeWatchedFiles?.DynamicRegistration == true;
        if (parameters.InitializationOptions is { } settings)
            _workspace.Set(settings);
        var capabilities = new ServerCapabilities(
            PositionEncoding: "utf-16",
            new(OpenClose: true, Change: 2, new(IncludeText: false)),
            HoverProvider: true,
            new([CodeActions.QuickFix, CodeActions.FixAll]),
            new(ResolveProvider: false),
            new(new(Supported: true, ChangeNotifications: false))
        );
        _connection.Answer(id, new(capabilities, new("PostLint", _options.Version)), ProtocolContext.Default.InitializeResult);
    }

    /// <summary>Asks to be told of files that change on the disk: configurations, profiles and packs, and what belongs to posts.</summary>
    private void RegisterWatch()
    {
        if (!_watchesFiles)
            return;
        WatchOptions watched = new([new("**/.postlint.yml"), new("**/*.{yml,yaml,bib,md,html,ipynb,png,jpg,jpeg,gif,svg,pdf}")]);
        _connection.Request(
            "client/registerCapability",
            new([new("postlint-files", "workspace/didChangeWatchedFiles", watched)]),
            ProtocolContext.Default.RegistrationParams
        );
    }
}
