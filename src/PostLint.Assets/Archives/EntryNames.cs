namespace PostLint.Assets.Archives;

/// <summary>Looks at the names of an archive's entries: those that lead out of it are told, those that come twice are read once.</summary>
internal sealed class EntryNames(AssetScan scan)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>Whether an entry is to be read.</summary>
    public bool Accept(string name)
    {
        string path = name.Replace('\\', '/');
        if (path.StartsWith('/') || path.Split('/').Contains("..") || (path.Length > 1 && path[1] == ':'))
            scan.Field("Archive", "EntryName", name);
        if (_seen.Add(path))
            return true;
        scan.Unread("entries of the same name hide each other; the first of each was read");
        return false;
    }

    /// <summary>A name inside an archive as a path: forward slashes, and no control characters.</summary>
    internal static string Shown(string name) =>
        string.Concat(name.Replace('\\', '/').Select(c => char.IsControl(c) ? '�' : c)).TrimStart('/');
}
