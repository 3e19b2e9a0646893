using System.Text.RegularExpressions;
using PostLint.Findings;
using PostLint.PullRequests;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>A pull request, as rules meet it; there is one in a run, or none.</summary>
/// <param name="Title">Its title; null where nobody knows.</param>
/// <param name="Slug">Name of the post that it is about, date included, without extension; empty where it has none.</param>
/// <param name="Base">As people write the commit that it branched off.</param>
/// <param name="HasThread">Whether its description links a thread on OpenReview; null where nobody knows the description.</param>
/// <param name="Unticked">How many boxes of its checklist are not ticked.</param>
/// <param name="Place">The request.</param>
public sealed record Request(string? Title, string Slug, string Base, bool? HasThread, int Unticked, Place Place) : Fact(Place);

/// <summary>A file that a pull request changed.</summary>
/// <param name="Path">Below the root of the repository, with forward slashes.</param>
/// <param name="Change">What was done to it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Bytes">Its size in bytes; 0 where it is gone.</param>
/// <param name="IsPost">Whether it is a post.</param>
/// <param name="Place">The file.</param>
public sealed record ChangedPath(string Path, FileChange Change, EntryKind Kind, long Bytes, bool IsPost, Place Place) : Fact(Place);

/// <summary>Something that a commit of a pull request holds and its last state does not.</summary>
/// <param name="Commit">As people write the commit.</param>
/// <param name="Rule">The rule that finds it.</param>
/// <param name="Place">The file.</param>
public sealed record CommittedLeak(Neutral Commit, Neutral Rule, Place Place) : Fact(Place);

/// <summary>Whom a commit of a pull request names: who made it, and who stands in its message.</summary>
/// <param name="Commit">As people write the commit.</param>
/// <param name="Name">A name or an e-mail address.</param>
/// <param name="Place">The request.</param>
public sealed record CommitName(Neutral Commit, Sensitive Name, Place Place) : Fact(Place);

/// <summary>The time zone in which a commit of a pull request was made.</summary>
/// <param name="Offset">From UTC, as git writes it: <c>+0200</c>.</param>
/// <param name="Place">The request.</param>
public sealed record CommitZone(Sensitive Offset, Place Place) : Fact(Place);

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
        );
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
