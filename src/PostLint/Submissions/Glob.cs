namespace PostLint.Submissions;

/// <summary>Patterns of paths: <c>*</c> and <c>?</c> within a name, <c>**</c> across folders; a pattern without a slash matches names anywhere.</summary>
public static class Glob
{
    /// <summary>Whether a path, with forward slashes, matches.</summary>
    public static bool Matches(string pattern, string path)
    {
        string[] names = path.Split('/');
        if (!pattern.Contains('/', StringComparison.Ordinal)) return names.Any(name => NameMatches(pattern, name));
        string[] parts = pattern.Trim('/').Split('/');
        if (parts[^1] is not "**" && pattern.EndsWith('/')) parts = [.. parts, "**"];
        for (int start = 0; start < names.Length; start++)
        {
            if (Matches(parts, 0, names, start)) return true;
        }
        return false;
    }

    private static bool Matches(string[] parts, int part, string[] names, int name)
    {
        if (part == parts.Length) return name == names.Length;
        if (parts[part] is not "**") return name < names.Length && NameMatches(parts[part], names[name]) && Matches(parts, part + 1, names, name + 1);
        for (int next = name; next <= names.Length; next++)
        {
            if (Matches(parts, part + 1, names, next)) return true;
        }
        return false;
    }

    private static bool NameMatches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name) => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false);
}
