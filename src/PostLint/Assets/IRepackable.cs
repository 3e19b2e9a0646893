namespace PostLint.Assets;

/// <summary>An archive that can be packed again with some of its files changed or left out.</summary>
internal interface IRepackable
{
    /// <summary>Writes the archive anew: the same files in the same order, without comments and without the names of those who packed it.</summary>
    /// <param name="content">The archive, seekable, at its beginning.</param>
    /// <param name="output">Where the new archive goes.</param>
    /// <param name="change">The new content of a file, by its path in the archive and the old one; null to leave it out.</param>
    /// <exception cref="InvalidDataException">The archive is broken, encrypted, or larger than is packed again; nothing of the output may be used. The message says why.</exception>
    void Repack(Stream content, Stream output, Func<string, byte[], byte[]?> change);
}
