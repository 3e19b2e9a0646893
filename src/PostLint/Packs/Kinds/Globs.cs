using PostLint.Facts;

namespace PostLint.Packs.Kinds;

/// <summary>Paths as packs name them: globs below the site, with the post's name in braces.</summary>
internal static class Globs
{
    /// <summary>Whether a file is one of those that globs name.</summary>
    /// <param name="globs">The globs.</param>
    /// <param name="post">The post that <c>{slug}</c> and <c>{date}</c> are those of.</param>
    /// <param name="file">The file.</param>
    public static bool Match(IReadOnlyList<string> globs, FileEntry post, FileEntry file)
    {
        foreach (string glob in globs)
        {
            if (PathPattern.IsMatch(Filled(glob, post.SitePath), file.SitePath))
                return true;
        }
        return false;
    }

    /// <summary>A text with the post's slug and date in it.</summary>
    public static string Filled(string text, string postPath) =>
        text.Contains('{', StringComparison.Ordinal)
            ? text.Replace("{slug}", SitePaths.SlugOf(postPath), StringComparison.Ordinal)
                .Replace("{date}", SitePaths.DateOf(postPath), StringComparison.Ordinal)
            : text;
}
