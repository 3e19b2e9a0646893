namespace PostLint.Facts;

/// <summary>Tells directories of users from what only looks like them.</summary>
internal static class HomeFiles
{
    // What files are called that containers hold beside the homes of users.
    private static readonly HashSet<string> s_files = new(StringComparer.OrdinalIgnoreCase)
    {
        ".py",
        ".txt",
        ".sh",
        ".json",
        ".yaml",
        ".yml",
        ".cfg",
        ".csv",
        ".log",
        ".ipynb",
        ".html",
        ".js",
        ".toml",
        ".zip",
        ".gz",
        ".tar",
        ".pth",
    };

    /// <summary>Whether a path leads to somebody's directory: it is no part of a web address, and what bears the name is no file.</summary>
    public static bool IsHome(string text, int at, string value) => !IsFile(text, at, value) && !WebAddresses.Holds(text, at);

    /// <summary>A file right below the directory of all homes, as containers have it, is nobody’s home.</summary>
    private static bool IsFile(string text, int at, string value)
    {
        int end = text.IndexOf(value, at, StringComparison.Ordinal) + value.Length;
        return s_files.Contains(Path.GetExtension(value)) && (end >= text.Length || text[end] is not ('/' or '\\'));
    }
}
