namespace PostLint.Submissions;

/// <summary>A submission that was found and is not read yet. Thousands of them may be read in parallel, each once.</summary>
public sealed class SubmissionSource
{
    internal SubmissionSource(string name, string path, Site site, bool ownsSite) =>
        (Name, Path, Site, OwnsSite) = (name, path, site, ownsSite);

    /// <summary>The post's slug: its file name without extension; where that is <c>index</c>, the name of its folder.</summary>
    public string Name { get; }

    /// <summary>The post's full path; the virtual one for standard input.</summary>
    public string Path { get; }

    /// <summary>The files among which the post's assets are looked for.</summary>
    internal Site Site { get; }

    /// <summary>The larger site that the post may name further files of; null where there is none.</summary>
    internal Site? Around { get; init; }

    /// <summary>Whether all files of the site belong to this post.</summary>
    internal bool OwnsSite { get; }

    /// <summary>Whether the path is that of an archive, in which the post is still to be found.</summary>
    internal bool IsArchive { get; init; }

    /// <summary>Where the post's text comes from instead of a file.</summary>
    internal Stream? Input { get; init; }
}

/// <summary>What the paths of a command line lead to.</summary>
/// <param name="Sources">By the order of the paths, then by path; each post once.</param>
/// <param name="Unread">What was asked for and belongs to no submission because it could not be read.</param>
public sealed record Discovery(IReadOnlyList<SubmissionSource> Sources, IReadOnlyList<Unread> Unread)
{
    /// <summary>What was asked for and left out by a pattern.</summary>
    public IReadOnlyList<Excluded> Excluded { get; init; } = [];

    /// <summary>How many files and folders the <c>.gitignore</c> of the work tree hides; a hidden folder counts once.</summary>
    public int Ignored { get; init; }
}

/// <summary>A file or folder that was asked for and is left out by a pattern.</summary>
/// <param name="Path">Path as reports print it.</param>
/// <param name="By">Who says so: <c>.postlint.yml:4</c>, or the option of the command line.</param>
public sealed record Excluded(string Path, string By);
