using PostLint.Assets;
using PostLint.PullRequests;
using PostLint.Rosters;
using PostLint.Syntax;

namespace PostLint.Submissions;

/// <summary>One file of a submission.</summary>
/// <param name="Path">Path as reports print it: relative to the working directory where it lies below it, with forward slashes.</param>
/// <param name="Role">What it is to the submission.</param>
/// <param name="Text">The decoded text; of a binary file the lines of its metadata; null for what could not be read.</param>
/// <param name="Problems">What went wrong while it was decoded.</param>
public sealed record SubmittedFile(string Path, FileRole Role, SourceText? Text, IReadOnlyList<SyntaxProblem> Problems)
{
    /// <summary>
    /// Path below the folder that holds <c>_posts</c>, or below the submission's own where none does; with forward slashes.
    /// </summary>
    public string SitePath { get; init; } = Path;

    /// <summary>
    /// What a binary file says about itself, whose lines are then its text; null for others, and where nobody can read its format.
    /// </summary>
    public MetadataSheet? Sheet { get; init; }

    /// <summary>The file of the submission that this one was found inside of, such as an archive; null for files of their own.</summary>
    public string? Container { get; init; }

    /// <summary>
    /// What readers take it for by its content, the format that it begins as first; nothing for text that is only text, and for formats
    /// that are not read.
    /// </summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>Whether it is several things at once, so that programs differ in what they show of it.</summary>
    public bool IsSeveral => Formats.Count > 1;

    /// <summary>Tells whether the file has changed since it was read; null for files inside others.</summary>
    public FileStamp? Stamp { get; init; }

    /// <summary>Width and height of a picture as its header says; 0 where it is none, or of a format whose size is not read.</summary>
    public (int Width, int Height) Pixels { get; init; }

    /// <summary>How many pages a PDF has as its catalog says; 0 for others.</summary>
    public int Pages { get; init; }

    /// <summary>Its size in bytes, unpacked where it lies in an archive; 0 where it was not read.</summary>
    public long Bytes { get; init; }

    /// <summary>The tree of its text, or of the sheet of its metadata. Never throws for what the text holds.</summary>
    /// <exception cref="InvalidOperationException">It has no text.</exception>
    public SyntaxTree Parse() =>
        this switch
        {
            { Sheet: { } sheet } => MetadataParser.Parse(sheet),
            { Text: { } text } => Parsers.Parse(text, FileKinds.LanguageOf(text.Path, Role)),
            _ => throw new InvalidOperationException("The file has no text."),
        };
}

/// <summary>A file or folder that was not read, and why.</summary>
/// <param name="Path">Path as reports print it.</param>
/// <param name="Reason">Why, in plain words that end a sentence.</param>
public sealed record Unread(string Path, string Reason)
{
    /// <summary>
    /// The end of the path that leads nowhere, as it was typed: it names no file, and so nobody; empty for what is there.
    /// </summary>
    public string Missing { get; init; } = "";

    /// <summary>Path, as reports print it, of what is there and was perhaps meant; empty for nothing.</summary>
    public string Meant { get; init; } = "";

    /// <summary>Whether it is there and could be read, and only a limit of PostLint's kept it from that.</summary>
    public bool IsBeyondLimit { get; init; }

    /// <summary>A path that was typed and leads nowhere.</summary>
    /// <param name="path">Path as reports print it.</param>
    /// <param name="full">Its full path.</param>
    public static Unread Nowhere(string path, string full)
    {
        string? there = System.IO.Path.GetDirectoryName(full);
        while (there is not null && !System.IO.Path.Exists(there))
            there = System.IO.Path.GetDirectoryName(there);
        string missing = full[(there?.Length ?? 0)..].Replace('\\', '/').TrimStart('/');
        bool isTyped = path.EndsWith(missing, StringComparison.Ordinal);
        string? meant = isTyped && there is not null ? NearPath.Of(there, missing) : null;
        return new(path, "there is no such file or folder")
        {
            Missing = isTyped ? missing : "",
            Meant = meant is null ? "" : path[..^missing.Length] + meant,
        };
    }
}

/// <summary>One thing submitted: a post with its bibliography and assets.</summary>
/// <param name="Name">The post's slug, such as <c>2026-04-27-my-post</c>.</param>
/// <param name="Files">The post first, then its other files by path.</param>
/// <param name="Unread">What could not be read; never passed over in a report.</param>
public sealed record Submission(string Name, IReadOnlyList<SubmittedFile> Files, IReadOnlyList<Unread> Unread)
{
    /// <summary>The pull request that hands it in; null for none.</summary>
    public PullRequest? Request { get; init; }

    /// <summary>Its authors, where a chair's roster tells them; null for no roster.</summary>
    public IReadOnlyList<RosterPerson>? Authors { get; init; }

    /// <summary>Who of the roster is at the institutions of its authors.</summary>
    public IReadOnlyList<Colleagues> Colleagues { get; init; } = [];

    /// <summary>How it was handed in; null where no chair triages it.</summary>
    public SubmissionForm? Form { get; init; }

    /// <summary>
    /// What of the files that were opened stays unknown, such as an encrypted document or the rest of a cut image. Rules report it; the run
    /// has not failed.
    /// </summary>
    public IReadOnlyList<Unread> Gaps { get; init; } = [];

    /// <summary>Whether all was read that is there and can be read.</summary>
    public bool IsComplete => Unread.Count == 0 && !Gaps.Any(gap => gap.IsBeyondLimit);

    /// <summary>Whether the post was read to its end; true where there is none and nothing is missing.</summary>
    public bool HasWholePost =>
        Files is [{ Role: FileRole.Post } post, ..]
            ? post.Text is not null && !Unread.Any(unread => unread.Path == post.Path)
            : Unread.Count == 0;

    /// <summary>Whether nothing that may be a text was left unread.</summary>
    public bool HasAllTexts =>
        Unread
            .Concat(Gaps.Where(gap => gap.IsBeyondLimit))
            .All(unread => FileKinds.AssetRoleOf(unread.Path) is FileRole.BinaryAsset && !FileKinds.IsArchive(unread.Path));

    /// <summary>Where PostLint itself failed while it read a file.</summary>
    public IReadOnlyList<ReadingFault> Faults { get; init; } = [];
}

/// <summary>A fault of PostLint while it read a file; the rest of the file stays unknown.</summary>
/// <param name="Path">Path as reports print it.</param>
/// <param name="Exception">What was thrown.</param>
public sealed record ReadingFault(string Path, Exception Exception);
