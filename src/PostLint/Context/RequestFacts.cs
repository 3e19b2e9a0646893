using System.Text.RegularExpressions;
using PostLint.Facts;
using PostLint.PullRequests;

namespace PostLint.Context;

/// <summary>The facts of a pull request.</summary>
internal static partial class RequestFacts
{
    /// <summary>The file that findings about a request as a whole stand in where it has no post.</summary>
    private const string Nowhere = "_posts";

    // Names that git hosts give to those who keep their address private, and to programs.
    private static readonly string[] s_nobodys =
    [
        "noreply@github.com",
        "github",
        "anonymous",
        "anon",
        "web-flow",
        "actions@github.com",
        "action@github.com",
    ];

    /// <summary>All of them.</summary>
    public static IEnumerable<Fact> Of(PullRequest request)
    {
        Place place = new(request.Post ?? Nowhere, Context: TextContext.PullRequest);
        string slug = request.Post is null ? "" : SitePaths.SlugOf(request.Post),
            body = Comment().Replace(request.Body ?? "", "");
        yield return new Request(
            request.Title,
            slug,
            request.Base[..7],
            request.Body is null ? null : body.Contains("openreview.net/", StringComparison.OrdinalIgnoreCase),
            Box().Count(body),
            place
        )
        {
            SiteFiles = request.IsOfSite ? request.Changes.Count : 0,
        };
        // What those do who keep the site is theirs.
        if (request.IsOfSite)
            yield break;
        foreach (ChangedFile change in request.Changes)
        {
            yield return new ChangedPath(
                change.Path,
                change.Change,
                change.Kind,
                change.Bytes,
                change.IsPost,
                new(change.Path, Context: TextContext.FileName)
            );
        }
        foreach (PastLeak leak in request.PastLeaks)
            yield return new CommittedLeak(new(leak.Commit.ShortId), new(leak.Rule), new(leak.Path, Context: TextContext.PullRequest));
        foreach (RequestCommit commit in request.Commits)
        {
            if (commit.TimeZone is not ("" or "+0000" or "-0000"))
                yield return new CommitZone(commit.TimeZone, place);
            IEnumerable<string> named = commit.Names.Concat(CommitMessages.NamesIn(commit.Message));
            foreach (string name in named.Distinct(StringComparer.OrdinalIgnoreCase).Where(name => !IsNobody(name)))
                yield return new CommitName(new(commit.ShortId), name, place);
        }
    }

    private static bool IsNobody(string name) =>
        s_nobodys.Contains(name, StringComparer.OrdinalIgnoreCase)
        || name.Contains("anonymous", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("[bot]", StringComparison.Ordinal);

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^[ \t]*[-*+] \[ \]", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Box();
}
