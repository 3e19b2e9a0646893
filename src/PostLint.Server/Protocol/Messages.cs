using System.Text.Json;
using System.Text.Json.Serialization;

namespace PostLint.Server.Protocol;

// The messages of the Language Server Protocol 3.17 that the server reads or writes, with the members that it uses, under the names of
// the protocol. Lines and characters are 0-based, characters in UTF-16 units.

internal sealed record Position(int Line, int Character);

internal sealed record Range(Position Start, Position End);

internal sealed record Location(string Uri, Range Range);

internal sealed record TextDocumentItem(string Uri, string LanguageId, int Version, string Text);

internal sealed record TextDocumentId(string Uri, int? Version = null);

internal sealed record DidOpenParams(TextDocumentItem TextDocument);

internal sealed record ContentChange(Range? Range, string Text);

internal sealed record DidChangeParams(TextDocumentId TextDocument, IReadOnlyList<ContentChange> ContentChanges);

internal sealed record DocumentParams(TextDocumentId TextDocument);

internal sealed record HoverParams(TextDocumentId TextDocument, Position Position);

internal sealed record CodeActionContext(IReadOnlyList<string>? Only);

internal sealed record CodeActionParams(TextDocumentId TextDocument, Range Range, CodeActionContext? Context);

internal sealed record FileChange(string Uri, int Type);

internal sealed record ChangedFilesParams(IReadOnlyList<FileChange> Changes);

internal sealed record CancelParams(JsonElement Id);

internal sealed record InitializeParams(ClientCapabilities? Capabilities, Settings? InitializationOptions);

internal sealed record ClientCapabilities(WorkspaceCapabilities? Workspace);

internal sealed record WorkspaceCapabilities(DynamicCapability? DidChangeWatchedFiles);

internal sealed record DynamicCapability(bool? DynamicRegistration);

internal sealed record ConfigurationParams(ConfigurationSection? Settings);

internal sealed record ConfigurationSection(Settings? Postlint);

/// <summary>What an editor sets.</summary>
/// <param name="Profile">Name or path of the profile; null to tell it from each post.</param>
/// <param name="Phase"><c>submission</c> or <c>camera-ready</c>; null for the former.</param>
internal sealed record Settings(string? Profile, string? Phase);

internal sealed record InitializeResult(ServerCapabilities Capabilities, ServerInfo ServerInfo);

internal sealed record ServerInfo(string Name, string Version);

internal sealed record ServerCapabilities(
    string PositionEncoding,
    SyncOptions TextDocumentSync,
    bool HoverProvider,
    CodeActionOptions CodeActionProvider,
    DocumentLinkOptions DocumentLinkProvider,
    WorkspaceServerCapabilities Workspace
);

internal sealed record SyncOptions(bool OpenClose, int Change, SaveOptions Save);

internal sealed record SaveOptions(bool IncludeText);

internal sealed record CodeActionOptions(IReadOnlyList<string> CodeActionKinds);

internal sealed record DocumentLinkOptions(bool ResolveProvider);

internal sealed record WorkspaceServerCapabilities(WorkspaceFolderCapabilities WorkspaceFolders);

internal sealed record WorkspaceFolderCapabilities(bool Supported, bool ChangeNotifications);

internal sealed record PublishDiagnosticsParams(string Uri, int? Version, IReadOnlyList<Diagnostic> Diagnostics);

internal sealed record Diagnostic(
    Range Range,
    int Severity,
    string Code,
    CodeDescription? CodeDescription,
    string Source,
    string Message,
    IReadOnlyList<RelatedInformation>? RelatedInformation
);

internal sealed record CodeDescription(string Href);

internal sealed record RelatedInformation(Location Location, string Message);

internal sealed record Hover(MarkupContent Contents, Range Range);

internal sealed record MarkupContent(string Kind, string Value);

internal sealed record CodeAction(string Title, string Kind, IReadOnlyList<Diagnostic>? Diagnostics, bool? IsPreferred, WorkspaceEdit Edit);

internal sealed record WorkspaceEdit(IReadOnlyDictionary<string, IReadOnlyList<TextEdit>> Changes);

internal sealed record TextEdit(Range Range, string NewText);

internal sealed record DocumentLink(Range Range, string Target, string Tooltip);

internal sealed record ShowMessageParams(int Type, string Message);

internal sealed record RegistrationParams(IReadOnlyList<Registration> Registrations);

internal sealed record Registration(string Id, string Method, WatchOptions RegisterOptions);

internal sealed record WatchOptions(IReadOnlyList<FileWatcher> Watchers);

internal sealed record FileWatcher(string GlobPattern);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(DidOpenParams))]
[JsonSerializable(typeof(DidChangeParams))]
[JsonSerializable(typeof(DocumentParams))]
[JsonSerializable(typeof(HoverParams))]
[JsonSerializable(typeof(CodeActionParams))]
[JsonSerializable(typeof(ChangedFilesParams))]
[JsonSerializable(typeof(CancelParams))]
[JsonSerializable(typeof(InitializeParams))]
[JsonSerializable(typeof(ConfigurationParams))]
[JsonSerializable(typeof(InitializeResult))]
[JsonSerializable(typeof(PublishDiagnosticsParams))]
[JsonSerializable(typeof(Hover))]
[JsonSerializable(typeof(IReadOnlyList<CodeAction>))]
[JsonSerializable(typeof(IReadOnlyList<DocumentLink>))]
[JsonSerializable(typeof(ShowMessageParams))]
[JsonSerializable(typeof(RegistrationParams))]
internal sealed partial class ProtocolContext : JsonSerializerContext;
