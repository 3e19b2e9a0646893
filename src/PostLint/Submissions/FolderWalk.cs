namespace PostLint.Submissions;

/// <summary>Lists the files below a folder, in the order of their paths, and follows nothing out of it.</summary>
internal sealed class FolderWalk(string root, Func<string, string> shown, IReadOnlyList<string> exclude, Limits limits)
{
    private static readonly HashSet<string> s_skipped = new(StringComparer.OrdinalIgnoreCase) { "node_modules", "_site", "vendor", "__pycache__" };

    /// <summary>Full paths.</summary>
    public List<string> Files { get; } = [];

    public List<Unread> Unread { get; } = [];

    public void Run()
    {
        Enter(root, 0);
        Files.Sort(StringComparer.Ordinal);
    }

    private void Enter(string folder, int depth)
    {
        if (depth > limits.MaxDepth)
        {
            Unread.Add(new(shown(folder), $"lies more than {limits.MaxDepth} folders deep"));
            return;
        }
        FileSystemInfo[] entries;
        try
        {
            entries = new DirectoryInfo(folder).GetFileSystemInfos();
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            Unread.Add(new(shown(folder), "cannot be opened"));
            return;
        }
        foreach (FileSystemInfo entry in entries.OrderBy(entry => entry.Name, StringComparer.Ordinal)) Take(entry, depth);
    }

    private void Take(FileSystemInfo entry, int depth)
    {
        if (exclude.Any(pattern => Glob.Matches(pattern, Path.GetRelativePath(root, entry.FullName).Replace('\\', '/')))) return;
        if (entry.LinkTarget is not null && !IsWithin(entry))
        {
            Unread.Add(new(shown(entry.FullName), "is a link that leads out of the folder"));
            return;
        }
        if (entry is DirectoryInfo)
        {
            bool isSkipped = entry.Name.StartsWith('.') || s_skipped.Contains(entry.Name) || entry.LinkTarget is not null;
            if (!isSkipped) Enter(entry.FullName, depth + 1);
            return;
        }
        if (entry.Name.StartsWith('.')) return;
        if (Files.Count < limits.MaxFiles) Files.Add(entry.FullName);
        else if (Files.Count == limits.MaxFiles && Unread.All(unread => unread.Path != shown(root))) Unread.Add(new(shown(root), $"holds more than {limits.MaxFiles} files; the rest was not read"));
    }

    private bool IsWithin(FileSystemInfo link)
    {
        try
        {
            return link.ResolveLinkTarget(returnFinalTarget: true) is { Exists: true } target && (target.FullName + Path.DirectorySeparatorChar).StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
