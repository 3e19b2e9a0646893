using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>The address at which the site of a submission lives, as the files around its posts tell it.</summary>
/// <param name="Host">The host, lower case, without <c>www.</c>.</param>
/// <param name="Account">The account whose pages the host shows; empty for hosts of their own.</param>
/// <param name="Place">The address.</param>
public sealed record SiteHost(Sensitive Host, Sensitive Account, Place Place) : Fact(Place);

/// <summary>Finds the addresses that feeds, sitemaps, <c>CNAME</c> and <c>robots.txt</c> give for their site.</summary>
/// <param name="hosts">What hosts are for.</param>
internal sealed class SiteHostExtractor(HostBook hosts) : IExtractor
{
    /// <inheritdoc/>
    public bool ReadsMetadata => true;

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        foreach (Node node in document.Tree.Root.Children)
        {
            if (
                node is not { Kind: NodeKind.MetadataField, Name: "Site:Address", Value: { } value }
                || !Uri.TryCreate(value, UriKind.Absolute, out Uri? address)
            )
                continue;
            if (address.HostNameType is not UriHostNameType.Dns || !address.Host.Contains('.', StringComparison.Ordinal))
                continue;
            string host = address.Host.ToLowerInvariant();
            if (host.StartsWith("www.", StringComparison.Ordinal))
                host = host[4..];
            HostReading reading = hosts.Of(host, address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries));
            facts.Add(new SiteHost(host, reading.Account ?? "", document.PlaceOf(node.Content, TextContext.Metadata)));
        }
    }
}
