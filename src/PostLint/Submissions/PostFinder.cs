using PostLint.Output;
using PostLint.Syntax;

namespace PostLint.Submissions;

/// <summary>Tells posts from their assets, and finds the folder that a post's assets lie below.</summary>
internal static class PostFinder
{
    private const string PostsFolder = "_posts";
    private static readonly string[] s_assetFolders = ["assets", "_includes", "public", "_layouts", "_sass", "_data"];

    /// <summary>
    /// The posts of a folder, in the order of its files: what lies in <c>_posts</c>; where nothing does, what a site of Hugo or Quarto
    /// publishes as posts; then Markdown, and HTML with front matter, outside the folders of assets; then every Markdown and HTML file,
    /// and where there is none, notebooks.
    /// </summary>
    public static List<string> Find(Site site)
    {
        List<string> written = [.. site.Files.Select(file => file.Path).Where(path => FileKinds.IsPostLanguage(path))];
        List<string> posts = written.FindAll(IsJekyllPost);
        if (posts.Count == 0)
            posts = GeneratedSite.PostsOf(site);
        if (posts.Count == 0)
            posts = written.FindAll(path => IsLikelyPost(site.Root, path));
        if (posts.Count == 0)
            posts = written;
        return posts.Count > 0 ? posts : [.. site.Files.Select(file => file.Path).Where(path => FileKinds.IsNotebook(path))];
    }

    /// <summary>A post's slug: the name of its file without extension; where that is <c>index</c>, of its folder.</summary>
    public static string SlugOf(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        return GeneratedSite.IsIndex(path) && Path.GetFileName(Path.GetDirectoryName(path)) is { Length: > 0 } folder ? folder : name;
    }

    /// <summary>The folder that holds <c>_posts</c>, for a path in it or the folder itself; null for other paths.</summary>
    public static string? SiteRootOf(string path)
    {
        for (string? at = path; at is not null; at = Path.GetDirectoryName(at))
        {
            if (Path.GetFileName(at) is PostsFolder)
                return Path.GetDirectoryName(at);
        }
        return null;
    }

    /// <summary>Whether the track's layout keeps posts or assets in a folder of this name at its top.</summary>
    public static bool IsLayoutFolder(string name) => name is PostsFolder or "assets" or "_includes" or "public" or "static";

    /// <summary>Whether a folder is a whole site, in which a single post does not own the theme's files.</summary>
    public static bool IsWholeSite(Site site) =>
        site.Find(Path.Combine(site.Root, "_config.yml")) is not null || GeneratedSite.IsOfHugo(site);

    /// <summary>Whether a file of a site with many posts is a post of its own, and so nobody's asset.</summary>
    public static bool IsPostOf(Site site, string path) =>
        IsJekyllPost(path) || (FileKinds.IsMarkdown(path) && IsLikelyPost(site.Root, path));

    private static bool IsJekyllPost(string path)
    {
        if (SiteRootOf(path) is null)
            return false;
        if (FileKinds.IsMarkdown(path))
            return !IsReadme(path);
        string name = Path.GetFileName(path);
        return HasDate(name) || Path.GetFileName(Path.GetDirectoryName(path)) is PostsFolder;
    }

    private static bool HasDate(string name) =>
        name.Length > 11 && name[4] == '-' && name[7] == '-' && name[10] == '-' && char.IsAsciiDigit(name[0]) && char.IsAsciiDigit(name[9]);

    private static bool IsLikelyPost(string root, string path)
    {
        string[] folders = path[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        if (folders[..^1].Any(folder => s_assetFolders.Contains(folder)))
            return false;
        if (GeneratedSite.IsPart(path))
            return false;
        return FileKinds.IsMarkdown(path) ? !IsReadme(path) : SafeFile.StartsWith(path, "---"u8);
    }

    /// <summary>Whether a file tells of the folder that it lies in.</summary>
    public static bool IsReadme(string path) => Path.GetFileNameWithoutExtension(path).Equals("README", StringComparison.OrdinalIgnoreCase);
}
