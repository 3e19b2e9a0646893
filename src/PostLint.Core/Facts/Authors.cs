using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>Whose name stands in an author entry.</summary>
public enum AuthorStanding
{
    /// <summary>“Anonymous” in any spelling.</summary>
    Anonymous,

    /// <summary>A person of the template's example.</summary>
    Template,

    /// <summary>Nobody yet: blanks, “TBD”, “Author 1”.</summary>
    Placeholder,

    /// <summary>Somebody.</summary>
    Named,
}

/// <summary>Where an author entry stands.</summary>
public enum AuthorOrigin
{
    /// <summary>In the front matter, shown on the page.</summary>
    Live,

    /// <summary>In a comment.</summary>
    Comment,

    /// <summary>In a byline element or in data for machines.</summary>
    Page,
}

/// <summary>An entry of an author list.</summary>
/// <param name="Name">As written.</param>
/// <param name="Standing">Whose name it is.</param>
/// <param name="Origin">Where the list stands.</param>
/// <param name="List">Identifies the list within the submission.</param>
/// <param name="Place">The name.</param>
public sealed record AuthorEntry(Sensitive Name, AuthorStanding Standing, AuthorOrigin Origin, string List, Place Place) : Fact(Place);

/// <summary>What stands beside an author's name: address, affiliation, e-mail, account.</summary>
/// <param name="Key">The key it stands under, lower case.</param>
/// <param name="Value">As written.</param>
/// <param name="Owner">Whose entry it belongs to.</param>
/// <param name="Standing">Whether it says something: the template's own values and placeholders do not.</param>
/// <param name="Origin">Where the list stands.</param>
/// <param name="List">Identifies the list within the submission.</param>
/// <param name="Place">The value.</param>
public sealed record AuthorDetail(
    string Key,
    Sensitive Value,
    AuthorStanding Owner,
    AuthorStanding Standing,
    AuthorOrigin Origin,
    string List,
    Place Place
) : Fact(Place);

/// <summary>Finds author lists in front matter, its comments, Distill's data and structured data.</summary>
internal sealed class AuthorExtractor : IExtractor
{
    private static readonly HashSet<string> s_listKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "authors",
        "author",
        "contributors",
        "creator",
        "creators",
        "by",
        "written-by",
    };
    private static readonly HashSet<string> s_nameKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "name",
        "author",
        "fullname",
        "full_name",
        "given",
        "family",
        "firstname",
        "lastname",
        "first_name",
        "last_name",
    };
    private static readonly HashSet<string> s_partKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "given",
        "family",
        "literal",
        "first",
        "last",
        "dropping-particle",
        "non-dropping-particle",
    };
    private static readonly HashSet<string> s_detailKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "url",
        "authorurl",
        "homepage",
        "website",
        "web",
        "link",
        "affiliation",
        "affiliations",
        "affiliationurl",
        "institute",
        "institution",
        "institutions",
        "organization",
        "organisation",
        "university",
        "company",
        "department",
        "lab",
        "email",
        "e-mail",
        "mail",
        "orcid",
        "orcid_id",
        "twitter",
        "github",
        "linkedin",
        "scholar",
        "bluesky",
        "mastodon",
        "photo",
        "image",
        "avatar",
        "bio",
        "note",
        "position",
        "equal_contribution",
        "corresponding",
    };

    private static readonly HashSet<string> s_profileKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "twitter_username",
        "github_username",
        "gitlab_username",
        "linkedin_username",
        "x_username",
        "mastodon_username",
        "bluesky_username",
        "scholar_userid",
        "orcid_id",
        "orcid",
        "affiliation",
        "affiliations",
        "institute",
        "author_email",
        "author_url",
        "author_affiliation",
    };

    // Where Hugo and Zola want what their own keys do not name.
    internal static readonly HashSet<string> Groups = new(StringComparer.OrdinalIgnoreCase) { "params", "extra", "taxonomies" };

    // Of an affiliation, what only ties entries together.
    private static readonly HashSet<string> s_ties = new(StringComparer.OrdinalIgnoreCase) { "id", "ref", "number" };

    // With what people note the real names down beside the anonymous ones.
    private static readonly HashSet<string> s_remarks = new(StringComparer.OrdinalIgnoreCase)
    {
        "uncomment",
        "comment",
        "out",
        "for",
        "restore",
        "reveal",
        "add",
        "put",
        "bring",
        "insert",
        "change",
        "replace",
        "use",
        "back",
        "here",
        "todo",
        "to",
        "with",
        "after",
        "when",
        "if",
        "once",
        "upon",
        "until",
        "before",
        "during",
        "review",
        "reviews",
        "reviewing",
        "acceptance",
        "accepted",
        "accept",
        "publication",
        "published",
        "camera",
        "ready",
        "final",
        "version",
        "deanonymise",
        "deanonymize",
        "anonymised",
        "anonymized",
        "anonymous",
        "hidden",
        "real",
        "true",
        "actual",
        "original",
        "originally",
        "full",
        "correct",
        "name",
        "names",
        "author",
        "authors",
        "list",
        "order",
        "first",
        "last",
        "second",
        "corresponding",
        "is",
        "are",
        "was",
        "will",
        "be",
        "submission",
        "then",
        "this",
        "these",
        "us",
        "me",
        "we",
    };

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        foreach (Node node in document.Tree.Nodes)
        {
            if (node.Kind is NodeKind.FrontMatter)
                FrontMatter(document, node, facts);
            else if (node is { Kind: NodeKind.Element, Name: "meta" })
                Meta(document, node, facts);
        }
    }

    private static void FrontMatter(Document document, Node frontMatter, ICollection<Fact> facts)
    {
        bool isAfterAuthors = false;
        foreach (Node child in frontMatter.Children)
        {
            if (child.Kind is NodeKind.Property && Groups.Contains(child.Name!))
                FrontMatter(document, child, facts);
            else if (child.Kind is NodeKind.Property)
            {
                isAfterAuthors = s_listKeys.Contains(child.Name!);
                if (isAfterAuthors)
                    List(document, child, AuthorOrigin.Live, facts);
                else if (s_profileKeys.Contains(child.Name!))
                    Profile(document, child, facts);
                InnerComments(document, child, isAfterAuthors, facts);
            }
            else if (child.Kind is NodeKind.Comment)
                Comment(document, child, isAfterAuthors, facts);
        }
    }

    /// <summary>What themes show of a page's author, outside of any list.</summary>
    private static void Profile(Document document, Node property, ICollection<Fact> facts)
    {
        foreach (Node value in ValuesOf(property).Where(value => value.Context is TextContext.FrontMatter))
            Detail(document, property.Name!, value, AuthorStanding.Anonymous, AuthorOrigin.Live, ListKey(document, property), facts);
    }

    private static void InnerComments(Document document, Node node, bool isAuthors, ICollection<Fact> facts)
    {
        foreach (Node inner in node.DescendantsAndSelf())
        {
            if (inner.Kind is NodeKind.Comment)
                Comment(document, inner, isAuthors, facts);
        }
    }

    /// <summary>
    /// A comment read as YAML. An item with a name is an author if its list is called so, if an address or affiliation stands beside the
    /// name,
    /// or if the comment stands in the live author list; otherwise it is an entry of the table of contents, which looks the same.
    /// </summary>
    private static void Comment(Document document, Node comment, bool isAmongAuthors, ICollection<Fact> facts)
    {
        foreach (Node child in comment.Children)
        {
            if (child.Kind is NodeKind.Property && s_listKeys.Contains(child.Name!))
                List(document, child, AuthorOrigin.Comment, facts);
            else if (
                child.Kind is NodeKind.Item
                && ((isAmongAuthors && IsNamed(document, child)) || HasDetail(child))
                && !IsContents(child)
            )
                Entry(document, child, AuthorOrigin.Comment, ListKey(document, comment), facts);
        }
        if (isAmongAuthors || IsForLater(document.Source.Slice(comment.Span)))
            Remark(document, comment, facts);
        bool isLoose =
            comment.Children.Any(child =>
                child.Kind is NodeKind.Property && s_nameKeys.Contains(child.Name!) && !s_listKeys.Contains(child.Name!)
            ) && (isAmongAuthors || comment.Children.Any(child => child.Kind is NodeKind.Property && s_detailKeys.Contains(child.Name!)));
        if (isLoose)
            Entry(document, comment, AuthorOrigin.Comment, ListKey(document, comment), facts);
    }

    /// <summary>
    /// A comment in the live list that says nothing but names and when they come back: “Ada Example”, “uncomment after review: Ada Example,
    /// Ben Sample”.
    /// </summary>
    private static void Remark(Document document, Node comment, ICollection<Fact> facts)
    {
        if (
            comment.Children.Any(child =>
                child.Kind is NodeKind.Item
                || (
                    child.Kind is NodeKind.Property
                    && (s_listKeys.Contains(child.Name!) || s_nameKeys.Contains(child.Name!) || s_detailKeys.Contains(child.Name!))
                )
            )
        )
            return;
        foreach (TextUnit unit in document.Units.Where(unit => ReferenceEquals(unit.Block.Node, comment)))
        {
            foreach (NameMention name in NameLineExtractor.NamesIn(document, unit, s_remarks.Contains))
                facts.Add(new AuthorEntry(name.Name, AuthorStanding.Named, AuthorOrigin.Comment, ListKey(document, comment), name.Place));
        }
    }

    private static bool IsForLater(ReadOnlySpan<char> comment) =>
        comment.Contains("uncomment", StringComparison.OrdinalIgnoreCase)
        || comment.Contains("de-anonym", StringComparison.OrdinalIgnoreCase)
        || comment.Contains("deanonym", StringComparison.OrdinalIgnoreCase);

    private static bool HasDetail(Node item) =>
        item.Children.Any(child => child.Kind is NodeKind.Property && s_detailKeys.Contains(child.Name!));

    private static bool IsNamed(Document document, Node item) =>
        item.Children.Any(child =>
            child.Kind is NodeKind.Scalar
                ? People.LooksLikeName(TextOf(document, child))
                : child.Kind is NodeKind.Property && s_nameKeys.Contains(child.Name!)
        );

    private static bool IsContents(Node item) => item.Children.Any(child => child.Kind is NodeKind.Property && child.Name is "subsections");

    private static string ListKey(Document document, Node list) => $"{document.Source.Path}:{list.Span.Start}";

    private static void List(Document document, Node property, AuthorOrigin origin, ICollection<Fact> facts)
    {
        string list = ListKey(document, property);
        bool isMapping = property.Children.Any(child => child.Kind is NodeKind.Property);
        if (isMapping)
            Entry(document, property, origin, list, facts);
        foreach (Node child in property.Children)
        {
            if (child.Kind is NodeKind.Scalar)
                Line(document, child, origin, list, facts);
            else if (child.Kind is NodeKind.Item)
                Entry(document, child, origin, list, facts);
        }
    }

    /// <summary>An entry that is a mapping, or a bare name.</summary>
    private static void Entry(Document document, Node entry, AuthorOrigin origin, string list, ICollection<Fact> facts)
    {
        var standing = AuthorStanding.Placeholder;
        foreach (Node child in entry.Children)
        {
            Node[] name =
                child.Kind is NodeKind.Scalar ? [child]
                : child.Kind is NodeKind.Property && s_nameKeys.Contains(child.Name!) ? NameIn(child)
                : [];
            if (name is [])
                continue;
            string text = string.Join(' ', name.Select(part => TextOf(document, part)));
            AuthorStanding own = People.StandingOf(text);
            if (own is AuthorStanding.Named || standing is AuthorStanding.Placeholder)
                standing = own;
            var span = TextSpan.Between(name[0].Span.Start, name[^1].Span.End);
            facts.Add(new AuthorEntry(text, own, origin, list, document.PlaceOf(span, name[0].Context)));
        }
        foreach (Node child in entry.Children)
        {
            if (child.Kind is not NodeKind.Property || !s_detailKeys.Contains(child.Name!))
                continue;
            foreach (Node value in ValuesOf(child))
            {
                bool isAdvice =
                    origin is AuthorOrigin.Live && value.Context is TextContext.FrontMatterComment && !IsValue(TextOf(document, value));
                if (!isAdvice)
                    Detail(document, child.Name!, value, standing, origin, list, facts);
            }
        }
    }

    /// <summary>The parts of a name: one text, or Quarto’s <c>name: { given: …, family: … }</c>.</summary>
    private static Node[] NameIn(Node property)
    {
        Node[] parts = [.. property.Children.Where(part => part.Kind is NodeKind.Property && s_partKeys.Contains(part.Name!))];
        IEnumerable<Node> holders = parts.Length > 0 ? parts : [property];
        return [.. holders.Select(holder => holder.Children.FirstOrDefault(value => value.Kind is NodeKind.Scalar)).OfType<Node>()];
    }

    /// <summary>The scalars of a property, however deep, without those that only tie entries together.</summary>
    private static IEnumerable<Node> ValuesOf(Node property)
    {
        var open = new Stack<Node>([property]);
        while (open.TryPop(out Node? node))
        {
            if (node.Kind is NodeKind.Scalar && node.Span.Length > 0)
                yield return node;
            foreach (Node child in node.Children.Reverse())
            {
                if (child.Kind is not NodeKind.Property || !s_ties.Contains(child.Name!))
                    open.Push(child);
            }
        }
    }

    /// <summary>Whether a comment behind a detail is another value for it, and no advice on what to write there.</summary>
    private static bool IsValue(string text) =>
        People.LooksLikeName(text)
        || text.AsSpan().ContainsAny('@', '/')
        || (text.Contains('.', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal));

    private static void Detail(
        Document document,
        string key,
        Node value,
        AuthorStanding owner,
        AuthorOrigin origin,
        string list,
        ICollection<Fact> facts
    )
    {
        string text = TextOf(document, value);
        facts.Add(
            new AuthorDetail(
                key.ToLowerInvariant(),
                text,
                owner,
                People.StandingOfDetail(text),
                origin,
                list,
                document.PlaceOf(value.Span, value.Context)
            )
        );
    }

    /// <summary>The form of 2022: <c>authors: Doe, Jane, Example Corp; Roe, Rick</c>.</summary>
    private static void Line(Document document, Node scalar, AuthorOrigin origin, string list, ICollection<Fact> facts)
    {
        string text = TextOf(document, scalar);
        foreach (string part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).DefaultIfEmpty(""))
        {
            int at = document.Source.Slice(scalar.Span).IndexOf(part, StringComparison.Ordinal);
            TextSpan span = at < 0 || part.Length == 0 ? scalar.Span : new(scalar.Span.Start + at, part.Length);
            facts.Add(new AuthorEntry(part, People.StandingOf(part), origin, list, document.PlaceOf(span, scalar.Context)));
        }
    }

    private static void Meta(Document document, Node meta, ICollection<Fact> facts)
    {
        Node? content = meta.Children.FirstOrDefault(attribute => attribute.Name is "content");
        string name = meta.Children.FirstOrDefault(attribute => attribute.Name is "name" or "property")?.Value ?? "";
        if (
            content?.Value is not { Length: > 1 } value
            || name.ToLowerInvariant() is not ("author" or "article:author" or "citation_author" or "dc.creator" or "twitter:creator")
        )
            return;
        facts.Add(
            new AuthorEntry(
                value,
                People.StandingOf(value),
                AuthorOrigin.Page,
                ListKey(document, meta),
                document.PlaceOf(content.Content, TextContext.Attribute)
            )
        );
    }

    private static string TextOf(Document document, Node scalar) =>
        (scalar.Value ?? document.Source.Text.Substring(scalar.Span.Start, scalar.Span.Length)).Trim();
}
