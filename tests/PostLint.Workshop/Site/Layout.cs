using System.Text.RegularExpressions;

namespace PostLint.Workshop.Site;

/// <summary>What stands around the content of each page.</summary>
/// <param name="templates">The HTML that is written by hand.</param>
/// <param name="version">The version that the site describes.</param>
internal sealed partial class Layout(Templates templates, string version)
{
    private static readonly (string Path, string Name)[] s_parts = [("rules/", "Rules"), ("profiles/", "Calls"), ("guides/", "Guides")];

    /// <summary>A page as the file that a browser gets. It runs no script and asks no other host for anything.</summary>
    /// <param name="page">The page.</param>
    /// <param name="up">What leads from it to the start of the site: <c>./</c>, <c>../</c> and so on, or an address.</param>
    public string Render(SitePage page, string up)
    {
        // The body comes last: what stands in it is no blank.
        string html = templates.Fill(
            "page",
            ("description", Html.Text(page.Description)),
            ("title", Html.Text(page.Path.Length == 0 ? $"PostLint: {page.Title}" : $"{page.Title} · PostLint")),
            ("kind", KindOf(page)),
            ("parts", string.Concat(s_parts.Select(part => Part(part, page.Path)))),
            ("version", version),
            ("aside", page.Aside.Length == 0 ? "" : $"<aside>{page.Aside}</aside>\n"),
            ("body", page.Body)
        );
        return Internal().Replace(html, $"$1=\"{up}");
    }

    private static string KindOf(SitePage page) =>
        page.Path.Length == 0 ? "start"
        : page.Aside.Length > 0 ? "with-aside"
        : "plain";

    private static string Part((string Path, string Name) part, string path)
    {
        string current = path.StartsWith(part.Path, StringComparison.Ordinal) ? " aria-current=\"true\"" : "";
        return $"<li><a href=\"/{part.Path}\"{current}>{part.Name}</a></li>";
    }

    [GeneratedRegex("\\b(href|src)=\"/", RegexOptions.CultureInvariant)]
    private static partial Regex Internal();
}
