using System.Buffers;
using PostLint.Syntax;

namespace PostLint.Submissions;

/// <summary>The files of a site that a post names, in whatever syntax: anything that looks like a path and is one.</summary>
internal static class AssetReferences
{
    private static readonly SearchValues<char> s_delimiters = SearchValues.Create(" \t\r\n\"'()<>[]{}|,;=`:\\?#*!");
    private static readonly string[] s_folders = ["", "assets/bibliography", "_includes", "static", "assets"];

    /// <summary>The files named in a text, in the order they are named; one may come twice.</summary>
    public static IEnumerable<SiteFile> Find(string text, string postPath, Site site)
    {
        string[] folders = [.. s_folders.Select(folder => Path.Combine(site.Root, folder)), Path.GetDirectoryName(postPath)!];
        for (int dot = text.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = text.IndexOf('.', dot + 1))
        {
            if (PathAround(text, dot) is not { } path)
                continue;
            foreach (string folder in folders)
            {
                if (site.Find(Path.GetFullPath(Path.Combine(folder, path))) is not { } file)
                    continue;
                yield return file;
                break;
            }
        }
    }

    /// <summary>The path whose extension begins at a dot; null where none does.</summary>
    private static string? PathAround(string text, int dot)
    {
        ReadOnlySpan<char> after = text.AsSpan(dot + 1);
        int end = after.IndexOfAnyExcept(s_extensionCharacters);
        ReadOnlySpan<char> extension = end < 0 ? after : after[..end];
        if (extension.Length is 0 or > 8 || FileKinds.RoleOfExtension(extension) is null)
            return null;
        int start = text.AsSpan(0, dot).LastIndexOfAny(s_delimiters) + 1;
        ReadOnlySpan<char> path = text.AsSpan(start, dot + 1 + extension.Length - start);
        // Two slashes: the rest of an address on the web.
        if (path.Length > 512 || path.StartsWith("//") || path.Contains('\0'))
            return null;
        string relative = path.TrimStart('/').ToString();
        return relative.Contains('%', StringComparison.Ordinal) ? Unescape(relative) : relative;
    }

    private static readonly SearchValues<char> s_extensionCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    );

    private static string? Unescape(string path)
    {
        string plain = Uri.UnescapeDataString(path);
        return plain.Contains('\0', StringComparison.Ordinal) ? null : plain;
    }
}
