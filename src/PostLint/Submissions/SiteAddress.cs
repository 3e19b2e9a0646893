using System.Text.RegularExpressions;
using PostLint.Assets;
using PostLint.Syntax;

namespace PostLint.Submissions;

/// <summary>
/// Files that a site generator writes around posts: <c>CNAME</c>, feeds, sitemaps, <c>robots.txt</c>. They hold other people's texts, of
/// which nothing is judged, and the
/// address where the site lives, which is what they say about themselves.
/// </summary>
internal static partial class SiteAddress
{
    private const int Timeout = 1_000; // milliseconds; the patterns are linear, this guards against what nobody thought of
    private const int MaxRead = 64 << 10; // characters; the address stands at the beginning

    /// <summary>Whether a file is such a one, by its name.</summary>
    public static bool IsIn(string path) =>
        Path.GetFileName(path) is "CNAME" or "robots.txt" or "sitemap.xml" or "feed.xml" or "atom.xml" or "rss.xml";

    /// <summary>The file with the address of its site instead of its text.</summary>
    public static SubmittedFile Read(SubmittedFile file)
    {
        if (file.Text is not { } source || file.Sheet is not null)
            return file;
        var sheet = new MetadataSheetBuilder();
        foreach (
            string address in Find(Path.GetFileName(file.Path), source.Text[..Math.Min(source.Text.Length, MaxRead)])
                .Distinct(StringComparer.OrdinalIgnoreCase)
        )
            sheet.Add("Site", "Address", address);
        MetadataSheet read = sheet.Build(file.Path);
        return file with { Text = read.Source, Sheet = read, Role = FileRole.BinaryAsset };
    }

    private static IEnumerable<string> Find(string name, string text) =>
        name switch
        {
            "CNAME" => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Take(1)
                .Select(host => $"https://{host}/"),
            "robots.txt" => Sitemap().Matches(text).Select(match => match.Groups["address"].Value),
            "sitemap.xml" => Location().Matches(text).Take(1).Select(match => match.Groups["address"].Value),
            _ => Own().Matches(Head(text)).Select(match => match.Groups["address"].Value),
        };

    /// <summary>A feed up to its first entry: what follows are texts.</summary>
    private static string Head(string feed)
    {
        int entry = feed.IndexOf("<entry", StringComparison.Ordinal),
            item = feed.IndexOf("<item", StringComparison.Ordinal);
        return entry >= 0 ? feed[..entry]
            : item >= 0 ? feed[..item]
            : feed;
    }

    [GeneratedRegex("""(?im)^\s*sitemap\s*:\s*(?<address>https?://\S+)""", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Sitemap();

    [GeneratedRegex("""<loc>\s*(?<address>https?://[^<\s]+)""", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Location();

    // <link href="…" rel="self"/> and <id> of Atom, <link> of RSS.
    [GeneratedRegex(
        """<link\s[^>]*href="(?<address>https?://[^"]+)"|<(?:link|id)>\s*(?<address>https?://[^<\s]+)""",
        RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex Own();
}
