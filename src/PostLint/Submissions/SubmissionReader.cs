using PostLint.Assets;
using PostLint.Output;
using PostLint.Syntax;

namespace PostLint.Submissions;

/// <summary>
/// Finds submissions below the paths of a command line and reads them. A path is a post, a folder in the track's layout, any other folder
/// with posts, a
/// repository with many, or <c>-</c> for standard input. Nothing outside the given folder is read, whatever its links say.
/// </summary>
public sealed class SubmissionReader
{
    private readonly Dictionary<(string Folder, bool IsWhole), Site> _sites = [];
    private readonly Dictionary<string, GitIgnore> _ignores = new(StringComparer.Ordinal);
    private const string Empty = "it is empty";
    private string _workingDirectory = "";

    /// <summary>Full path of the folder that relative paths start from.</summary>
    public required string WorkingDirectory
    {
        get => _workingDirectory;
        init => _workingDirectory = Path.GetFullPath(value);
    }

    /// <summary>How much is read.</summary>
    public Limits Limits { get; init; } = Limits.Default;

    /// <summary>How much of what is no text is read.</summary>
    public AssetLimits AssetLimits { get; init; } = AssetLimits.Default;

    /// <summary>What is left out, also where it is named itself.</summary>
    public IReadOnlyList<PathPattern> Excluded { get; init; } = [];

    /// <summary>Whether the <c>.gitignore</c> files of the work tree that a folder lies in are respected; a post that is named itself is
    /// read all the same.</summary>
    public bool HonoursGitIgnore { get; init; }

    /// <summary>The content of a file that is open and not saved, by full path; null for others, which are read from the disk.</summary>
    public Func<string, byte[]?> Unsaved { get; init; } = static _ => null;

    /// <summary>What <c>-</c> reads.</summary>
    public Stream StandardInput { get; init; } = Stream.Null;

    /// <summary>The path that standard input is reported and recognised by.</summary>
    public string StandardInputPath { get; init; } = "stdin.md";

    /// <summary>The folder that holds the <c>_posts</c> or <c>assets</c> of a path; null where no layout tells it.</summary>
    /// <param name="path">Full path of a post or folder.</param>
    public static string? SiteRootOf(string path) => PostFinder.SiteRootOf(path);

    /// <summary>Finds the submissions without reading them. Not to be called by two threads at once.</summary>
    public Discovery Discover(IEnumerable<string> paths)
    {
        var sources = new List<SubmissionSource>();
        var unread = new List<Unread>();
        var excluded = new List<Excluded>();
        foreach (string path in paths)
            Discover(path, sources, unread, excluded);
        return new([.. sources.DistinctBy(source => source.Path)], [.. unread.Distinct()])
        {
            Excluded = [.. excluded.Distinct()],
            Ignored = _sites.Values.Sum(site => site.Ignored),
        };
    }

    /// <summary>
    /// Reads one submission: its post, then what belongs to it. Safe to call from many threads; what fails to be read is named and the rest
    /// goes on.
    /// </summary>
    public Submission Read(SubmissionSource source, CancellationToken cancellation = default)
    {
        var unread = new List<Unread>();
        var assets = new AssetReader(AssetLimits, Limits, cancellation);
        if (source.IsArchive)
            return ReadArchive(source, assets);
        bool inFull = source.Site.IsGivenInFull;
        List<SubmittedFile> files = [ReadPost(source, unread)];
        foreach (SiteFile asset in AssetsOf(source, files[0].Text))
        {
            cancellation.ThrowIfCancellationRequested();
            SubmittedFile file = Keep(ReadFile(asset, ReportedPath(asset.Path, inFull), FileKinds.AssetRoleOf(asset.Path)), unread);
            if (file.Role is FileRole.BinaryAsset)
                files.AddRange(assets.Read(asset.Target, file.Path));
            else
                files.Add(SiteAddress.IsIn(file.Path) ? SiteAddress.Read(file) : file);
        }
        foreach (SubmittedFile text in files.Where(file => file is { Text: not null, Container: null, Sheet: null }).ToArray())
        {
            files.AddRange(assets.ReadWithin(text.Path, scan => EmbeddedFiles.Open(text.Text!.Text, scan)));
            if (text.IsSeveral)
                files.AddRange(assets.ReadAsOthers(Path.GetFullPath(text.Path, _workingDirectory), text.Path));
        }
        unread.AddRange(assets.Unread);
        unread.AddRange(source.Site.Unread.Where(entry => Owns(source, entry.Path)).Select(entry => Reported(entry, inFull)));
        return new(source.Name, [.. files.Select(file => file with { SitePath = SitePathOf(source, file.Path) })], unread)
        {
            Gaps = [.. assets.Gaps],
            Faults = [.. assets.Faults],
        };
    }

    /// <summary>Reads one file as a submission would hold it; with what lies inside, where it is an archive or document.</summary>
    /// <param name="full">Its full path.</param>
    /// <param name="path">Its path as reports print it.</param>
    /// <returns>The file, and why it was not read to its end; null where it was.</returns>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static (IReadOnlyList<SubmittedFile> Files, string? Failure) ReadAlone(string full, string path)
    {
        if (SafeFile.SpecialKindOf(full) is { } special)
            return ([], SafeFile.SpecialReason(special));
        FileRole role = FileKinds.IsPostLanguage(path) ? FileRole.Post : FileKinds.AssetRoleOf(path) ?? FileRole.TextAsset;
        if (role is FileRole.BinaryAsset)
        {
            var reader = new AssetReader(AssetLimits.Default, Limits.Default, CancellationToken.None);
            SubmittedFile[] parts = [.. reader.Read(full, path)];
            return (parts, reader.Unread.Select(unread => unread.Reason).FirstOrDefault());
        }
        using Stream stream = SafeFile.Open(full, 1 << 16);
        (SubmittedFile file, string? failure) = FileReader.ReadToEnd(stream, path, role, Limits.Default);
        return ([file], failure);
    }

    /// <summary>The full paths of all files that a submission is read from, links followed, by path.</summary>
    public IEnumerable<string> FilesOf(SubmissionSource source)
    {
        if (source.Input is not null)
            return [];
        if (source.IsArchive)
            return [source.Path];
        string? post = SymbolicLink.Resolve(source.Site.Root, source.Path);
        if (post is null)
            return [];
        SourceText? text =
            source.OwnsSite && source.Around is null ? null : ReadFile(new(source.Path, post), source.Path, FileRole.Post).File.Text;
        return AssetsOf(source, text).Select(asset => asset.Target).Prepend(post);
    }

    /// <summary>Reads an archive that is the submission: what it holds, with the post among it.</summary>
    private Submission ReadArchive(SubmissionSource source, AssetReader assets)
    {
        string path = ReportedPath(source.Path, source.Site.IsGivenInFull);
        IReadOnlyList<SubmittedFile> files = assets.Read(source.Path, path);
        if (ArchivedSite.Arrange(files) is not { } site)
        {
            return new(source.Name, files, [.. assets.Unread, new(path, OtherKinds.NoPostInArchive(files.Select(file => file.Path)))])
            {
                Gaps = [.. assets.Gaps],
                Faults = [.. assets.Faults],
            };
        }
        var unread = new List<Unread>();
        SubmittedFile post = KeepPost((site.Files[0], null), unread);
        return new(
            site.Name,
            [.. site.Files.Skip(1).Prepend(post).Select(file => file with { SitePath = ArchivedSite.InnerPath(file) })],
            [.. assets.Unread, .. unread]
        )
        {
            Gaps = [.. assets.Gaps],
            Faults = [.. assets.Faults],
        };
    }

    private void Discover(string path, List<SubmissionSource> sources, List<Unread> unread, List<Excluded> excluded)
    {
        if (
            path.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || path.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        )
        {
            unread.Add(new(path, "it is an address, and nothing is fetched; download the post and check the file"));
            return;
        }
        bool isInput = path is "-";
        if (isInput)
            path = StandardInputPath;
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, _workingDirectory));
        bool inFull = Path.IsPathRooted(path);
        if (ExcludingOf(full) is { } pattern && (isInput || Path.Exists(full)))
        {
            excluded.Add(new(ReportedPath(full, inFull), pattern.Origin));
        }
        else if (isInput)
            AddInput(sources);
        else if (Directory.Exists(full))
            AddFolder(full, inFull, sources, unread, excluded);
        else if (File.Exists(full) && FileKinds.IsArchive(full) && SafeFile.SpecialKindOf(full) is null)
        {
            sources.Add(ArchiveAt(full, inFull));
        }
        else if (!File.Exists(full))
            unread.Add(Unread.Nowhere(ReportedPath(full, inFull), full));
        else if (ProblemOf(full) is { } problem)
            unread.Add(Reported(new(full, problem), inFull));
        else if (GeneratedSite.BundleOf(full) is { } bundle)
            sources.Add(SourceOf(full, SiteOf(bundle, isWhole: true, inFull), ownsSite: true, around: AroundOf(bundle, inFull)));
        else
            sources.Add(
                SourceOf(full, SiteOf(RootOf(full), isWhole: false, inFull), ownsSite: false, around: AroundOf(RootOf(full), inFull))
            );
    }

    /// <summary>The site of Hugo or Quarto around a folder, as far as posts name files of it; null where there is none.</summary>
    private Site? AroundOf(string folder, bool inFull) =>
        GeneratedSite.RootAbove(folder) is { } root && root != folder ? SiteOf(root, isWhole: false, inFull) : null;

    private static string? ProblemOf(string full)
    {
        if (SafeFile.SpecialKindOf(full) is { } special)
            return SafeFile.SpecialReason(special);
        if (!FileKinds.MayBePost(full))
            return OtherKinds.ReasonOf(full);
        return SymbolicLink.Resolve(RootOf(full), full) is null ? SymbolicLink.LeadsOut : null;
    }

    private static string RootOf(string post) => PostFinder.SiteRootOf(post) ?? Path.GetDirectoryName(post)!;

    private void AddInput(List<SubmissionSource> sources)
    {
        string full = Path.GetFullPath(StandardInputPath, _workingDirectory);
        var nothing = new Site(Path.GetDirectoryName(full)!, [], []) { IsGivenInFull = Path.IsPathRooted(StandardInputPath) };
        sources.Add(SourceOf(full, nothing, ownsSite: false, StandardInput));
    }

    private PathPattern? ExcludingOf(string full) => Excluded.FirstOrDefault(pattern => pattern.IsMatch(full));

    private void AddFolder(string full, bool inFull, List<SubmissionSource> sources, List<Unread> unread, List<Excluded> excluded)
    {
        string? root = PostFinder.SiteRootOf(full);
        Site site = SiteOf(root ?? full, isWhole: root is null, inFull);
        List<string> posts = PostFinder.Find(site);
        if (root is not null)
            posts.RemoveAll(post => !SymbolicLink.IsBelow(full, post));
        if (posts.Count == 0)
        {
            Excluded[] instead = [.. site.Excluded.Where(one => SymbolicLink.IsBelow(full, one.Path) && MayHoldPost(one.Path))];
            excluded.AddRange(instead.Select(one => one with { Path = ReportedPath(one.Path, inFull) }));
            string hidden = site.Ignored > 0 ? "; .gitignore hides a part of it, which --no-ignore reads" : "";
            if (instead.Length == 0)
                unread.Add(Reported(new(full, OtherKinds.NoPostIn(site.Files.Select(file => file.Path)) + hidden), inFull));
        }

        int first = sources.Count;
        if (root is null && posts.Count == 1 && !PostFinder.IsWholeSite(site))
            sources.Add(SourceOf(posts[0], site, ownsSite: true, around: AroundOf(site.Root, inFull)));
        else
            AddPosts(site, posts, AroundOf(site.Root, inFull), sources);
        List<SubmissionSource> added = sources[first..];
        unread.AddRange(
            site.Unread.Where(entry => !added.Exists(source => Owns(source, entry.Path))).Select(entry => Reported(entry, inFull))
        );
    }

    /// <summary>
    /// Many posts: each belongs to the folder that holds its <c>_posts</c>, or to its own, and owns all of it if it is alone there.
    /// </summary>
    private static void AddPosts(Site site, List<string> posts, Site? around, List<SubmissionSource> sources)
    {
        var parts = new Dictionary<string, Site> { [site.Root] = site };
        foreach (string post in posts)
        {
            string root = RootOf(post);
            if (!parts.TryGetValue(root, out Site? part))
                parts[root] = part = site.Below(root);
            bool isAlone = part != site && Site.CountBelow(root, posts) == 1 && !PostFinder.IsWholeSite(part);
            sources.Add(SourceOf(post, part, isAlone, around: part == site ? around : site));
        }
    }

    private GitIgnore? IgnoredIn(string folder)
    {
        if (GitIgnore.RootOf(folder) is not { } root)
            return null;
        return _ignores.TryGetValue(root, out GitIgnore? known) ? known : _ignores[root] = new(root);
    }

    private static bool MayHoldPost(string path) => FileKinds.MayBePost(path) || Directory.Exists(path);

    private static SubmissionSource ArchiveAt(string full, bool inFull) =>
        new(
            Path.GetFileNameWithoutExtension(full),
            full,
            new Site(Path.GetDirectoryName(full)!, [], []) { IsGivenInFull = inFull },
            ownsSite: false
        )
        {
            IsArchive = true,
        };

    private static SubmissionSource SourceOf(string post, Site site, bool ownsSite, Stream? input = null, Site? around = null) =>
        new(PostFinder.SlugOf(post), post, site, ownsSite) { Input = input, Around = around };

    /// <summary>
    /// The files below a folder; for a single post only where its layout keeps any, because its folder may be anybody's home.
    /// </summary>
    private Site SiteOf(string folder, bool isWhole, bool inFull)
    {
        if (_sites.TryGetValue((folder, isWhole), out Site? site))
            return site;
        var walk = new FolderWalk(folder, Limits, ExcludingOf, HonoursGitIgnore ? IgnoredIn(folder) : null);
        return _sites[(folder, isWhole)] = walk.Run(inFull, isWhole ? null : PostFinder.IsLayoutFolder);
    }

    private (SubmittedFile File, string? Failure) ReadFile(SiteFile file, string path, FileRole? role) =>
        Unsaved(file.Target) is { } content && role is not FileRole.BinaryAsset
            ? FileReader.ReadToEnd(new MemoryStream(content, writable: false), path, role, Limits)
            : FileReader.Read(file, path, role, Limits);

    private SubmittedFile ReadPost(SubmissionSource source, List<Unread> unread)
    {
        string path = ReportedPath(source.Path, source.Site.IsGivenInFull);
        if (source.Input is { } input)
            return KeepPost(FileReader.ReadToEnd(input, path, FileRole.Post, Limits), unread);
        string? target = SymbolicLink.Resolve(source.Site.Root, source.Path);
        return target is null
            ? Keep((new(path, FileRole.Post, null, []), SymbolicLink.LeadsOut), unread)
            : KeepPost(ReadFile(new(source.Path, target), path, FileRole.Post), unread);
    }

    /// <summary>By path, each file once even where links name it again.</summary>
    private static IEnumerable<SiteFile> AssetsOf(SubmissionSource source, SourceText? post)
    {
        if (source.Input is not null)
            return [];
        IEnumerable<SiteFile> own = source.OwnsSite
            ? source.Site.Files
            : source.Site.Named(source.Name).Concat(Referenced(source.Site)).Where(file => !PostFinder.IsPostOf(source.Site, file.Path));
        IEnumerable<SiteFile> around = source.Around is { } larger
            ? Referenced(larger).Where(file => !PostFinder.IsPostOf(larger, file.Path))
            : [];
        return own.Concat(around)
            .Where(file => file.Path != source.Path)
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .DistinctBy(file => file.Target);

        IEnumerable<SiteFile> Referenced(Site site) => post is null ? [] : AssetReferences.Find(post.Text, source.Path, site);
    }

    /// <summary>Whether what could not be read concerns a submission: all in its own folder, otherwise what begins with its slug.</summary>
    private static bool Owns(SubmissionSource source, string path) =>
        SymbolicLink.IsBelow(source.Site.Root, path)
        && (source.OwnsSite || path.Contains(Path.DirectorySeparatorChar + source.Name, StringComparison.OrdinalIgnoreCase));

    private static SubmittedFile Keep((SubmittedFile File, string? Failure) read, List<Unread> unread)
    {
        if (read.Failure is not null)
            unread.Add(new(read.File.Path, read.Failure));
        return read.File;
    }

    /// <summary>A post in which nothing can be seen was not read: nobody may take it for a clean one.</summary>
    private static SubmittedFile KeepPost((SubmittedFile File, string? Failure) read, List<Unread> unread) =>
        read.File.Text is { } text && IsBlank(text.Text) ? Keep((read.File with { Text = null }, Empty), unread) : Keep(read, unread);

    private static bool IsBlank(string text) =>
        text.All(c =>
            char.IsWhiteSpace(c) || char.IsControl(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format
        );

    /// <summary>Paths that reports print start from the working directory.</summary>
    private string SitePathOf(SubmissionSource source, string reported) =>
        Path.GetRelativePath(PostFinder.SiteRootOf(source.Path) ?? source.Site.Root, Path.GetFullPath(reported, _workingDirectory))
            .Replace('\\', '/');

    private Unread Reported(Unread entry, bool inFull) => entry with { Path = ReportedPath(entry.Path, inFull) };

    /// <summary>Relative where the file lies below the working directory or was given so; forward slashes throughout.</summary>
    private string ReportedPath(string full, bool inFull)
    {
        bool isRelative = !inFull || full == _workingDirectory || SymbolicLink.IsBelow(_workingDirectory, full);
        return isRelative ? OutsidePath.From(_workingDirectory, full) : full.Replace(Path.DirectorySeparatorChar, '/');
    }
}
