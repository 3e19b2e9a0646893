using System.Text;
using System.Text.RegularExpressions;
using PostLint.Names;

namespace PostLint.Facts;

/// <summary>What paths of a site say: the slug of a post, and whether an edition lets a file lie where it does.</summary>
public static partial class SitePaths
{
    /// <summary>A post's file name without extension, date included.</summary>
    public static string SlugOf(string sitePath) => Path.GetFileNameWithoutExtension(sitePath);

    /// <summary>The date that a post's file name begins with; empty where it begins with none, or has no name behind it.</summary>
    public static string DateOf(string sitePath) =>
        Dated().Match(SlugOf(sitePath)) is { Success: true } match ? match.Groups["date"].Value : "";

    /// <summary>
    /// What the tracks' filters make of a title before they look for a post of that name: lower-case letters of ASCII and digits, with one
    /// hyphen wherever anything else stands between them. A post that is called otherwise is never found.
    /// </summary>
    public static string SluggedOf(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (char c in string.Concat(name.Select(c => char.IsAscii(c) ? c.ToString() : NameFold.Plain(c.ToString()))))
        {
            if (char.IsAsciiLetterOrDigit(c))
                slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-' && c != '\'')
                slug.Append('-');
        }
        return slug.ToString().TrimEnd('-');
    }

    /// <summary>
    /// Whether a file is one that submissions bring: it lies among posts or in a folder of a post's assets, or is called by a date and a
    /// name.
    /// </summary>
    public static bool IsOfPost(string sitePath) => OfPost().IsMatch(sitePath);

    /// <summary>Whether the paths are those of a site, not of a lone file.</summary>
    public static bool IsInSite(string postPath) => postPath.StartsWith("_posts/", StringComparison.Ordinal);

    /// <summary>Whether an edition allows a file of a post; letters may differ in case, which is another matter.</summary>
    public static bool IsAllowed(Edition edition, string slug, string sitePath) =>
        IsAllowed(edition, slug, sitePath, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an edition allows a file of a post, as a comparison of letters takes it.</summary>
    public static bool IsAllowed(Edition edition, string slug, string sitePath, StringComparison comparison)
    {
        foreach (string pattern in edition.AllowedPaths)
        {
            string path = pattern.Replace("{slug}", slug, StringComparison.Ordinal);
            bool isFolder = path.EndsWith("/**", StringComparison.Ordinal);
            bool fits = isFolder ? sitePath.StartsWith(path[..^2], comparison) : sitePath.Equals(path, comparison);
            if (fits)
                return true;
        }
        return false;
    }

    /// <summary>Whether a file lies where some post's assets may lie: in a folder of assets, but perhaps in another post's.</summary>
    public static bool IsAsset(Edition edition, string sitePath)
    {
        foreach (string pattern in edition.AllowedPaths)
        {
            int slug = pattern.IndexOf("{slug}", StringComparison.Ordinal);
            if (
                slug > 0
                && !pattern.StartsWith("_posts/", StringComparison.Ordinal)
                && sitePath.StartsWith(pattern[..slug], StringComparison.OrdinalIgnoreCase)
            )
                return true;
        }
        return false;
    }

    /// <summary>
    /// The part of a path that is named like the post: the name of a post or bibliography, or the folder of an asset. Other names are free.
    /// </summary>
    public static string TagOf(Edition edition, string sitePath)
    {
        foreach (string pattern in edition.AllowedPaths)
        {
            int slug = pattern.IndexOf("{slug}", StringComparison.Ordinal);
            if (slug < 0 || !sitePath.StartsWith(pattern[..slug], StringComparison.OrdinalIgnoreCase))
                continue;
            int end = sitePath.IndexOf('/', slug);
            return end < 0 ? sitePath[slug..] : sitePath[slug..end];
        }
        return "";
    }

    /// <summary>The folder of a path, with its slash; empty at the top.</summary>
    public static string FolderOf(string sitePath) => sitePath[..(sitePath.LastIndexOf('/') + 1)];

    [GeneratedRegex(@"^(?<date>\d{4}-\d\d-\d\d)-.*\w", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Dated();

    [GeneratedRegex(
        @"^_posts/|^assets/(?:(?:img|html)/[^/]+/|bibliography/)|(?:^|/)\d{4}-\d\d-\d\d-[^/]*\w",
        RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex OfPost();
}
