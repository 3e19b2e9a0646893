using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>A link whose words are an address themselves, of another host than its target.</summary>
/// <param name="Shown">The host that readers see.</param>
/// <param name="Host">The host that the link leads to.</param>
/// <param name="Place">The link.</param>
public sealed record ForeignLabel(Sensitive Shown, Sensitive Host, Place Place) : Fact(Place);

/// <summary>Compares the words of links with their targets.</summary>
internal sealed class LinkLabelExtractor : IExtractor
{
    // Without a scheme only these endings make an address of a word: Node.js, train.py and their like are none.
    private static readonly HashSet<string> s_endings =
    [
        "com",
        "org",
        "net",
        "edu",
        "io",
        "ai",
        "dev",
        "gov",
        "info",
        "me",
        "co",
        "uk",
        "de",
        "fr",
        "ch",
        "cn",
        "jp",
        "eu",
        "ca",
        "in",
        "ac",
    ];

    // Hosts that lead elsewhere by design: resolvers, archives, mirrors and shorteners.
    private static readonly HashSet<string> s_relays =
    [
        "doi.org",
        "archive.org",
        "archive.is",
        "archive.ph",
        "4open.science",
        "bit.ly",
        "t.co",
        "goo.gl",
        "tinyurl.com",
        "handle.net",
        "perma.cc",
        "github.io",
        "arxiv.org",
        "openreview.net",
    ];

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        foreach (Node node in document.Tree.Nodes)
        {
            if (
                node.Kind is not NodeKind.Link
                || node.Value is not { } target
                || LabelOf(document.Source, node) is not { IsEmpty: false } label
            )
                continue;
            string shown = HostOf(document.Source.Slice(label), isTarget: false),
                host = HostOf(target, isTarget: true);
            if (shown.Length == 0 || host.Length == 0 || SiteOf(shown) == SiteOf(host))
                continue;
            if (s_relays.Contains(SiteOf(shown)) || s_relays.Contains(SiteOf(host)))
                continue;
            facts.Add(new ForeignLabel(shown, host, document.PlaceOf(node.Span)));
        }
    }

    /// <summary>The slice of a link's words; empty where it has none.</summary>
    private static TextSpan LabelOf(SourceText source, Node link)
    {
        if (link.Name is "a")
            return link.Content;
        if (link.Span.Length < 4 || source.Text[link.Span.Start] != '[' || link.Content.Start <= link.Span.Start)
            return default;
        int close = source.Text.LastIndexOf("](", link.Content.Start, link.Content.Start - link.Span.Start, StringComparison.Ordinal);
        return close < 0 ? default : TextSpan.Between(link.Span.Start + 1, close);
    }

    /// <summary>The host of an address in lower case; empty where this is no web address.</summary>
    private static string HostOf(ReadOnlySpan<char> address, bool isTarget)
    {
        address = address.Trim().Trim('`');
        if (address.ContainsAny(' ', '\n', '<') || address.Contains('…'))
            return "";
        int scheme = address.IndexOf("://", StringComparison.Ordinal);
        bool isWritten = scheme is > 0 and < 8 && address.StartsWith("http", StringComparison.OrdinalIgnoreCase);
        if (scheme >= 0 && !isWritten)
            return "";
        if (isTarget && !isWritten)
            return "";
        ReadOnlySpan<char> host = isWritten ? address[(scheme + 3)..] : address;
        int end = host.IndexOfAny("/?#:");
        if (end >= 0)
            host = host[..end];
        if (host.Contains('@') || !host.Contains('.') || host.Length > 200)
            return "";
        bool isWww = host.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
        ReadOnlySpan<char> ending = host[(host.LastIndexOf('.') + 1)..];
        if (!isWritten && !isWww && !s_endings.Contains(ending.ToString()))
            return "";
        foreach (char c in host)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('.' or '-' or '_'))
                return "";
        }
        return host.ToString().ToLowerInvariant();
    }

    /// <summary>What somebody registers: the last two parts of a host, three behind endings such as ac.uk.</summary>
    private static string SiteOf(string host)
    {
        string[] parts = host.Split('.');
        int count = parts.Length > 2 && parts[^1].Length == 2 && parts[^2] is "ac" or "co" or "com" or "edu" or "gov" or "org" ? 3 : 2;
        return string.Join('.', parts.TakeLast(count));
    }
}
