using System.Buffers;
using System.Text.RegularExpressions;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>How an address is used where it stands.</summary>
public enum LinkUse
{
    /// <summary>Written out in running text.</summary>
    Text,

    /// <summary>The target of a link.</summary>
    Anchor,

    /// <summary>The source of an image.</summary>
    Image,

    /// <summary>The source of a frame, script, video or other part of the page.</summary>
    Embed,

    /// <summary>Told to machines only: canonical address, social cards.</summary>
    Metadata,

    /// <summary>In code or data.</summary>
    Code,

    /// <summary>In a bibliography.</summary>
    Reference,

    /// <summary>In a comment.</summary>
    Comment,

    /// <summary>Named in a command or call without an address: <c>docker pull user/image</c>.</summary>
    Call,
}

/// <summary>An address on the web.</summary>
/// <param name="Address">As written.</param>
/// <param name="Host">Lower-case host without <c>www.</c>.</param>
/// <param name="Kind">What the host is for; empty for hosts of no list.</param>
/// <param name="Account">The account it shows; empty where it shows none.</param>
/// <param name="Project">What belongs to the account; empty where it shows none.</param>
/// <param name="Use">How it is used.</param>
/// <param name="Label">The slice of the link's own words; empty where it has none.</param>
/// <param name="IsActing">Whether the link's own words tell in the first person what was done: “we train …”.</param>
/// <param name="IsBare">Whether the link's own words only say what it is: “code”, “here”, “this repository”.</param>
/// <param name="Place">Where it stands.</param>
public sealed record WebLink(
    Sensitive Address,
    string Host,
    string Kind,
    Sensitive Account,
    Sensitive Project,
    LinkUse Use,
    TextSpan Label,
    bool IsActing,
    bool IsBare,
    Place Place
) : Fact(Place)
{
    /// <summary>Whether the address shows an account.</summary>
    public bool HasAccount => Account.Text.Length > 0;

    /// <summary>The service whose account it shows, lower case: GitHub’s pages, files and gists are one.</summary>
    public string Family { get; init; } = Host;

    /// <summary>The account on its service, to compare accounts by.</summary>
    public AccountKey AccountKey => HasAccount ? new(Family, Account.Text.ToUpperInvariant()) : default;
}

/// <summary>An account on a service. The same handle on another service may be somebody else.</summary>
/// <param name="Family">The service, lower case; see <see cref="WebLink.Family"/>.</param>
/// <param name="Handle">The account, upper case.</param>
public readonly record struct AccountKey(string Family, Sensitive Handle)
{
    /// <summary>Whether this is an account at all.</summary>
    public bool IsSome => Handle.Text is { Length: > 0 };

    /// <summary>Service and account; identifies like the account, so only to compare by.</summary>
    public string Text => $"{Family}/{Handle.Text}";
}

/// <summary>Finds addresses in every context, and the places from where they are mentioned.</summary>
/// <param name="hosts">What hosts are for.</param>
internal sealed partial class LinkExtractor(HostBook hosts) : IExtractor
{
    private const int LongestBefore = 30; // characters

    private static readonly SearchValues<char> s_end = SearchValues.Create(" \t\r\n\"'<>`|{}\\^“”");
    private static readonly string[] s_bareHosts =
    [
        "github.com/",
        "gist.github.com/",
        "gitlab.com/",
        "huggingface.co/",
        "linkedin.com/in/",
        "twitter.com/",
        "bitbucket.org/",
        "hf.co/",
        "ghcr.io/",
        "quay.io/",
        "hub.docker.com/",
        "codeberg.org/",
        "wandb.ai/",
        "kaggle.com/",
        "youtube.com/@",
        "bsky.app/profile/",
        "x.com/",
    ];
    private static readonly SearchValues<string> s_starts = SearchValues.Create(["//", .. s_bareHosts], StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        var links = new List<WebLink>();
        Find(document, links);
        FindNamed(document, links);
        foreach (WebLink link in links)
            facts.Add(link);
        new MentionReader(document, links).Find(facts);
    }

    /// <summary>Accounts that commands and calls name, among the links in their order.</summary>
    private void FindNamed(Document document, List<WebLink> links)
    {
        if (document.Role is FileRole.Bibliography)
            return;
        int addresses = links.Count,
            next = 0;
        foreach (NamedProject named in NamedProjects.In(document.Source.Text))
        {
            while (next < addresses && links[next].Place.Span.End <= named.Span.Start)
                next++;
            if (next < addresses && links[next].Place.Span.Overlaps(named.Span))
                continue;
            if (Read(document, named.Address, named.Span, LinkUse.Call) is { } link && !IsRaw(document, named.Span))
                links.Add(link);
        }
        if (links.Count > addresses)
            links.Sort((a, b) => a.Place.CompareTo(b.Place));
    }

    private static bool IsRaw(Document document, TextSpan span) => document.NodesAt(span.Start).Any(node => node.Kind is NodeKind.Raw);

    private void Find(Document document, List<WebLink> links)
    {
        string text = document.Source.Text;
        for (int at = 0; at < text.Length; )
        {
            int found = text.AsSpan(at).IndexOfAny(s_starts);
            if (found < 0)
                return;
            at += found;
            // The scheme of the page holds for what begins with two slashes.
            if (text[at] == '/' && at > 0 && text[at - 1] == ':')
                at--;
            int start = StartOf(text, at);
            int end = start < 0 ? at + 3 : EndOf(text, at);
            if (start >= 0 && end > at + 3 && Read(document, text[start..end], TextSpan.Between(start, end)) is { } link)
                links.Add(link);
            at = Math.Max(end, at + 3);
        }
    }

    /// <summary>Where an address begins; -1 where this is none: a scheme that is not of the web, or a part of a word.</summary>
    private static int StartOf(string text, int at)
    {
        if (text[at] == '/')
            return at > 0 && text[at - 1] is '"' or '\'' or '(' or '=' or '<' && BeginsWithHost(text, at + 2) ? at : -1;
        bool hasScheme = text[at] == ':';
        if (!hasScheme)
            return at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '-' or '_' or '/' or '@') ? at : -1;
        if (at >= 5 && text.AsSpan(at - 5, 5).Equals("https", StringComparison.OrdinalIgnoreCase))
            return at - 5;
        return at >= 4 && text.AsSpan(at - 4, 4).Equals("http", StringComparison.OrdinalIgnoreCase) ? at - 4 : -1;
    }

    /// <summary>Whether a host with a dot in it, and no path of a file, stands at an offset.</summary>
    private static bool BeginsWithHost(string text, int at)
    {
        int end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '-'))
            end++;
        ReadOnlySpan<char> host = text.AsSpan(at, end - at);
        int dot = host.LastIndexOf('.');
        return dot > 0 && host.Length - dot is > 2 and < 16 && !host[(dot + 1)..].ContainsAnyExceptInRange('A', 'z');
    }

    private static int EndOf(string text, int at)
    {
        int length = text.AsSpan(at).IndexOfAny(s_end);
        int end = length < 0 ? text.Length : at + length,
            depth = 0;
        for (int i = at; i < end; i++)
        {
            if (text[i] is '(' or '[')
                depth++;
            else if (text[i] is ')' or ']' && --depth < 0)
                end = i;
        }
        while (end > at && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '*' or '_')
            end--;
        return end;
    }

    private WebLink? Read(Document document, string address, TextSpan span, LinkUse? named = null)
    {
        int scheme = address.IndexOf("://", StringComparison.Ordinal);
        bool isRelative = address.StartsWith("//", StringComparison.Ordinal);
        ReadOnlySpan<char> rest = address.AsSpan(
            isRelative ? 2
            : scheme < 0 ? 0
            : scheme + 3
        );
        int hostEnd = rest.IndexOfAny("/?#");
        ReadOnlySpan<char> authority = hostEnd < 0 ? rest : rest[..hostEnd];
        string host = authority[(authority.IndexOf('@') + 1)..].ToString().Split(':')[0].TrimEnd('.').ToLowerInvariant();
        if (host.Length < 4 || !host.Contains('.', StringComparison.Ordinal))
            return null;
        if (host.StartsWith("www.", StringComparison.Ordinal))
            host = host[4..];
        int pathEnd =
            hostEnd < 0 ? 0
            : rest[hostEnd..].IndexOfAny("?#") is var q and >= 0 ? hostEnd + q
            : rest.Length;
        string[] segments =
            hostEnd < 0 ? [] : rest[hostEnd..Math.Max(hostEnd, pathEnd)].ToString().Split('/', StringSplitOptions.RemoveEmptyEntries);
        HostReading reading = hosts.Of(host, [.. segments.Select(Uri.UnescapeDataString)]);
        if (
            reading.Account is null
            && scheme >= 0
            && NestedIn(address) is { } nested
            && Read(document, nested, span, named) is { HasAccount: true } inner
        )
            return inner with { Address = address };
        bool isViewOnly = reading.Kind is "deposit" && address.Contains("view_only=", StringComparison.OrdinalIgnoreCase);
        string kind = isViewOnly ? "anonymous" : reading.Kind;
        (LinkUse use, TextSpan label, TextContext? context) = named is { } known ? (known, default, null) : UseOf(document, span);
        Place place = context is { } told ? document.PlaceOf(span, told) : document.PlaceOf(span);
        string project = (reading.Project ?? "").Split(':', '@')[0]; // behind it stands the tag of an image, branch or version
        if (project.EndsWith(".git", StringComparison.Ordinal))
            project = project[..^4];
        bool isActing = IsActing(document, label),
            isBare = IsBare(document, span, use, label);
        string account = reading.Account ?? "",
            family = reading.Family ?? host;
        Sensitive shown = named is null ? address : document.Source.Text.Substring(span.Start, span.Length);
        return new(shown, host, kind, account, project, use, label, isActing, isBare, place) { Family = family };
    }

    /// <summary>
    /// The address that another holds: services that show, convert or archive a page are told which by its whole address.
    /// </summary>
    private static string? NestedIn(string address)
    {
        string text = address.Contains("%3A", StringComparison.OrdinalIgnoreCase) ? Uri.UnescapeDataString(address) : address;
        int at = text.IndexOf("://", text.IndexOf("://", StringComparison.Ordinal) + 3, StringComparison.Ordinal);
        int start = at < 0 ? -1 : StartOf(text, at);
        return start < 0 ? null : text[start..];
    }

    private static bool IsActing(Document document, TextSpan label)
    {
        foreach (ValueMatch match in FirstPerson().EnumerateMatches(document.Tree.Plain.AsSpan(label.Start, label.Length)))
            return match.Length > 0;
        return false;
    }

    /// <summary>Whether the words of a link, or before an address that is written out, only say what it is: “code: https://…”.</summary>
    private static bool IsBare(Document document, TextSpan span, LinkUse use, TextSpan label) =>
        label.IsEmpty
            ? use is LinkUse.Text
                && BareBefore()
                    .IsMatch(document.Source.Text.AsSpan(Math.Max(0, span.Start - LongestBefore), Math.Min(span.Start, LongestBefore)))
            : label.Length < 40 && Bare().IsMatch(document.Tree.Plain.AsSpan(label.Start, label.Length));

    private static (LinkUse Use, TextSpan Label, TextContext? TextContext) UseOf(Document document, TextSpan span)
    {
        IReadOnlyList<Node> path = document.NodesAt(span.Start);
        if (document.Role is FileRole.Bibliography)
            return (LinkUse.Reference, default, TextContext.BibliographyField);
        for (int i = path.Count - 1; i > 0; i--)
        {
            Node node = path[i];
            switch (node.Kind)
            {
                case NodeKind.Comment:
                    return (LinkUse.Comment, default, node.Context);
                case NodeKind.CodeBlock or NodeKind.Code or NodeKind.Raw or NodeKind.Math:
                    return (LinkUse.Code, default, TextContext.Code);
                case NodeKind.Image:
                    return (LinkUse.Image, default, TextContext.Link);
                case NodeKind.Attribute when i > 0:
                    return Attribute(document, node, path[i - 1]);
                case NodeKind.Liquid:
                    return (LinkUse.Image, default, TextContext.Attribute);
                case NodeKind.Link when node.Content.Contains(span.Start):
                    return (LinkUse.Anchor, Label(document, node), TextContext.Link);
            }
        }
        return (LinkUse.Text, default, null);
    }

    private static (LinkUse Use, TextSpan Label, TextContext? TextContext) Attribute(Document document, Node attribute, Node element) =>
        element.Name switch
        {
            "a" => (LinkUse.Anchor, Label(document, element), TextContext.Link),
            "img" or "source" or "picture" or "svg" or "image" => (LinkUse.Image, default, TextContext.Attribute),
            "meta" or "link" or "base" => (LinkUse.Metadata, default, TextContext.Attribute),
            "script" or "iframe" or "embed" or "object" or "video" or "audio" or "frame" => (LinkUse.Embed, default, TextContext.Attribute),
            _ => (attribute.Name is "src" or "data" ? LinkUse.Embed : LinkUse.Anchor, default, TextContext.Attribute),
        };

    [GeneratedRegex(
        @"^\W*(?:(?:the|this|our|full|source)\s+)*(?:code|here|repo|repository|github|github repo|github repository|link"
            + @"|notebook|implementation|colab|demo|scripts?)\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Bare();

    [GeneratedRegex(
        @"\b(?:code|repo|repository|implementation|notebook|scripts?)(?:\s+(?:is\s+)?(?:here|at))?\s*:?\s*[<(]?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex BareBefore();

    [GeneratedRegex(@"\b(?:[Ww]e|I)\b", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex FirstPerson();

    private static TextSpan Label(Document document, Node link)
    {
        if (link.Name is "a")
            return link.Content;
        ReadOnlySpan<char> text = document.Source.Slice(link.Span);
        int end = link.Content.Start - link.Span.Start;
        return text.Length > 0 && text[0] == '[' && end > 2 ? TextSpan.Between(link.Span.Start + 1, link.Content.Start - 2) : default;
    }
}
