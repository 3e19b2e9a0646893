using PostLint.Syntax;

namespace PostLint.Submissions;

/// <summary>
/// Finds the submissions below a path and reads them: a post alone, a folder in the track's layout, any folder of posts, or a repository of many posts,
/// each of which is its own submission with the assets that bear its slug or that it refers to.
/// </summary>
/// <param name="workingDirectory">What reported paths are relative to.</param>
/// <param name="exclude">Patterns of files to leave out.</param>
/// <param name="limits">How much is read.</param>
public sealed class SubmissionReader(string workingDirectory, IReadOnlyList<string> exclude, Limits? limits = null)
{
    private readonly Limits _limits = limits ?? new();

    /// <summary>Finds the submissions of a path.</summary>
    public Discovery Discover(string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, workingDirectory));
        if (Directory.Exists(full)) return DiscoverFolder(full);
        if (!File.Exists(full)) return new([], [new(Shown(full), "does not exist")]);
        if (!FileKinds.IsPost(full)) return new([new(Path.GetFileNameWithoutExtension(full), [new(full, Shown(full), FileKinds.RoleOf(full))])], []);
        return DiscoverPost(full);
    }

    /// <summary>Takes a post from a stream.</summary>
    /// <param name="stream">Read to its end.</param>
    /// <param name="path">The path it is linted as.</param>
    public static Discovery FromStream(Stream stream, string path)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        FileRole role = FileKinds.IsPost(path) ? FileRole.Post : FileKinds.RoleOf(path);
        return new([new(Path.GetFileNameWithoutExtension(path), [new(path, path, role)], copy.ToArray())], []);
    }

    /// <summary>Reads a submission; what cannot be read is among its unread files.</summary>
    public Submission Read(SubmissionSource source)
    {
        var files = new List<SubmittedFile>(source.Files.Count);
        var unread = new List<Unread>();
        foreach (SourceFile file in source.Files)
        {
            if (file.Role is FileRole.BinaryAsset) files.Add(new(file.Path, file.Role, null, []));
            else if (Read(file, source.Content, unread) is { } read) files.Add(read);
        }
        return new(source.Name, files, unread);
    }

    private SubmittedFile? Read(SourceFile file, ReadOnlyMemory<byte>? content, List<Unread> unread)
    {
        try
        {
            long length = content?.Length ?? new FileInfo(file.FullPath).Length;
            if (length > _limits.MaxTextBytes)
            {
                unread.Add(new(file.Path, $"is larger than {_limits.MaxTextBytes / (1024 * 1024)} MiB"));
                return null;
            }
            (SourceText text, IReadOnlyList<SyntaxProblem> problems) = TextDecoder.Decode(file.Path, (content ?? File.ReadAllBytes(file.FullPath)).Span);
            return new(file.Path, file.Role, text, problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            unread.Add(new(file.Path, e is UnauthorizedAccessException ? "may not be read: permission denied" : "cannot be read"));
            return null;
        }
    }

    /// <summary>A post given alone brings along what bears its name in the folders of the track's layout.</summary>
    private Discovery DiscoverPost(string post)
    {
        string folder = Path.GetDirectoryName(post)!;
        if (Path.GetFileName(folder) is not "_posts") return new([Source(post, [])], []);
        string root = Path.GetDirectoryName(folder)!;
        var unread = new List<Unread>();
        var assets = new List<string>();
        foreach (string place in (string[])["assets", "_includes", "public"])
        {
            if (!Directory.Exists(Path.Combine(root, place))) continue;
            var walk = new FolderWalk(Path.Combine(root, place), Shown, exclude, _limits);
            walk.Run();
            unread.AddRange(walk.Unread);
            assets.AddRange(walk.Files);
        }
        return new([Source(post, Belonging([post], root, assets)[post])], unread);
    }

    private Discovery DiscoverFolder(string root)
    {
        var walk = new FolderWalk(root, Shown, exclude, _limits);
        walk.Run();
        List<string> posts = [.. walk.Files.Where(file => FileKinds.IsPost(file) && Path.GetFileName(Path.GetDirectoryName(file)) is "_posts")];
        if (posts.Count == 0) posts = [.. walk.Files.Where(file => FileKinds.IsPost(file) && !FileKinds.IsHouseDocument(file))];
        if (posts.Count == 0) return new([], [.. walk.Unread, new(Shown(root), "holds no post (Markdown or HTML)")]);
        var sources = new List<SubmissionSource>();
        foreach (IGrouping<string, string> group in posts.GroupBy(RootOf).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            IEnumerable<string> files = walk.Files.Where(file => !posts.Contains(file) && (group.Key == root || file.StartsWith(group.Key + Path.DirectorySeparatorChar, StringComparison.Ordinal)));
            Dictionary<string, List<string>> belonging = Belonging([.. group], group.Key, [.. files]);
            sources.AddRange(group.Select(post => Source(post, belonging[post])));
        }
        return new(sources, walk.Unread);

        string RootOf(string post)
        {
            string folder = Path.GetDirectoryName(post)!;
            return Path.GetFileName(folder) is "_posts" ? Path.GetDirectoryName(folder)! : root;
        }
    }

    /// <summary>Which assets belong to which post: all to an only post; otherwise by slug, then by mention in the post's text.</summary>
    private static Dictionary<string, List<string>> Belonging(IReadOnlyList<string> posts, string root, IReadOnlyList<string> assets)
    {
        Dictionary<string, List<string>> belonging = posts.ToDictionary(post => post, _ => new List<string>());
        bool isOnly = posts.Count == 1 && Path.GetFileName(root) is not "_posts" && Directory.GetFiles(Path.GetDirectoryName(posts[0])!).Count(FileKinds.IsPost) == 1;
        ILookup<string, string> bySlug = posts.ToLookup(Slug, StringComparer.OrdinalIgnoreCase);
        var homeless = new List<string>();
        foreach (string asset in assets)
        {
            if (isOnly)
            {
                belonging[posts[0]].Add(asset);
                continue;
            }
            string[] names = [.. Path.GetRelativePath(root, Path.GetDirectoryName(asset)!).Split(Path.DirectorySeparatorChar), Path.GetFileNameWithoutExtension(asset)];
            string? owner = names.SelectMany(name => bySlug[name]).FirstOrDefault();
            if (owner is null) homeless.Add(asset);
            else belonging[owner].Add(asset);
        }
        if (homeless.Count > 0) ByMention(posts, root, homeless, belonging);
        return belonging;
    }

    private static void ByMention(IReadOnlyList<string> posts, string root, List<string> assets, Dictionary<string, List<string>> belonging)
    {
        foreach (string post in posts)
        {
            string text;
            try
            {
                text = File.ReadAllText(post);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                continue;       // reported when the submission is read
            }
            belonging[post].AddRange(assets.Where(asset => text.Contains(Path.GetRelativePath(root, asset).Replace('\\', '/'), StringComparison.Ordinal)
                || (Path.GetExtension(asset) is ".bib" && text.Contains(Path.GetFileName(asset), StringComparison.Ordinal))));
        }
    }

    private static string Slug(string post) => Path.GetFileNameWithoutExtension(post);

    private SubmissionSource Source(string post, List<string> assets)
    {
        assets.Sort(StringComparer.Ordinal);
        return new(Slug(post), [new(post, Shown(post), FileRole.Post), .. assets.Select(asset => new SourceFile(asset, Shown(asset), FileKinds.RoleOf(asset)))]);
    }

    /// <summary>Relative to the working directory where it lies below it, with forward slashes.</summary>
    private string Shown(string full)
    {
        string relative = Path.GetRelativePath(workingDirectory, full);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? full : relative).Replace('\\', '/');
    }
}
