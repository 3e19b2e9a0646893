using System.Text.RegularExpressions;
using PostLint.Facts;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Rules.Identity;

/// <summary>Copies of the repository that submissions go to, and what of them is the submission’s own.</summary>
internal static partial class TrackRepository
{
    private const string Staging = "staging";
    private const int ShortestSlug = 8; // letters; shorter ones are words that other addresses hold too

    /// <summary>Whether a link leads to a repository or its site on an account that not everybody refers to.</summary>
    public static bool IsPrivate(WebLink link) =>
        link.HasAccount && link.Kind is "code" or "site" && !WellKnown.Accounts.Contains(link.Account.Text);

    /// <summary>A name that only tracks of posts have.</summary>
    public static bool IsNamedOutright(WebLink link) => Outright().IsMatch(link.Project.Text);

    /// <summary>A name that tracks give their repositories, as others may.</summary>
    public static bool IsNamed(WebLink link) =>
        IsNamedOutright(link) || Year().IsMatch(link.Project.Text) || link.Project.Text is "blog-track" or "blogposts" or Staging;

    /// <summary>Whether other repositories are named so, which hold no posts.</summary>
    public static bool IsNamedAsMany(WebLink link) => link.Project.Text is Staging;

    /// <summary>An image, frame or script out of the folders of a post’s assets.</summary>
    public static bool ShowsAsset(WebLink link) => link.Use is LinkUse.Image or LinkUse.Embed && Asset().IsMatch(link.Address.Text);

    /// <summary>Whether the address holds the dated name of a post of the submission; that of a track’s copy may lack the date.</summary>
    public static bool HoldsPost(WebLink link, FileEntry file)
    {
        if (file.Role is not FileRole.Post)
            return false;
        string name = Path.GetFileNameWithoutExtension(file.SitePath);
        string slug = Dated().Replace(name, "");
        string sought = IsNamed(link) ? slug : name;
        return slug.Length >= ShortestSlug && link.Address.Text.Contains(sought, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether the repository is named after the year of a post of the submission, or after no year.</summary>
    public static bool IsOfYear(WebLink link, FileEntry file) =>
        file.Role is FileRole.Post
        && (!Year().IsMatch(link.Project.Text) || Path.GetFileName(file.SitePath).StartsWith(link.Project.Text, StringComparison.Ordinal));

    [GeneratedRegex(@"iclr.*blog|blog.*iclr", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Outright();

    [GeneratedRegex(@"^20[2-4]\d$", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Year();

    [GeneratedRegex(@"/assets/(?:img|html|gif|video|audio|js|css|plotly|bibliography)/", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Asset();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d-", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Dated();
}
