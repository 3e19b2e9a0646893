using PostLint.Engine;

namespace PostLint.Facts;

/// <summary>A pull request, as rules meet it; there is one in a run, or none.</summary>
/// <param name="Title">Its title; null where nobody knows.</param>
/// <param name="Slug">Name of the post that it is about, date included, without extension; empty where it has none.</param>
/// <param name="Base">As people write the commit that it branched off.</param>
/// <param name="HasThread">Whether its description links a thread on OpenReview; null where nobody knows the description.</param>
/// <param name="Unticked">How many boxes of its checklist are not ticked.</param>
/// <param name="Place">The request.</param>
public sealed record Request(string? Title, string Slug, string Base, bool? HasThread, int Unticked, Place Place) : Fact(Place)
{
    /// <summary>
    /// How many files it changes where none is a submission's and its title names none: those who keep the site are at work. 0 for requests
    /// of submissions.
    /// </summary>
    public int SiteFiles { get; init; }
}

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

/// <summary>What a request did to a file.</summary>
public enum FileChange
{
    /// <summary>The file is new.</summary>
    Added,

    /// <summary>Its content or mode differs.</summary>
    Modified,

    /// <summary>It is gone.</summary>
    Deleted,
}

/// <summary>What an entry of a tree is.</summary>
public enum EntryKind
{
    /// <summary>An ordinary file.</summary>
    File,

    /// <summary>A symbolic link.</summary>
    Link,

    /// <summary>A submodule: another repository.</summary>
    Submodule,
}
