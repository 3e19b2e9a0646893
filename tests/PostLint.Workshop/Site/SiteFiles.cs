using PostLint.Packs;
using PostLint.Profiles;
using PostLint.Rules;

namespace PostLint.Workshop.Site;

/// <summary>
/// The website: guides from <c>docs/</c>, a page for each rule and each profile from what the command knows of them, and the schemas. The
/// application of <c>src/PostLint.Web</c> is laid beside it, as <c>check/</c>.
/// </summary>
internal static class SiteFiles
{
    /// <summary>All files of the site by their paths below it, with forward slashes, and their texts.</summary>
    /// <param name="root">Full path of the repository.</param>
    public static IReadOnlyDictionary<string, string> All(string root)
    {
        var templates = new Templates(root);
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["style.css"] = templates.Read("style.css"),
            ["icon.svg"] = File.ReadAllText(Path.Combine(root, "src", "PostLint.Web", "wwwroot", "icon.svg")),
        };
        foreach (string schema in Directory.EnumerateFiles(Path.Combine(root, "docs", "schemas")))
            files[$"schemas/{Path.GetFileName(schema)}"] = File.ReadAllText(schema);
        var layout = new Layout(templates, typeof(Linter).Assembly.GetName().Version!.ToString(3));
        foreach (SitePage page in Pages(root, templates))
            files.Add(page.File, layout.Render(page, Up(page.Path)));
        // A host shows it in place of any page, so that it names the others from the start.
        var missing = new SitePage("404/", "No such page", "There is no page at this address.", templates.Fill("missing"));
        files["404.html"] = layout.Render(missing, Website.Address);
        return files;
    }

    private static IEnumerable<SitePage> Pages(string root, Templates templates)
    {
        IReadOnlyList<RuleDescriptor> cards = BuiltInPack.Catalogue.Cards;
        Profile[] profiles =
        [
            .. BuiltInPack
                .Catalogue.ProfileNames.Select(BuiltInPack.Catalogue.Profile)
                .OrderByDescending(profile => profile.Edition?.Year ?? 0)
                .ThenBy(profile => profile.Name, StringComparer.Ordinal),
        ];
        yield return Start(templates, cards.Count, profiles.Length, FirstFinding(File.ReadAllText(Path.Combine(root, "README.md"))));
        foreach (SitePage page in new GuidePages(root).All())
            yield return page;
        foreach (SitePage page in new RulePages(root, templates, cards, profiles).All())
            yield return page;
        foreach (SitePage page in new ProfilePages(templates, cards, profiles).All())
            yield return page;
        string line = Html.Code($"# yaml-language-server: $schema={Website.Schema("configuration")}", ".postlint.yml", isNamed: true);
        yield return new(
            "schemas/",
            "Schemas",
            "JSON schemas of PostLint’s files, by which editors complete and check them.",
            templates.Fill("schemas", ("line", line))
        );
    }

    private static SitePage Start(Templates templates, int rules, int calls, string finding) =>
        new(
            "",
            "what in your post gives you away?",
            "PostLint reads a post submitted to a double-blind track and says what reveals its authors, where, why, and what to do.",
            templates.Fill(
                "start",
                ("output", Html.Code(finding, "What PostLint says of a post", kind: "output")),
                ("rules", $"{rules}"),
                ("calls", $"{calls}")
            )
        );

    /// <summary>The first finding of the output that README shows, as if the post lay in a folder of the reader's.</summary>
    private static string FirstFinding(string readme)
    {
        int begin = readme.IndexOf("<!-- output -->", StringComparison.Ordinal),
            end = readme.IndexOf("<!-- end -->", StringComparison.Ordinal);
        string output = readme[begin..end].Split("```")[1].Trim();
        return output.Split("\n\n")[0].Replace("fixtures/submissions/leaking-2024", "my-post", StringComparison.Ordinal);
    }

    private static string Up(string path) => path.Length == 0 ? "./" : string.Concat(Enumerable.Repeat("../", path.Count(c => c == '/')));
}
