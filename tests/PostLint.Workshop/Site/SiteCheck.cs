using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PostLint.Workshop.Site;

/// <summary>
/// Finds what is wrong in the files of a site: links and anchors that lead nowhere, and pages without what every page has.
/// </summary>
internal static class SiteCheck
{
    private const string Elsewhere = "check/"; // laid beside the site, by its own build

    /// <summary>What is wrong, one sentence each, with the file.</summary>
    /// <param name="files">All files of the site by their paths, with forward slashes.</param>
    public static IEnumerable<string> Faults(IReadOnlyDictionary<string, string> files)
    {
        var pages = new Dictionary<string, IHtmlDocument>(StringComparer.Ordinal);
        var parser = new HtmlParser();
        foreach ((string path, string text) in files.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal)))
            pages.Add(path, parser.ParseDocument(text));
        var titles = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string path, IHtmlDocument page) in pages)
        {
            foreach (string fault in OfPage(page))
                yield return $"{path}: {fault}";
            if (!titles.Add(page.Title ?? ""))
                yield return $"{path}: another page has the title “{page.Title}”, too";
            foreach (string link in LinksOf(page))
            {
                if (OfLink(link, path, files, pages) is { } fault)
                    yield return $"{path}: {link} {fault}";
            }
        }
    }

    private static IEnumerable<string> OfPage(IHtmlDocument page)
    {
        if (string.IsNullOrWhiteSpace(page.Title))
            yield return "it has no title";
        if (page.DocumentElement.GetAttribute("lang") is not "en")
            yield return "it does not say its language";
        if (page.QuerySelectorAll("h1").Length is not 1 and var count)
            yield return $"it has {count} first headings instead of one";
        if (string.IsNullOrWhiteSpace(page.QuerySelector("meta[name=description]")?.GetAttribute("content")))
            yield return "it has no description";
        if (page.QuerySelector("script") is not null)
            yield return "it holds a script";
        foreach (var twice in page.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(group => group.Count() > 1))
            yield return $"the id {twice.Key} stands {twice.Count()} times";
    }

    private static IEnumerable<string> LinksOf(IHtmlDocument page) =>
        page.QuerySelectorAll("[href], [src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!).Distinct();

    /// <summary>What is wrong with a link; null for nothing, and for addresses of other hosts.</summary>
    private static string? OfLink(
        string link,
        string from,
        IReadOnlyDictionary<string, string> files,
        Dictionary<string, IHtmlDocument> pages
    )
    {
        string inside = link.StartsWith(Packs.Website.Address, StringComparison.Ordinal)
            ? "/" + link[Packs.Website.Address.Length..]
            : link;
        if (inside.Contains("://", StringComparison.Ordinal) || inside.StartsWith("mailto:", StringComparison.Ordinal))
            return null;
        var target = new Uri(new Uri($"site:///{from}"), inside);
        string path = Uri.UnescapeDataString(target.AbsolutePath.TrimStart('/'));
        if (path.StartsWith(Elsewhere, StringComparison.Ordinal))
            return null;
        string file = path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path;
        if (!files.ContainsKey(file))
            return "leads to no file of the site";
        string anchor = Uri.UnescapeDataString(target.Fragment.TrimStart('#'));
        return anchor.Length == 0 || (pages.GetValueOrDefault(file)?.GetElementById(anchor) is not null)
            ? null
            : "leads to an anchor that is not there";
    }
}
