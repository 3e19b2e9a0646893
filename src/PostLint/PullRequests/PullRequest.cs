using PostLint.Facts;
using PostLint.Syntax;

namespace PostLint.PullRequests;

/// <summary>A file that a request, or one of its commits, changed. A renamed file is one that is deleted and one that is added.</summary>
/// <param name="Path">Below the root of the repository, with forward slashes.</param>
/// <param name="Change">What was done to it.</param>
/// <param name="Kind">What it is now; what it was, where it is gone.</param>
/// <param name="Blob">Id of its content; empty where it is gone.</param>
public sealed record ChangedFile(string Path, FileChange Change, EntryKind Kind, string Blob)
{
    /// <summary>Its size in bytes; 0 where it is gone.</summary>
    public long Bytes { get; init; }

    /// <summary>Ids of the contents that it had before, one for each parent of a commit that had the file; empty for a new one.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>Whether it is a post by its path.</summary>
    public bool IsPost => Path.StartsWith("_posts/", StringComparison.Ordinal) && FileKinds.IsPostLanguage(Path);
}

/// <summary>A commit of a request.</summary>
/// <param name="Id">Its full id.</param>
/// <param name="Names">Names and e-mail addresses of author and committer, and of trailers such as <c>Co-authored-by</c>.</param>
/// <param name="TimeZone">The author's offset from UTC, as git writes it: <c>+0200</c>.</param>
/// <param name="Changes">What it changed itself: a merge that takes each file from one of its sides has changed none.</param>
public sealed record RequestCommit(string Id, IReadOnlyList<string> Names, string TimeZone, IReadOnlyList<ChangedFile> Changes)
{
    /// <summary>Its message.</summary>
    public string Message { get; init; } = "";

    /// <summary>As people write it.</summary>
    public string ShortId => Id[..7];
}

/// <summary>Something that a commit of a request holds and its last state does not.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="Rule">The rule that finds it.</param>
/// <param name="Path">The file.</param>
public sealed record PastLeak(RequestCommit Commit, string Rule, string Path);

/// <summary>A pull request.</summary>
/// <param name="Base">Id of the commit that it branched off.</param>
/// <param name="Head">Id of its last commit.</param>
/// <param name="Changes">What it changed altogether, by path.</param>
/// <param name="Commits">Its commits, those of side branches among them, the oldest first; none that its target has.</param>
public sealed record PullRequest(string Base, string Head, IReadOnlyList<ChangedFile> Changes, IReadOnlyList<RequestCommit> Commits)
{
    /// <summary>Its title; null where nobody knows.</summary>
    public string? Title { get; init; }

    /// <summary>Its description; null where nobody knows.</summary>
    public string? Body { get; init; }

    /// <summary>Id of the last commit of the branch that it goes to.</summary>
    public string Target { get; init; } = Base;

    /// <summary>Paths of the posts that it adds or changes, those it adds first.</summary>
    public IReadOnlyList<string> Posts { get; init; } = [];

    /// <summary>Paths of the posts that it hands in: the one that it is about first, then all others that it adds.</summary>
    public IEnumerable<string> OwnPosts =>
        Post is null
            ? []
            : Changes
                .Where(change => change.Change is FileChange.Added && Posts.Contains(change.Path))
                .Select(change => change.Path)
                .Prepend(Post)
                .Distinct();

    /// <summary>
    /// Whether it touches nothing that submissions bring, and its title names no post: those who keep the site are at work.
    /// </summary>
    public bool IsOfSite =>
        Changes.Count > 0
        && !Changes.Any(change => SitePaths.IsOfPost(change.Path))
        && (Title is null || SitePaths.DateOf(Title.Trim()).Length == 0);

    /// <summary>The post that it is about; null where it has none.</summary>
    public string? Post { get; init; }

    /// <summary>What its commits hold and its last state does not.</summary>
    public IReadOnlyList<PastLeak> PastLeaks { get; init; } = [];
}
