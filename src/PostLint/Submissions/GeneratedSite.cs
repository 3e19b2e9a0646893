using PostLint.Syntax;

namespace PostLint.Submissions;

/// <summary>
/// Finds the posts of sites that Hugo and Quarto generate, where a post is often a folder of its own with an index in it.
/// </summary>
internal static class GeneratedSite
{
    private const int MostFoldersUp = 8;
    private static readonly string[] s_quarto = ["_quarto.yml", "_quarto.yaml"];
    private static readonly string[] s_hugo = ["hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml"];

    /// <summary>Whether a folder holds the settings of Hugo, and with them a theme that is nobody's post.</summary>
    public static bool IsOfHugo(Site site) =>
        s_hugo.Any(name => Holds(site, name)) || Holds(site, Path.Combine("config", "_default", "hugo.toml"));

    /// <summary>The posts of such a site by path; nothing for other folders.</summary>
    public static List<string> PostsOf(Site site)
    {
        List<string> posts = [];
        if (IsOfHugo(site))
            posts = [.. Below(site, "content").Where(path => FileKinds.IsPostLanguage(path))];
        else if (s_quarto.Any(name => Holds(site, name)))
            posts = [.. Below(site, "").Where(path => FileKinds.MayBePost(path))];
        posts.RemoveAll(path => IsPart(path) || PostFinder.IsReadme(path) || IsInBundle(site, path));
        // Beside its posts a site has pages: the list of posts, who writes it.
        List<string> deep = posts.FindAll(path => !IsPage(site, path));
        return deep.Count > 0 ? deep : posts;
    }

    /// <summary>Whether a file is only a part of other pages: a list of a section, or what others include.</summary>
    public static bool IsPart(string path)
    {
        string name = Path.GetFileName(path);
        bool isOwnLanguage = FileKinds.IsMarkdown(path) || FileKinds.IsHtml(path) || FileKinds.IsNotebook(path);
        return isOwnLanguage && (name.StartsWith("_index.", StringComparison.Ordinal) || (name[0] is '_' && FileKinds.IsOfPandoc(path)));
    }

    /// <summary>Whether a file is the post of a folder of its own.</summary>
    public static bool IsIndex(string path) =>
        Path.GetFileNameWithoutExtension(path) is "index" && (FileKinds.IsMarkdown(path) || FileKinds.IsNotebook(path));

    /// <summary>
    /// The folder of a post that is a folder's index in a site of Hugo or Quarto, so that all in it belongs to the post; null for others,
    /// whose folder may hold anything.
    /// </summary>
    /// <param name="post">Full path of the post.</param>
    public static string? BundleOf(string post)
    {
        string folder = Path.GetDirectoryName(post)!;
        return IsIndex(post) && RootAbove(folder) is { } root && root != folder ? folder : null;
    }

    /// <summary>The folder of the site that a post lies in, told by its settings; null where there is none.</summary>
    /// <param name="folder">Full path of the post's folder.</param>
    public static string? RootAbove(string folder)
    {
        string? at = folder;
        for (int i = 0; i < MostFoldersUp && at is not null; i++, at = Path.GetDirectoryName(at))
        {
            if (s_quarto.Concat(s_hugo).Any(name => File.Exists(Path.Combine(at, name))))
                return at;
        }
        return null;
    }

    private static bool Holds(Site site, string path) => site.Find(Path.Combine(site.Root, path)) is not null;

    private static IEnumerable<string> Below(Site site, string folder)
    {
        string root = folder.Length == 0 ? site.Root : Path.Combine(site.Root, folder);
        return site.Files.Select(file => file.Path).Where(path => SymbolicLink.IsBelow(root, path));
    }

    /// <summary>Whether a file lies beside the index of a post, or below it, and so belongs to that.</summary>
    private static bool IsInBundle(Site site, string path)
    {
        string? folder = Path.GetDirectoryName(path);
        if (IsIndex(path))
            folder = Path.GetDirectoryName(folder);
        for (; folder is not null && SymbolicLink.IsBelow(site.Root, folder); folder = Path.GetDirectoryName(folder))
        {
            foreach (string name in (IEnumerable<string>)["index.md", "index.qmd", "index.ipynb"])
            {
                string index = Path.Combine(folder, name);
                if (index != path && site.Find(index) is not null)
                    return true;
            }
        }
        return false;
    }

    /// <summary>Whether a file lies at the top of the site, or of its content, where its pages lie.</summary>
    private static bool IsPage(Site site, string path)
    {
        string folder = Path.GetDirectoryName(path)!;
        return folder == site.Root || folder == Path.Combine(site.Root, "content");
    }
}
