namespace PostLint.Submissions;

/// <summary>A folder with one post or many, and the files in it. Safe to share between threads.</summary>
internal sealed class Site
{
    private readonly Lazy<Dictionary<string, List<int>>> _byName;

    /// <summary>Wraps a listing.</summary>
    /// <param name="root">Full path of the folder.</param>
    /// <param name="files">By ordinal path.</param>
    /// <param name="unread">Full paths of what could not be listed.</param>
    public Site(string root, IReadOnlyList<SiteFile> files, IReadOnlyList<Unread> unread)
    {
        (Root, Files, Unread) = (root, files, unread);
        _byName = new(IndexNames);
    }

    public string Root { get; }

    /// <summary>Whether files outside the working directory are reported by full paths, as the folder was given.</summary>
    public bool IsGivenInFull { get; init; }

    public IReadOnlyList<SiteFile> Files { get; }

    public IReadOnlyList<Unread> Unread { get; }

    /// <summary>What patterns left out, by full path; nothing below a folder that is left out is listed.</summary>
    public IReadOnlyList<Excluded> Excluded { get; init; } = [];

    /// <summary>How many files and folders the <c>.gitignore</c> of the work tree hides; a hidden folder counts once.</summary>
    public int Ignored { get; init; }

    /// <summary>The part of the site below a folder.</summary>
    public Site Below(string folder)
    {
        if (folder == Root)
            return this;
        int start = FirstAtOrAfter(folder + Path.DirectorySeparatorChar);
        int end = FirstAtOrAfter(folder + (char)(Path.DirectorySeparatorChar + 1));
        return new(folder, [.. Files.Skip(start).Take(end - start)], [.. Unread.Where(entry => SymbolicLink.IsBelow(folder, entry.Path))])
        {
            IsGivenInFull = IsGivenInFull,
        };
    }

    /// <summary>How many of the paths, which are in ordinal order, lie below a folder.</summary>
    public static int CountBelow(string folder, List<string> paths) =>
        Rank(paths, folder + (char)(Path.DirectorySeparatorChar + 1)) - Rank(paths, folder + Path.DirectorySeparatorChar);

    /// <summary>The files that lie in a folder named like the slug or are named like it, whatever their extension.</summary>
    public IEnumerable<SiteFile> Named(string slug) => _byName.Value.GetValueOrDefault(slug)?.Select(index => Files[index]) ?? [];

    /// <summary>The file with a full path; null where the site has none.</summary>
    public SiteFile? Find(string path)
    {
        int index = FirstAtOrAfter(path);
        return index < Files.Count && Files[index].Path == path ? Files[index] : null;
    }

    private int FirstAtOrAfter(string path)
    {
        int low = 0,
            high = Files.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (string.CompareOrdinal(Files[middle].Path, path) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private static int Rank(List<string> paths, string path)
    {
        int found = paths.BinarySearch(path, StringComparer.Ordinal);
        return found >= 0 ? found : ~found;
    }

    private Dictionary<string, List<int>> IndexNames()
    {
        var index = new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < Files.Count; i++)
        {
            foreach (string name in NamesOf(Files[i].Path[Root.Length..]))
            {
                if (!index.TryGetValue(name, out List<int>? files))
                    index[name] = files = [];
                if (files.Count == 0 || files[^1] != i)
                    files.Add(i);
            }
        }
        return index;
    }

    private static IEnumerable<string> NamesOf(string path)
    {
        string[] names = path.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        return names[..^1].Append(Path.GetFileNameWithoutExtension(names[^1]));
    }
}
