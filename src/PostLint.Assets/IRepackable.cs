namespace PostLint.Assets;

/// <summary>An archive that can be packed again with some of its files changed or left out.</summary>
internal interface IRepackable
{
    /// <summary>
    /// Writes the archive anew: the same files in the same order, without comments and without the names of those who packed it.
    /// </summary>
    /// <param name="content">The archive, seekable, at its beginning.</param>
    /// <param name="output">Where the new archive goes.</param>
    /// <param name="changeOf">
    /// How a file is changed, by its path in the archive: what makes its new content of the old, or null to leave it out. Nothing for files
    /// that stay as they are.
    /// </param>
    /// <exception cref="InvalidDataException">
    /// The archive is broken, or of a kind that is not packed again; nothing of the output may be used. The message says why.
    /// </exception>
    void Repack(Stream content, Stream output, Func<string, Func<byte[], byte[]?>?> changeOf);

    /// <summary>Lists its files in order: for each its path, and what tells it from others.</summary>
    /// <param name="content">The archive, seekable, at its beginning.</param>
    IEnumerable<ArchiveMember> Members(Stream content);
}

/// <summary>A file of an archive, folders and links among them.</summary>
/// <param name="Path">Its path in the archive.</param>
/// <param name="Attributes">Who may do what with it, its time, where it leads.</param>
/// <param name="Content">A hash of its content.</param>
internal sealed record ArchiveMember(string Path, string Attributes, string Content);
