using PostLint.Output;

namespace PostLint.Submissions;

/// <summary>
/// What the <c>.gitignore</c> files of a work tree hide, in git's grammar: the last pattern that matches decides, those of deeper folders
/// before those
/// above, <c>!</c> takes one back. What git tracks is never hidden: it is handed in whatever the patterns say.
/// </summary>
internal sealed class GitIgnore
{
    private const string FileName = ".gitignore";
    private const int MaxBytes = 1 << 20;
    private const int MaxPatterns = 10_000;

    private readonly string _root;
    private readonly GitIndex _index;
    private readonly Dictionary<string, Level> _levels = new(StringComparer.Ordinal);

    /// <summary>Takes the patterns of a work tree.</summary>
    /// <param name="root">Its full path.</param>
    public GitIgnore(string root) => (_root, _index) = (root, GitIndex.Of(root));

    /// <summary>The full path of the work tree that a folder lies in; null outside of one.</summary>
    /// <param name="folder">Full path of the folder.</param>
    public static string? RootOf(string folder)
    {
        for (string? at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            if (Path.Exists(Path.Combine(at, ".git")))
                return at;
        }
        return null;
    }

    /// <summary>Whether git tracks a file, or one below a folder.</summary>
    public bool IsTracked(string path, bool isFolder)
    {
        string below = Below(_root, path);
        return isFolder ? _index.Folders.Contains(below) : _index.Files.Contains(below);
    }

    /// <summary>Whether patterns match a file or folder itself, whatever git tracks, and whatever they say of the folders above.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="isFolder">Whether it is a folder.</param>
    public bool Matches(string path, bool isFolder)
    {
        for (Level? level = LevelOf(Path.GetDirectoryName(path)!); level is not null; level = level.Above)
        {
            if (level.Decide(path, isFolder) is { } isHidden)
                return isHidden;
        }
        return false;
    }

    /// <summary>The patterns of a folder, and those above it. A work tree within the work tree is somebody else's: nothing hides in
    /// it.</summary>
    private Level? LevelOf(string folder)
    {
        if (!SymbolicLink.IsBelow(_root, folder) && folder != _root)
            return null;
        if (_levels.TryGetValue(folder, out Level? known))
            return known;
        bool isForeign = folder != _root && Path.Exists(Path.Combine(folder, ".git"));
        Level? above = isForeign || folder == _root ? null : LevelOf(Path.GetDirectoryName(folder)!);
        return _levels[folder] = new(folder, isForeign || above is { IsForeign: true } ? [] : Read(folder), above)
        {
            IsForeign = isForeign || above is { IsForeign: true },
        };
    }

    private static IReadOnlyList<Line> Read(string folder)
    {
        var file = new FileInfo(Path.Combine(folder, FileName));
        try
        {
            // A link could lead anywhere, and git follows none, either.
            if (!file.Exists || file.LinkTarget is not null || file.Length is 0 or > MaxBytes)
                return [];
            using var lines = new StreamReader(SafeFile.Open(file.FullName, bufferSize: 4096));
            return [.. LinesOf(lines).Take(MaxPatterns).Select(Line.Parse).OfType<Line>()];
        }
        catch (Exception failure) when (SafeFile.IsReadFailure(failure))
        {
            return [];
        }
    }

    private static IEnumerable<string> LinesOf(StreamReader text)
    {
        while (text.ReadLine() is { } line)
            yield return line;
    }

    private static string Below(string folder, string path) =>
        path.Length <= folder.Length ? "" : path[(folder.Length + (folder.EndsWith('/') ? 0 : 1))..].Replace('\\', '/');

    private sealed record Level(string Folder, IReadOnlyList<Line> Lines, Level? Above)
    {
        public bool IsForeign { get; init; }

        /// <summary>Whether something is hidden; null where no pattern of this folder says anything.</summary>
        public bool? Decide(string path, bool isFolder)
        {
            if (Lines.Count == 0)
                return null;
            string[] names = Below(Folder, path).Split('/');
            for (int i = Lines.Count - 1; i >= 0; i--)
            {
                if (Lines[i].IsMatch(names, isFolder))
                    return !Lines[i].TakesBack;
            }
            return null;
        }
    }

    /// <summary>A line of a <c>.gitignore</c>.</summary>
    /// <param name="Segments">The pattern between its slashes.</param>
    /// <param name="IsAnchored">Whether it starts from the file's folder; otherwise it matches a name at any depth.</param>
    /// <param name="OnlyFolders">Whether it matches folders only.</param>
    /// <param name="TakesBack">Whether it takes back what another hides.</param>
    private sealed record Line(string[] Segments, bool IsAnchored, bool OnlyFolders, bool TakesBack)
    {
        public static Line? Parse(string text)
        {
            string pattern = Trimmed(text.TrimStart('\uFEFF'));
            if (pattern.Length == 0 || pattern[0] == '#')
                return null;
            bool takesBack = pattern[0] == '!';
            if (takesBack)
                pattern = pattern[1..];
            bool onlyFolders = pattern.EndsWith('/');
            string[] segments = pattern.Split('/', StringSplitOptions.RemoveEmptyEntries);
            if (segments.Length == 0)
                return null;
            return new(segments, pattern.TrimEnd('/').Contains('/', StringComparison.Ordinal), onlyFolders, takesBack);
        }

        public bool IsMatch(string[] names, bool isFolder)
        {
            if (OnlyFolders && !isFolder)
                return false;
            return IsAnchored ? Glob.Matches(Segments, names, isWhole: true) : Glob.MatchesName(Segments[0], names[^1]);
        }

        /// <summary>Blanks at the end do not count, unless a backslash stands before them.</summary>
        private static string Trimmed(string text)
        {
            int end = text.Length;
            while (end > 0 && text[end - 1] is ' ' or '\r' && (end < 2 || text[end - 2] != '\\'))
                end--;
            return text[..end];
        }
    }
}
