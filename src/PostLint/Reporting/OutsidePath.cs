namespace PostLint.Reporting;

/// <summary>Paths that lie outside of the folder that PostLint runs in: the way there tells the login of whoever runs it.</summary>
public static class OutsidePath
{
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
}
