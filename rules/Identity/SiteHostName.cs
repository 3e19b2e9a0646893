using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>A feed, sitemap or host file tells where the authors’ copy of the site lives.</summary>
internal sealed class SiteHostName : Rule
{
    // Where the tracks and their template live, what stands for nobody’s host, and what a generator names as its own.
    private static readonly string[] s_nobodys =
    [
        "iclr.cc",
        "localhost",
        "example.com",
        "example.org",
        "example.net",
        "yourdomain.com",
        "your-domain.com",
        "jekyllrb.com",
        "w3.org",
    ];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/site-host-name")
        {
            Summary = "A feed, sitemap or host file tells where the authors’ copy of the site lives",
            Why =
                "A site that is built for an account’s own pages writes their address into its feed, sitemap and host file; "
                + "the address names the account.",
            Fix = "Build the site with the track’s own configuration, or leave these files out.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        WhenEach<SiteHost>(
                by: site => site.Host.Text,
                where: site => !IsNobodys(site.Host.Text) && !WellKnown.Accounts.Contains(site.Account.Text)
            )
            .Report(sites => At(sites[0], $"The site says that it lives at {sites[0].Host}", sites[0].Host.Text));

    private static bool IsNobodys(string host) =>
        s_nobodys.Any(known => host == known || host.EndsWith($".{known}", StringComparison.Ordinal))
        || host.Contains("anonymous", StringComparison.Ordinal);
}
