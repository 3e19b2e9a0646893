namespace PostLint.Rules.Identity;

/// <summary>Accounts and hosts that everybody refers to.</summary>
internal static class WellKnown
{
    /// <summary>Accounts that posts refer to and no author owns.</summary>
    public static IReadOnlySet<string> Accounts { get; } =
        Resource
            .Read("accounts.txt")
            .Split('\n')
            .Where(line => !line.StartsWith('#'))
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a host holds papers.</summary>
    public static bool IsPaper(string host) =>
        host
            is "arxiv.org"
                or "openreview.net"
                or "aclanthology.org"
                or "proceedings.mlr.press"
                or "doi.org"
                or "papers.nips.cc"
                or "proceedings.neurips.cc"
                or "jmlr.org"
                or "dl.acm.org"
                or "biorxiv.org";
}
