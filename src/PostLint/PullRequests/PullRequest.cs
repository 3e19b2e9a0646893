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

    /// <summary>Whether it is a post by its path.</summary>
    public bool IsPost => Path.StartsWith("_posts/", StringComparison.Ordinal) && FileKinds.IsPostLanguage(Path);
}

/// <summary>A commit of a request.</summary>
/// <param name="Id">Its full id.</param>
/// <param name="Names">Names and e-mail addresses of author and committer, and of trailers such as <c>Co-authored-by</c>.</param>
/// <param name="TimeZone">The author's offset from UTC, as git writes it: <c>+0200</c>.</param>
/// <param name="Changes">What it changed.</param>
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
/// <param name="Commits">Its commits, the oldest first.</param>
public sealed record PullRequest(string Base, string Head, IReadOnlyList<ChangedFile> Changes, IReadOnlyList<RequestCommit> Commits)
{
    /// <summary>Its title; null where nobody knows.</summary>
    public string? Title { get; init; }

    /// <summary>Its description; null where nobody knows.</summary>
    public string? Body { get; init; }

    /// <summary>Paths of the posts that it adds or changes, those it adds first.</summary>
    public IReadOnlyList<string> Posts { get; init; } = [];

    /// <summary>The post that it is about; null where it has none.</summary>
    public string? Post { get; init; }

    /// <summary>What its commits hold and its last state does not.</summary>
    public IReadOnlyList<PastLeak> PastLeaks { get; init; } = [];
}
