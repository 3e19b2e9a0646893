namespace PostLint.Submissions;

/// <summary>A file below a given folder.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Target">Where it leads if it is a symbolic link within that folder; otherwise its path.</param>
internal readonly record struct SiteFile(string Path, string Target);

/// <summary>What keeps reading within a folder: whether a path leads out of it through symbolic links.</summary>
internal static class SymbolicLink
{
    public const string LeadsOut = "it is a symbolic link that leads out of the folder or nowhere";

    /// <summary>
    /// The file that a path stands for, links in the folders above it included; null where one leads out of the folder or nowhere.
    /// </summary>
    public static string? Resolve(string folder, string path) => IsPlainlyWithin(folder, path) ? Resolve(folder, new FileInfo(path)) : null;

    /// <summary>
    /// The file that an entry of a folder, or of plain folders below it, stands for; null where a link leads out of the folder or nowhere.
    /// </summary>
    public static string? Resolve(string folder, FileSystemInfo link)
    {
        if (!IsLink(link))
            return link.FullName;
        try
        {
            return
                link.ResolveLinkTarget(returnFinalTarget: true) is FileInfo { Exists: true } target
                && IsPlainlyWithin(folder, target.FullName)
                ? target.FullName
                : null;
        }
        catch (IOException)
        {
            // Links that lead round in a circle.
            return null;
        }
    }

    private static bool IsPlainlyWithin(string folder, string path)
    {
        if (!IsBelow(folder, path))
            return false;
        for (
            string? above = Path.GetDirectoryName(path);
            above is not null && above.Length > folder.Length;
            above = Path.GetDirectoryName(above)
        )
        {
            if (IsLink(new DirectoryInfo(above)))
                return false;
        }
        return true;
    }

    /// <summary>What is not there has all attributes at once, and is no link.</summary>
    private static bool IsLink(FileSystemInfo entry) =>
        (int)entry.Attributes != -1 && entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    /// <summary>Whether a full path lies in a folder, by name alone.</summary>
    public static bool IsBelow(string folder, string path) =>
        path.Length > folder.Length
        && path.StartsWith(folder, StringComparison.Ordinal)
        && (Path.EndsInDirectorySeparator(folder) || path[folder.Length] == Path.DirectorySeparatorChar);
}
