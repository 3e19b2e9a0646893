using PostLint.Server.Protocol;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Server;

/// <summary>A checked document.</summary>
/// <param name="Uri">Its address.</param>
/// <param name="Path">Full path of its file.</param>
/// <param name="Text">Its text when it was checked.</param>
/// <param name="Result">What was found in the submission that it belongs to.</param>
internal sealed record Snapshot(string Uri, string Path, Lines Text, SubmissionResult Result);

/// <summary>The open documents, and the checks of the posts that they belong to.</summary>
internal sealed class Workspace(Connection connection, ServerOptions options)
{
    private readonly Lock _lock = new();
    private readonly Checkers _checkers = new(options);
    private readonly Dictionary<string, OpenDocument> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PostChecks> _posts = new(StringComparer.Ordinal);
    private bool _isStopped;

    /// <summary>Takes what the editor sets.</summary>
    public void Set(Settings settings)
    {
        _checkers.Settings = settings;
        CheckAll(forget: false);
    }

    /// <summary>A document is opened.</summary>
    public void Open(TextDocumentItem item)
    {
        if (FileUri.PathOf(item.Uri) is not { } path)
            return;
        lock (_lock)
        {
            var document = new OpenDocument(item.Uri, path, item.Version, new(item.Text));
            _documents[path] = document;
            document.Post = PostOf(document);
            document.Post?.Start();
        }
    }

    /// <summary>A document is changed.</summary>
    public void Change(DidChangeParams change)
    {
        if (FileUri.PathOf(change.TextDocument.Uri) is not { } path)
            return;
        lock (_lock)
        {
            if (!_documents.TryGetValue(path, out OpenDocument? document))
                return;
            foreach (ContentChange part in change.ContentChanges)
                document.Text = new(document.Text.After(part));
            document.Version = change.TextDocument.Version ?? document.Version + 1;
            document.Post ??= PostOf(document);
            document.Post?.Start();
        }
    }

    /// <summary>A document is saved: what is read from the disk may be another.</summary>
    public void Saved(string uri) => FilesChanged([uri]);

    /// <summary>A document is closed: its file is what is on the disk again.</summary>
    public void Close(string uri)
    {
        if (FileUri.PathOf(uri) is not { } path)
            return;
        lock (_lock)
        {
            if (!_documents.Remove(path, out OpenDocument? document) || document.Post is not { } post)
                return;
            if (_documents.Values.All(other => other.Post != post))
            {
                _posts.Remove(post.Post.Path);
                post.End();
                return;
            }
            post.Post.Forget();
            post.Start();
        }
    }

    /// <summary>Files changed on the disk.</summary>
    public void FilesChanged(IReadOnlyList<string> uris)
    {
        string[] paths = [.. uris.Select(FileUri.PathOf).OfType<string>()];
        // A configuration, profile or pack may concern all; a new file may be one that a post refers to.
        if (paths.Any(path => System.IO.Path.GetExtension(path) is ".yml" or ".yaml"))
        {
            CheckAll(forget: true);
            return;
        }
        lock (_lock)
        {
            bool IsOpen(string path) => _documents.ContainsKey(path);
            foreach (PostChecks post in _posts.Values.Where(post => paths.Any(path => !IsOpen(path) || post.Post.Has(path))))
            {
                post.Post.Forget();
                post.Start();
            }
        }
    }

    /// <summary>The text of an open document; null where it is not open.</summary>
    public Lines? TextOf(string uri)
    {
        lock (_lock)
            return FileUri.PathOf(uri) is { } path ? _documents.GetValueOrDefault(path)?.Text : null;
    }

    /// <summary>A document as it was checked last, once its check has ended; null where it belongs to no post.</summary>
    public async Task<Snapshot?> CheckedAsync(string uri, CancellationToken cancellation)
    {
        if (FileUri.PathOf(uri) is not { } path)
            return null;
        while (true)
        {
            PostChecks? post;
            Lines? text;
            lock (_lock)
            {
                _documents.TryGetValue(path, out OpenDocument? document);
                (post, text) = (document?.Post, document?.Text);
            }
            if (post is null || text is null)
                return null;
            SubmissionResult? result = await post.Latest.WaitAsync(cancellation).ConfigureAwait(false);
            lock (_lock)
            {
                // What was changed meanwhile is checked anew.
                if (_documents.GetValueOrDefault(path)?.Text == text && post.Latest.IsCompleted)
                    return result is null ? null : new(uri, path, text, result);
            }
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Ends all checks.</summary>
    public void Stop()
    {
        PostChecks[] posts;
        lock (_lock)
        {
            _isStopped = true;
            posts = [.. _posts.Values];
        }
        foreach (PostChecks post in posts)
            post.Cancel();
    }

    private void CheckAll(bool forget)
    {
        lock (_lock)
        {
            foreach (PostChecks post in _posts.Values)
            {
                if (forget)
                    post.Post.Forget();
                post.Start();
            }
        }
    }

    private string? Unsaved(string path)
    {
        lock (_lock)
            return _documents.GetValueOrDefault(path)?.Text.Text;
    }

    /// <summary>The checks of the post that a document is or belongs to; null where it is none of a post.</summary>
    private PostChecks? PostOf(OpenDocument document)
    {
        if (_isStopped || PostPathOf(document) is not { } path)
            return null;
        if (!_posts.TryGetValue(path, out PostChecks? post))
            _posts[path] = post = new(new(path, options, _checkers, Unsaved), Publish, Told);
        return post;
    }

    private static string? PostPathOf(OpenDocument document)
    {
        string path = document.Path;
        if (FileKinds.IsPostLanguage(path))
            return IsInPosts(path) || BeginsAsPost(document.Text.Text) ? path : null;
        if (SiteOf(path) is not { } root)
            return null;
        // What belongs to a post is called by its slug, or lies in a folder that is.
        string below = System.IO.Path.GetRelativePath(root, path);
        string posts = System.IO.Path.Combine(root, "_posts");
        IEnumerable<string> candidates = Directory
            .EnumerateFiles(posts, "*", SearchOption.AllDirectories)
            .Where(file => FileKinds.IsPostLanguage(file));
        return candidates
            .Where(post => below.Contains(System.IO.Path.GetFileNameWithoutExtension(post), StringComparison.OrdinalIgnoreCase))
            .MaxBy(post => System.IO.Path.GetFileNameWithoutExtension(post).Length);
    }

    /// <summary>The nearest folder above a file that holds <c>_posts</c>; null where none does.</summary>
    private static string? SiteOf(string path)
    {
        string? folder = System.IO.Path.GetDirectoryName(path);
        while (folder is not null && !Directory.Exists(System.IO.Path.Combine(folder, "_posts")))
            folder = System.IO.Path.GetDirectoryName(folder);
        return folder;
    }

    private static bool IsInPosts(string path) => path.Split('/', '\\').Contains("_posts");

    /// <summary>Whether a text begins with front matter; most Markdown in a repository is no post.</summary>
    private static bool BeginsAsPost(string text) =>
        text.StartsWith("---", StringComparison.Ordinal)
        || text.StartsWith("+++", StringComparison.Ordinal)
        || text.Contains("<d-front-matter", StringComparison.Ordinal);

    /// <summary>Tells what was found: for each file with findings, and none for those that had some.</summary>
    private void Publish(PostChecks post, SubmissionResult? result, int start)
    {
        IReadOnlyDictionary<string, IReadOnlyList<Diagnostic>> findings = Diagnostics.Of(result, PathTextOf, options);
        lock (_lock)
        {
            // A further check was started meanwhile, and tells what is so now.
            if (post.Starts != start)
                return;
            // What is open is told of even where nothing is found, so that the editor knows that it is checked.
            IEnumerable<string> files = findings.Keys.Concat(post.Told).Append(post.Post.Path).Distinct().ToArray();
            foreach (string file in files)
            {
                OpenDocument? document = _documents.GetValueOrDefault(file);
                connection.Notify(
                    "textDocument/publishDiagnostics",
                    new(document?.Uri ?? FileUri.Of(file), document?.Version, findings.GetValueOrDefault(file) ?? []),
                    ProtocolContext.Default.PublishDiagnosticsParams
                );
            }
            post.Told = [.. findings.Keys];
        }
    }

    /// <summary>The lines of an open document; null for others.</summary>
    private Lines? PathTextOf(string path)
    {
        lock (_lock)
            return _documents.GetValueOrDefault(path)?.Text;
    }

    /// <summary>Tells what keeps posts from being checked, such as a mistake in the configuration.</summary>
    private void Told(string message) =>
        connection.Notify("window/showMessage", new(Type: 1, $"PostLint: {message}"), ProtocolContext.Default.ShowMessageParams);

    private sealed class OpenDocument(string uri, string path, int version, Lines text)
    {
        public string Uri { get; } = uri;

        public string Path { get; } = path;

        public int Version { get; set; } = version;

        public Lines Text { get; set; } = text;

        public PostChecks? Post { get; set; }
    }
}
