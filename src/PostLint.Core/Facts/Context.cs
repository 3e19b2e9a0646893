using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>A file of the submission, read or not.</summary>
/// <param name="SitePath">Path below the folder that holds <c>_posts</c>, with forward slashes.</param>
/// <param name="Role">What it is to the submission.</param>
/// <param name="Bytes">Its size in bytes; 0 where it was not read.</param>
/// <param name="Place">The file as a whole.</param>
public sealed record FileEntry(string SitePath, FileRole Role, long Bytes, Place Place) : Fact(Place)
{
    /// <summary>Width and height of a picture as its header says; 0 where nobody read them.</summary>
    public (int Width, int Height) Pixels { get; init; }

    /// <summary>How many pages a PDF has as its catalog says; 0 for others.</summary>
    public int Pages { get; init; }
}

/// <summary>The name of a file, also of one inside an archive or document.</summary>
/// <param name="Path">Path as the submission or the archive has it, with forward slashes.</param>
/// <param name="Place">The file.</param>
public sealed record NamedFile(string Path, Place Place) : Fact(Place);

/// <summary>A file that is several things at once: readers of each format find one in it.</summary>
public sealed record SeveralFormats(string Formats, Place Place) : Fact(Place);

/// <summary>Something in a file that could not be read, and so was not checked.</summary>
/// <param name="Reason">Why, in PostLint's words.</param>
/// <param name="Place">The file, or the file inside it.</param>
public sealed record UnreadPart(string Reason, Place Place) : Fact(Place);
