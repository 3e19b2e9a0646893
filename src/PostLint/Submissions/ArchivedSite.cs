using System.Text.RegularExpressions;
using PostLint.Syntax;

namespace PostLint.Submissions;

/// <summary>
/// Finds the post in an archive: a folder in the track's layout, or the rendered site, in which other people's sample posts lie beside it.
/// </summary>
internal static partial class ArchivedSite
{
    // Parts of the addresses of posts that the tracks' templates and Jekyll ship.
    private static readonly string[] s_samples =
    [
        "sample-submission",
        "example-content",
        "distill-example",
        "sample-test",
        "welcome-to-jekyll",
        "whats-jekyll",
        "introducing-",
    ];

    // What the layouts of the tracks write around a post, and around nothing else.
    private static readonly string[] s_marks =
    [
        "<d-front-matter",
        "<d-article",
        "class=\"post\"",
        "class=\"post ",
        "itemtype=\"http://schema.org/BlogPosting\"",
        "class=\"post-content",
    ];

    /// <summary>The post first, then the other files without the site's other pages; null where there is no post.</summary>
    public static (string Name, IReadOnlyList<SubmittedFile> Files)? Arrange(IReadOnlyList<SubmittedFile> files)
    {
        SubmittedFile? post = files.Where(IsWritten).MaxBy(Rank)
            ?? files.Where(IsPage).MaxBy(Rank)
            ?? files.Where(IsAnyPage).MaxBy(Rank)
            ?? files.Where(IsNotebook).MaxBy(Rank);
        if (post is null)
            return null;
        string inner = InnerPath(post);
        string name = Path.GetFileNameWithoutExtension(inner);
        if (name is "index" && Path.GetFileName(Path.GetDirectoryName(inner)) is { Length: > 0 } folder)
            name = folder;
        IEnumerable<SubmittedFile> others = files
            .Where(file => file != post && !IsOtherPage(file))
            .Select(file => SiteAddress.IsIn(file.Path) ? SiteAddress.Read(file) : file);
        return (name, [post with { Role = FileRole.Post }, .. others]);
    }

    /// <summary>Path in the archive, the folder that everything lies in left out where it holds the layout's.</summary>
    public static string InnerPath(SubmittedFile file)
    {
        string path = file.Container is null ? file.Path : file.Path[(file.Container.Length + 2)..];
        int posts = path.IndexOf("_posts/", StringComparison.Ordinal),
            assets = path.IndexOf("assets/", StringComparison.Ordinal);
        return posts > 0 ? path[posts..]
            : assets > 0 ? path[assets..]
            : path;
    }

    /// <summary>
    /// A site holds the posts of earlier years; what is handed in is the newest, and of several without a date the longest.
    /// </summary>
    private static (string Date, int Length) Rank(SubmittedFile file) =>
        (PathDate().Matches(file.Path).LastOrDefault() is { } date ? date.Value.Replace('/', '-') : "", file.Text!.Text.Length);

    private static bool IsWritten(SubmittedFile file) =>
        IsInside(file)
        && FileKinds.IsPostLanguage(file.Path)
        && file.Path.Contains("_posts/", StringComparison.Ordinal)
        && !IsSample(file.Path);

    private static bool IsPage(SubmittedFile file) =>
        IsInside(file)
        && FileKinds.IsHtml(file.Path)
        && !IsSample(file.Path)
        && s_marks.Any(mark => file.Text!.Text.Contains(mark, StringComparison.OrdinalIgnoreCase));

    /// <summary>Where nothing has a post's place or layout, any page may be it.</summary>
    private static bool IsAnyPage(SubmittedFile file) =>
        IsInside(file)
        && FileKinds.IsPostLanguage(file.Path)
        && !IsSample(file.Path)
        && !InnerPath(file).StartsWith("assets/", StringComparison.Ordinal)
        && Path.GetFileName(file.Path) is not ("README.md" or "404.html");

    /// <summary>Where there is no page, a notebook is the post.</summary>
    private static bool IsNotebook(SubmittedFile file) => IsInside(file) && FileKinds.IsNotebook(file.Path);

    private static bool IsInside(SubmittedFile file) => file is { Container: not null, Text: not null, Sheet: null };

    private static bool IsSample(string path) => s_samples.Any(sample => path.Contains(sample, StringComparison.OrdinalIgnoreCase));

    /// <summary>Pages that a site generates around its posts, and posts of others.</summary>
    private static bool IsOtherPage(SubmittedFile file)
    {
        if (!IsInside(file))
            return false;
        string name = Path.GetFileName(file.Path);
        return name is "index.html" or "404.html" or "README.md"
            || (FileKinds.IsPostLanguage(file.Path) && (IsSample(file.Path) || IsWritten(file) || IsPage(file)));
    }

    [GeneratedRegex("""\b(?:19|20)\d\d[-/](?:0\d|1[0-2])[-/][0-3]\d\b""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex PathDate();
}
