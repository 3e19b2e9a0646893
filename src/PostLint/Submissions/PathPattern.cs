namespace PostLint.Submissions;

/// <summary>
/// A pattern of paths: <c>*</c> and <c>?</c> stay within a name, <c>**</c> spans folders. A pattern without a slash matches a name at any depth;
/// one that matches a folder matches all below it.
/// </summary>
/// <param name="Folder">The full path of the folder that the pattern is relative to.</param>
/// <param name="Glob">The pattern, with forward slashes.</param>
public sealed record PathPattern(string Folder, string Glob)
{
    private readonly string[] _segments = Parse(Glob);

    /// <summary>Whether a path is meant.</summary>
    /// <param name="path">A full path, or one relative to the working directory of the process, as reports print it.</param>
    public bool IsMatch(string path)
    {
        string below = Path.GetRelativePath(Folder, Path.GetFullPath(path));
        string[] names = below.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        return !Path.IsPathRooted(below) && names[0] is not ".." && Matches(_segments, names);
    }

    /// <summary>Whether a glob means a path below the folder that it is relative to.</summary>
    /// <param name="glob">The pattern.</param>
    /// <param name="below">The path, with forward slashes.</param>
    public static bool IsMatch(string glob, string below) => Matches(Parse(glob), below.Split('/'));

    private static string[] Parse(string glob)
    {
        string[] segments = glob.Trim().Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments is [var name] && !glob.StartsWith('/')) segments = ["**", name];
        return [.. segments.Where(segment => segment is not ".")];
    }

    private static bool Matches(string[] segments, string[] names)
    {
        // Greedy with one point to go back to, as for the stars within a name: never more steps than segments times names.
        int at = 0, index = 0, star = -1, resume = 0;
        while (index < names.Length)
        {
            if (at == segments.Length && at > 0) return true;
            if (at < segments.Length && segments[at] is "**") (star, resume) = (at++, index);
            else if (at < segments.Length && MatchesName(segments[at], names[index])) (at, index) = (at + 1, index + 1);
            else if (star >= 0) (at, index) = (star + 1, ++resume);
            else return false;
        }
        return at > 0 && (at == segments.Length || (at == segments.Length - 1 && segments[at] is "**"));
    }

    private static bool MatchesName(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        int at = 0, index = 0, star = -1, resume = 0;
        while (index < name.Length)
        {
            if (at < pattern.Length && pattern[at] == '*') (star, resume) = (at++, index);
            else if (at < pattern.Length && (pattern[at] == '?' || pattern[at] == name[index])) (at, index) = (at + 1, index + 1);
            else if (star >= 0) (at, index) = (star + 1, ++resume);
            else return false;
        }
        return pattern[at..].Trim('*').IsEmpty;
    }
}
