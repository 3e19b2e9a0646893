namespace PostLint.Text;

/// <summary>
/// A pattern of paths: <c>*</c> and <c>?</c> stay within a name, <c>[a-z]</c> is one character of it, <c>**</c> spans folders, and
/// <c>\</c> takes the
/// next sign literally. A pattern without a slash matches a name at any depth; one that matches a folder matches all below it.
/// </summary>
/// <param name="Folder">The full path of the folder that the pattern is relative to.</param>
/// <param name="Glob">The pattern, with forward slashes.</param>
public sealed record PathPattern(string Folder, string Glob)
{
    private readonly string[] _segments = Parse(Glob);

    /// <summary>Who says so, as people look it up: <c>.postlint.yml:4</c> or <c>--exclude</c>; empty where nobody asks.</summary>
    public string Origin { get; init; } = "";

    /// <summary>Full path of the folder that relative paths start from; the pattern's own where nobody says another.</summary>
    public string WorkingDirectory { get; init; } = Folder;

    /// <summary>Whether a path is meant.</summary>
    /// <param name="path">A full path, or one from the <see cref="WorkingDirectory"/> on, as reports print it.</param>
    public bool IsMatch(string path)
    {
        string below = Path.GetRelativePath(Folder, Path.GetFullPath(path, WorkingDirectory));
        string[] names = below.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        return !Path.IsPathRooted(below) && names[0] is not ".." && PostLint.Text.Glob.Matches(_segments, names);
    }

    /// <summary>Whether a glob means a path below the folder that it is relative to.</summary>
    /// <param name="glob">The pattern.</param>
    /// <param name="below">The path, with forward slashes.</param>
    public static bool IsMatch(string glob, string below) => PostLint.Text.Glob.Matches(Parse(glob), below.Split('/'));

    /// <summary>What is wrong with a pattern, in words that end a sentence; null for nothing.</summary>
    public static string? ProblemOf(string glob) => PostLint.Text.Glob.ProblemOf(glob);

    private static string[] Parse(string glob)
    {
        string[] segments = glob.Trim().Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments is [var name] && !glob.StartsWith('/'))
            segments = ["**", name];
        return [.. segments.Where(segment => segment is not ".")];
    }
}
