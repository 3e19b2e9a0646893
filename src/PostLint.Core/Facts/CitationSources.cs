using System.Text.RegularExpressions;
using PostLint.Names;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>An author as the post's own list has them.</summary>
/// <param name="Written">As written, affiliation aside.</param>
/// <param name="Parts">The name in parts.</param>
/// <param name="Affiliation">Where they work; empty where the list does not say.</param>
/// <param name="Standing">Whether it is somebody.</param>
/// <param name="Place">The name.</param>
public sealed record CitedAuthor(Sensitive Written, PersonName Parts, Sensitive Affiliation, AuthorStanding Standing, Place Place);

/// <summary>What the post's citation is made of: front matter, or the head of a rendered page.</summary>
/// <param name="Title">Without markup; empty where there is none.</param>
/// <param name="Authors">In order.</param>
/// <param name="Slug">The file's name without extension.</param>
/// <param name="Place">The front matter; the file where there is none.</param>
public sealed record CitationSource(Sensitive Title, IReadOnlyList<CitedAuthor> Authors, string Slug, Place Place) : Fact(Place)
{
    /// <summary>Whether it is a rendered page, without front matter.</summary>
    public bool IsRendered { get; init; }

    /// <summary>Whether the page holds the boxes that a layout's script fills with line and entry.</summary>
    public bool HasBoxes { get; init; }

    /// <summary>Whether a layout that splits the author list reads the authors that people read.</summary>
    public bool IsReadAsMeant { get; init; } = true;

    /// <summary>Entries of the author list that have details and no name.</summary>
    public IReadOnlyList<Place> Nameless { get; init; } = [];

    /// <summary>Where the title stands in the front matter; null where it does not.</summary>
    public Place? TitlePlace { get; init; }

    /// <summary>Whether an author is somebody.</summary>
    public bool NamesSomebody => Authors.Any(author => author.Standing is AuthorStanding.Named);
}

/// <summary>Finds what the post's citation is made of.</summary>
public sealed partial class CitationSourceExtractor : IExtractor
{
    private static readonly string[] s_affiliationKeys =
    [
        "affiliation",
        "affiliations",
        "institution",
        "institutions",
        "organization",
        "organisation",
        "university",
        "company",
    ];
    private static readonly string[] s_nameKeys = ["name", "author", "fullname", "full_name"];

    /// <summary>What a post alone says; null where it has neither front matter nor is a rendered page.</summary>
    public static CitationSource? Read(SourceText post)
    {
        var facts = new List<Fact>();
        new CitationSourceExtractor().Extract(
            new Document(Parsers.Parse(post, FileKinds.LanguageOf(post.Path, FileRole.Post)), FileRole.Post, new Lexicon(), 0, 0),
            facts
        );
        return facts.OfType<CitationSource>().FirstOrDefault();
    }

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        if (document.Role is not FileRole.Post)
            return;
        Node? frontMatter = document.Tree.Root.Children.FirstOrDefault(node => node.Kind is NodeKind.FrontMatter);
        if (frontMatter is not null)
            facts.Add(OfFrontMatter(document, frontMatter));
        else if (Path.GetExtension(document.Source.Path) is ".html" or ".htm")
            facts.Add(OfPage(document));
    }

    private static CitationSource OfFrontMatter(Document document, Node frontMatter)
    {
        Node? title = frontMatter.Property("title") is { } property ? Scalar(property) : null;
        var authors = new List<CitedAuthor>();
        var nameless = new List<Place>();
        bool isReadAsMeant = true;
        if ((frontMatter.Property("authors") ?? frontMatter.Property("author")) is { } list)
        {
            foreach (Node child in list.Children)
            {
                if (child.Kind is NodeKind.Scalar)
                    Line(document, child, child.Span, TextOf(document, child), authors, ref isReadAsMeant);
                else if (child.Kind is NodeKind.Item)
                    Entry(document, child, authors, nameless);
            }
            if (list.Children.Any(child => child.Kind is NodeKind.Property))
                Entry(document, list, authors, nameless);
        }
        return new(
            title is null ? "" : Bare(TextOf(document, title)),
            authors,
            Path.GetFileNameWithoutExtension(document.Source.Path),
            document.PlaceOf(frontMatter.Span, TextContext.FrontMatter)
        )
        {
            IsReadAsMeant = isReadAsMeant,
            Nameless = nameless,
            TitlePlace = title is null ? null : document.PlaceOf(title.Span, TextContext.FrontMatter),
        };
    }

    /// <summary>A page of the track's rendered site: title and authors stand in elements with the ids that its layout gives them.</summary>
    private static CitationSource OfPage(Document document)
    {
        string title = "";
        var authors = new List<CitedAuthor>();
        bool hasBoxes = false,
            isReadAsMeant = true;
        foreach (Node node in document.Tree.Nodes)
        {
            if (node.Children.FirstOrDefault(child => child is { Kind: NodeKind.Attribute, Name: "id" })?.Value is not { } id)
                continue;
            if (id is "bibtex-box")
                hasBoxes = true;
            else if (id is "iclr-post-title")
                title = Bare(document.Source.Slice(node.Content).ToString());
            else if (id is "iclr-post-authors")
                Line(document, node, node.Content, Bare(document.Source.Slice(node.Content).ToString()), authors, ref isReadAsMeant);
        }
        return new(title, authors, Path.GetFileNameWithoutExtension(document.Source.Path), new(document.Source.Path))
        {
            IsRendered = true,
            HasBoxes = hasBoxes,
            IsReadAsMeant = isReadAsMeant,
        };
    }

    private static void Line(Document document, Node node, TextSpan span, string text, List<CitedAuthor> authors, ref bool isReadAsMeant)
    {
        if (text.Length == 0)
            return;
        Place place = document.PlaceOf(span, node.Context);
        foreach (LineAuthor author in AuthorLine.Read(text, out bool isOfCall))
        {
            AuthorStanding standing = People.StandingOf(author.Name.Printed);
            if (standing is AuthorStanding.Named && !isOfCall)
                isReadAsMeant = false;
            authors.Add(new(author.Name.Printed, author.Name, author.Affiliation, standing, place));
        }
    }

    private static void Entry(Document document, Node entry, List<CitedAuthor> authors, List<Place> nameless)
    {
        Node? property = s_nameKeys.Select(entry.Property).OfType<Node>().FirstOrDefault();
        Node? name = Scalar(entry) ?? (property is null ? null : Scalar(property));
        Node parts = name is null && property is not null ? property : entry;
        string written = name is not null
            ? TextOf(document, name)
            : (
                $"{Part(document, parts, "given", "first_name", "firstname")} "
                + $"{Part(document, parts, "family", "last_name", "lastname")}"
            ).Trim();
        Place place = document.PlaceOf((name ?? entry).Span, TextContext.FrontMatter);
        if (name is null && written.Length == 0)
            nameless.Add(place);
        else
            authors.Add(new(written, PersonName.Parse(written), AffiliationOf(document, entry), People.StandingOf(written), place));
    }

    private static string AffiliationOf(Document document, Node entry)
    {
        foreach (string key in s_affiliationKeys)
        {
            if (entry.Property(key) is not { } property)
                continue;
            foreach (Node value in property.DescendantsAndSelf())
            {
                if (
                    value.Kind is NodeKind.Scalar
                    && TextOf(document, value) is var text
                    && People.StandingOfDetail(text) is AuthorStanding.Named
                )
                    return text;
            }
        }
        return "";
    }

    private static string Part(Document document, Node entry, params string[] keys) =>
        keys.Select(key => entry.Property(key))
            .OfType<Node>()
            .Select(Scalar)
            .OfType<Node>()
            .Select(scalar => TextOf(document, scalar))
            .FirstOrDefault()
        ?? "";

    private static Node? Scalar(Node node) => node.Children.FirstOrDefault(child => child.Kind is NodeKind.Scalar);

    private static string TextOf(Document document, Node scalar) => (scalar.Value ?? document.Source.Slice(scalar.Span).ToString()).Trim();

    /// <summary>Without tags and entities, blanks joined.</summary>
    private static string Bare(string text) =>
        string.Join(
            ' ',
            System.Net.WebUtility.HtmlDecode(Tags().Replace(text, "")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );

    [GeneratedRegex("</?[A-Za-z][^<>]{0,200}>", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Tags();
}
