using System.IO.Enumeration;
using PostLint.Facts;
using PostLint.Profiles;
using PostLint.PullRequests;
using PostLint.Submissions;
using PostLint.Syntax;
using PostLint.Tables;

namespace PostLint.Triage;

/// <summary>Lists the submissions of a triage without opening them.</summary>
internal static class TriageSources
{
    // Columns that tell a submission and its files; OpenReview's forms of the tracks call the latter so.
    private static readonly string[] s_ids = ["id", "pid", "paper id", "paper", "number", "submission"],
        s_paths = ["path", "file", "folder", "attachment", "content_file"];

    /// <summary>All submissions, by the order of the sources, then by name.</summary>
    /// <param name="options">What was asked; the folder of attachments is there.</param>
    /// <exception cref="UserException">A source is not there, or is none; or two submissions have one id.</exception>
    public static TriageListing List(TriageOptions options)
    {
        var items = new List<TriageItem>();
        var setAside = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (string source in options.Sources)
        {
            string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(source, options.WorkingDirectory));
            if (options.Refs is not null)
                items.AddRange(Requests(full, options.Refs, options.Base, setAside));
            else if (Directory.Exists(full))
                items.AddRange(Folder(full));
            else if (!File.Exists(full))
                throw new UserException([new(source, 0, 0, $"there is no such file or folder{Near(full)}")]);
            else if (Path.GetExtension(full).ToUpperInvariant() is ".CSV" or ".TSV" or ".JSONL" or ".NDJSON" or ".JSON")
                items.AddRange(Manifest(full, options.Attachments, setAside));
            else
                items.Add(new(Path.GetFileNameWithoutExtension(full), full));
        }
        string? twice = items.GroupBy(item => item.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        if (twice is not null)
            throw new UserException([new("triage", 0, 0, $"two submissions are called {twice}; give them ids in a manifest")]);
        if (items.Count == 0 && setAside.Count > 0)
            throw new UserException([new(string.Join(", ", options.Sources), 0, 0, $"it holds no submission any more: {Words(setAside)}")]);
        if (items.Count == 0 && options.Refs is { } pattern)
            throw new UserException([new("--refs", 0, 0, $"no ref of the repository matches {pattern}")]);
        if (items.Count == 0)
            throw new UserException([
                new(
                    string.Join(", ", options.Sources),
                    0,
                    0,
                    "no submission was found: a folder holds one folder, post or archive a submission"
                ),
            ]);
        return new(items, setAside);
    }

    /// <summary>How many entries were set aside, in words: <c>2 withdrawn, 1 deleted</c>.</summary>
    public static string Words(IReadOnlyDictionary<string, int> setAside) =>
        string.Join(", ", setAside.Select(entry => $"{entry.Value} {entry.Key}"));

    /// <summary>A folder of earlier posts.</summary>
    /// <exception cref="UserException">There is none.</exception>
    public static IEnumerable<TriageItem> PastFolder(string folder) =>
        Directory.Exists(folder) ? Folder(folder) : throw new UserException([new("--past", 0, 0, $"there is no folder {folder}")]);

    /// <summary>A folder with one folder, post or archive a submission; in a repository of posts each post is one.</summary>
    public static IEnumerable<TriageItem> Folder(string folder)
    {
        if (Directory.Exists(Path.Combine(folder, "_posts")) || Path.GetFileName(folder) is "_posts")
        {
            string root = Path.GetFileName(folder) is "_posts" ? Path.GetDirectoryName(folder)! : folder;
            var reader = new SubmissionReader { WorkingDirectory = root };
            return [.. reader.Discover([folder]).Sources.Select(post => new TriageItem(post.Name, post.Path) { Root = root })];
        }
        return
        [
            .. SubmissionsIn(folder)
                .SelectMany(group => group.Select(path => new TriageItem(group.Count() > 1 ? Path.GetFileName(path) : group.Key, path)))
                .OrderBy(item => item.Path, StringComparer.Ordinal),
        ];
    }

    private static string Near(string full) =>
        Path.GetDirectoryName(full) is { } folder && NearPath.Of(folder, Path.GetFileName(full)) is { } near
            ? $"; did you mean {near}?"
            : "";

    /// <summary>Full paths of the folders, posts and archives of a folder, by their names without what tells the kind of a file.</summary>
    private static ILookup<string, string> SubmissionsIn(string folder) =>
        new FileSystemEnumerable<(string Name, bool IsFolder)>(
            folder,
            (ref FileSystemEntry entry) => (entry.FileName.ToString(), entry.IsDirectory),
            new() { AttributesToSkip = 0, IgnoreInaccessible = false }
        )
            .Where(entry =>
                !entry.Name.StartsWith('.')
                && entry.Name is not "__MACOSX"
                && (entry.IsFolder || FileKinds.MayBePost(entry.Name) || FileKinds.IsArchive(entry.Name))
            )
            .ToLookup(
                entry => entry.IsFolder ? entry.Name : Path.GetFileNameWithoutExtension(entry.Name),
                entry => Path.Combine(folder, entry.Name),
                StringComparer.OrdinalIgnoreCase
            );

    /// <summary>
    /// A manifest, whose paths start from its folder; where a row names none, the file or folder that is called like its id or number.
    /// </summary>
    private static IEnumerable<TriageItem> Manifest(string manifest, string? attachments, SortedDictionary<string, int> setAside)
    {
        string folder = attachments ?? Path.GetDirectoryName(manifest)!;
        AttachmentFiles? files = null;
        IReadOnlyList<TableRow> rows = [.. Table.Read(manifest).Where(row => !IsReply(row))];
        string[] asked = [.. Declarations.AskedColumns(rows)];
        int found = 0,
            submissions = 0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (TableRow row in rows)
        {
            string id = row[s_ids] ?? throw new UserException([new(manifest, row.Line, 1, $"the row has no {string.Join(" or ", s_ids)}")]);
            if (!seen.Add(id))
                throw new UserException([new(manifest, row.Line, 1, $"another row has the id {id}, too")]);
            if (SetAside.ReasonOf(row) is { } reason)
            {
                Count(setAside, reason);
                continue;
            }
            submissions++;
            // OpenReview writes paths of attachments from its own root.
            string? path = row[s_paths] is { } named
                ? ((string[])[named, named.TrimStart('/')]).Select(way => Path.GetFullPath(way, folder)).FirstOrDefault(IsPlace)
                : null;
            if (path is null)
            {
                files ??= new(Directory.Exists(folder) ? SubmissionsIn(folder) : Array.Empty<string>().ToLookup(file => file));
                path = files.Find([.. ((string?[])[id, row["number"], row["pid"], row["forum"]]).OfType<string>()]);
            }
            if (path is not null)
                found++;
            yield return new(id, path ?? Path.GetFullPath(row[s_paths] ?? id, folder))
            {
                Fields = row
                    .Cells.Concat(asked.Where(column => !row.Cells.ContainsKey(column)).Select(column => KeyValuePair.Create(column, "")))
                    .Where(cell =>
                        !s_paths.Contains(cell.Key.ToLowerInvariant()) && !cell.Key.Equals("id", StringComparison.OrdinalIgnoreCase)
                    )
                    .ToDictionary(),
            };
        }
        if (found == 0 && submissions > 0)
            throw new UserException([new(manifest, 0, 0, $"no row leads to a file or folder; paths start from {folder}")]);
    }

    private static void Count(SortedDictionary<string, int> setAside, string reason) =>
        setAside[reason] = setAside.GetValueOrDefault(reason) + 1;

    /// <summary>Exports hold reviews and comments beside the submissions that they reply to.</summary>
    private static bool IsReply(TableRow row) =>
        row["id"] is { } id && ((row["replyto"] is { } other && other != id) || (row["forum"] is { } forum && forum != id));

    private static bool IsPlace(string path) => File.Exists(path) || Directory.Exists(path);

    /// <summary>
    /// The requests of a repository, each with the name of its post, by which a roster may know it; those that touch no submission are
    /// counted.
    /// </summary>
    private static IEnumerable<TriageItem> Requests(
        string repository,
        string pattern,
        string target,
        SortedDictionary<string, int> setAside
    )
    {
        var git = new Git(repository);
        if (!git.IsRepository)
            throw new UserException([new(repository, 0, 0, "it is no git repository")]);
        var reader = new PullRequestReader(git);
        string head = git.Commit(target);
        string refs = git.Text("for-each-ref", "--format=%(refname) %(objectname)", "--", pattern);
        foreach (string line in refs.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = line.Split(' ');
            string id = parts[0].StartsWith("refs/pull/", StringComparison.Ordinal) ? parts[0].Split('/')[2] : parts[0]["refs/".Length..];
            string[] changed = ChangedBy(reader, head, parts[1]);
            if (changed.Length > 0 && !changed.Any(SitePaths.IsOfPost))
            {
                Count(setAside, SetAside.OfSite);
                continue;
            }
            string? post = changed.FirstOrDefault(path => SitePaths.IsInSite(path) && FileKinds.IsPostLanguage(path));
            var fields = new Dictionary<string, string> { ["sha"] = parts[1] };
            if (post is not null)
                fields["post"] = SitePaths.SlugOf(post);
            yield return new(id, repository)
            {
                Base = head,
                Head = parts[1],
                Fields = fields,
            };
        }
    }

    /// <summary>Paths that a request adds or changes; none where its history cannot be read, which its check will tell.</summary>
    private static string[] ChangedBy(PullRequestReader reader, string target, string head)
    {
        try
        {
            return [.. reader.ChangedPaths(target, head)];
        }
        catch (GitException)
        {
            return [];
        }
    }
}
