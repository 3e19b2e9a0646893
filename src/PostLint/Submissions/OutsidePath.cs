namespace PostLint.Submissions;

/// <summary>Paths that lie outside of the folder that PostLint runs in: the way there tells the login of whoever runs it.</summary>
public static class OutsidePath
{
    private const int DeepestHomes = 3; // as /mnt/c/Users; further down a folder of that name is a part of somebody's work

    private static readonly string[] s_homes = ["home", "Users", "users", "Documents and Settings"];

    /// <summary>Whether a path, with forward slashes, is one.</summary>
    public static bool Is(string path)
    {
        bool hasDrive = path.Length > 2 && char.IsAsciiLetter(path[0]) && path[1] == ':' && path[2] == '/';
        return hasDrive || path.StartsWith('/') || path.StartsWith('~') || path.Split('/').Contains("..");
    }

    /// <summary>What may be told of one: the last part, unless it is somebody's home.</summary>
    public static string Of(string path)
    {
        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0 || parts[^1] is "..")
            return "…";
        bool isHome = parts.Length > 1 && s_homes.Contains(parts[^2], StringComparer.Ordinal);
        return isHome ? "~" : $"…/{parts[^1]}";
    }

    /// <summary>A path as it is told from a folder, with forward slashes: relative, but the full one where the folder is that of a whole
    /// machine or of its homes, because everything lies below it.</summary>
    /// <param name="folder">Full path of the folder.</param>
    /// <param name="full">Full path of what is told.</param>
    public static string From(string folder, string full) =>
        (LeadsHome(folder, full) ? full : Path.GetRelativePath(folder, full)).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>Whether the way from a folder down to a path begins at the root, or leads into somebody's home.</summary>
    private static bool LeadsHome(string folder, string full)
    {
        if (!SymbolicLink.IsBelow(folder, full))
            return false;
        if (Path.EndsInDirectorySeparator(folder))
            return true;
        char[] separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];
        string[] parts = full.Split(separators, StringSplitOptions.RemoveEmptyEntries);
        int homes = Array.FindIndex(parts, part => s_homes.Contains(part, StringComparer.Ordinal));
        int own = folder.Split(separators, StringSplitOptions.RemoveEmptyEntries).Length;
        // The folder ends at or above the one that holds the homes.
        return homes >= 0 && homes < DeepestHomes && homes + 1 < parts.Length && own <= homes + 1;
    }
}
