using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PostLint.Packs;

namespace PostLint.Workshop.Site;

/// <summary>The guides: Markdown of the repository as pages.</summary>
/// <param name="root">Full path of the repository.</param>
internal sealed class GuidePages(string root)
{
    /// <summary>What is a guide, in the order of the list, and how it is called there.</summary>
    private static readonly (string Part, (string File, string Path, string Name)[] Guides)[] s_parts =
    [
        (
            "Begin",
            [
                ("docs/authors.md", "guides/authors/", "For authors"),
                ("docs/maintainers.md", "guides/maintainers/", "For maintainers"),
                ("docs/triage.md", "guides/chairs/", "For chairs"),
                ("docs/editors.md", "guides/editors/", "In the editor"),
                ("README.md", "guides/reference/", "The command"),
            ]
        ),
        (
            "Rules of your own",
            [
                ("docs/packs.md", "guides/packs/", "As data"),
                ("docs/assembly-packs.md", "guides/assembly-packs/", "In C#"),
                ("docs/nrules-packs.md", "guides/nrules-packs/", "In NRules’ language"),
            ]
        ),
        (
            "How it works",
            [
                ("docs/evidence.md", "guides/evidence/", "Weighed evidence"),
                ("docs/sentences.md", "guides/sentences/", "Weighed sentences"),
                ("docs/engines.md", "guides/engines/", "Two engines"),
                ("docs/json.md", "guides/json/", "JSON output"),
                ("docs/web.md", "guides/web/", "The page in the browser"),
                ("docs/ARCHITECTURE.md", "guides/architecture/", "Architecture"),
                ("docs/decisions/README.md", "guides/decisions/", "Decisions"),
                ("CONTRIBUTING.md", "guides/contributing/", "Contributing"),
            ]
        ),
    ];

    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .UsePipeTables()
        .Build();

    private readonly Dictionary<string, string> _pages = s_parts
        .SelectMany(part => part.Guides)
        .Select(guide => (guide.File, guide.Path))
        .Concat(DecisionsOf(root))
        .Append(("CHANGELOG.md", "changes/"))
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>The pages; one of links that lead nowhere is refused.</summary>
    public IEnumerable<SitePage> All()
    {
        yield return Index();
        foreach ((string file, string path) in _pages)
            yield return Guide(file, path);
    }

    private static IEnumerable<(string File, string Path)> DecisionsOf(string root) =>
        Directory
            .EnumerateFiles(Path.Combine(root, "docs", "decisions"), "*.md")
            .Select(Path.GetFileNameWithoutExtension)
            .Where(name => name is not "README")
            .Order(StringComparer.Ordinal)
            .Select(name => ($"docs/decisions/{name}.md", $"guides/decisions/{name}/"));

    private SitePage Index()
    {
        IEnumerable<string> parts = s_parts.Select(part =>
        {
            var guides = part.Guides.Select(guide => (guide.Path, guide.Name, LeadOf(Read(guide.File))));
            return $"<section><h2>{part.Part}</h2>{Html.Cards(guides)}</section>\n";
        });
        const string Lead = "Guides for authors, maintainers, chairs and whoever writes rules.";
        return new("guides/", "Guides", Lead, $"<h1>Guides</h1>\n{string.Concat(parts)}");
    }

    private SitePage Guide(string file, string path)
    {
        MarkdownDocument document = Read(file);
        foreach (LinkInline link in document.Descendants<LinkInline>())
            link.Url = Address(link.Url ?? "", file);
        HeadingBlock heading = document.OfType<HeadingBlock>().First(block => block.Level == 1);
        string title = PlainText(heading);
        return new(path, title, LeadOf(document), $"<article class=\"guide\">\n{Written(document)}</article>\n")
        {
            Aside = path.StartsWith("guides/", StringComparison.Ordinal) ? Menu(path) : "",
        };
    }

    private MarkdownDocument Read(string file) => Markdown.Parse(File.ReadAllText(Path.Combine(root, file)), s_pipeline);

    private static string Written(MarkdownDocument document)
    {
        using var html = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(html);
        s_pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<Markdig.Renderers.Html.CodeBlockRenderer>(new CodeWriter());
        renderer.ObjectRenderers.ReplaceOrAdd<Markdig.Extensions.Tables.HtmlTableRenderer>(new TableWriter());
        renderer.Render(document);
        return html.ToString();
    }

    /// <summary>The list of guides; on a narrow window it is folded away.</summary>
    private static string Menu(string path)
    {
        string Item((string File, string Path, string Name) guide) =>
            $"<li><a href=\"/{guide.Path}\"{(guide.Path == path ? " aria-current=\"page\"" : "")}>{guide.Name}</a></li>";
        string lists = string.Concat(
            s_parts.Select(part => $"<p class=\"part\">{part.Part}</p><ul>{string.Concat(part.Guides.Select(Item))}</ul>")
        );
        return $"<nav class=\"menu\" aria-label=\"Guides\">{lists}</nav>";
    }

    /// <summary>Where a link of a file leads on the site, or else in the repository.</summary>
    private string Address(string url, string file)
    {
        if (url.Contains("://", StringComparison.Ordinal) || url.StartsWith('#') || url.StartsWith("mailto:", StringComparison.Ordinal))
            return url;
        string[] parts = url.Split('#', 2);
        string target = Path.GetRelativePath(root, Path.GetFullPath(Path.Combine(root, Path.GetDirectoryName(file)!, parts[0])))
            .Replace('\\', '/');
        string fragment = parts.Length > 1 ? $"#{parts[1]}" : "";
        if (_pages.TryGetValue(target, out string? page))
            return $"/{page}{fragment}";
        if (target.StartsWith("rules/", StringComparison.Ordinal) && target.EndsWith("README.md", StringComparison.Ordinal))
            return $"/{target[..^"README.md".Length].ToLowerInvariant()}{(parts.Length > 1 ? $"{parts[1]}/" : "")}";
        if (target is "rules/profiles")
            return "/profiles/";
        if (target.StartsWith("docs/schemas", StringComparison.Ordinal))
            return $"/schemas/{Path.GetFileName(target[("docs/schemas".Length)..])}";
        return Path.Exists(Path.Combine(root, target))
            ? $"{Website.Repository}/{(Directory.Exists(Path.Combine(root, target)) ? "tree" : "blob")}/main/{target}{fragment}"
            : throw new InvalidOperationException($"{file}: {url} leads nowhere");
    }

    /// <summary>The first sentence below the title.</summary>
    private static string LeadOf(MarkdownDocument document)
    {
        string text = document.OfType<ParagraphBlock>().FirstOrDefault() is { } first ? PlainText(first) : "";
        int end = text.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? text : text[..(end + 1)];
    }

    private static string PlainText(LeafBlock block) =>
        string.Concat(
            block
                .Inline!.Descendants()
                .Select(inline =>
                    inline switch
                    {
                        LiteralInline literal => literal.Content.ToString(),
                        CodeInline code => code.Content,
                        LineBreakInline => " ",
                        _ => "",
                    }
                )
        );

    /// <summary>Blocks of code as the site shows them: those that are files by their names, those of shells with what is typed.</summary>
    private sealed class CodeWriter : Markdig.Renderers.Html.HtmlObjectRenderer<CodeBlock>
    {
        protected override void Write(HtmlRenderer renderer, CodeBlock block)
        {
            string code = block.Lines.ToString();
            (string language, string file) = block is FencedCodeBlock fenced ? (fenced.Info ?? "", fenced.Arguments ?? "") : ("", "");
            string kind = language is "" && code.StartsWith("dotnet ", StringComparison.Ordinal) ? "sh" : language;
            renderer.Write(Html.Code(code, file.Length > 0 ? file : NameOf(kind), file.Length > 0, kind is "sh" or "console" ? kind : ""));
        }

        private static string NameOf(string kind) =>
            kind switch
            {
                "sh" => "Commands",
                "console" => "Commands and what they print",
                "" => "Text",
                _ => $"Example in {kind}",
            };
    }

    /// <summary>Tables that scroll by themselves where they are too wide.</summary>
    private sealed class TableWriter : Markdig.Renderers.Html.HtmlObjectRenderer<Markdig.Extensions.Tables.Table>
    {
        private readonly Markdig.Extensions.Tables.HtmlTableRenderer _inner = new();

        protected override void Write(HtmlRenderer renderer, Markdig.Extensions.Tables.Table table)
        {
            using var html = new StringWriter { NewLine = "\n" };
            var inner = new HtmlRenderer(html);
            s_pipeline.Setup(inner);
            inner.ObjectRenderers.ReplaceOrAdd<Markdig.Extensions.Tables.HtmlTableRenderer>(_inner);
            inner.Render(table);
            renderer.Write(Html.Table("Table", html.ToString()));
        }
    }
}
