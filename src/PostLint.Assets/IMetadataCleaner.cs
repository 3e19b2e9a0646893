namespace PostLint.Assets;

/// <summary>A format whose metadata can be taken out while all that it shows stays as it was.</summary>
internal interface IMetadataCleaner
{
    /// <summary>
    /// Writes the file without what may identify anybody; pixels, colour profile and orientation, pages, text and links stay.
    /// </summary>
    /// <param name="content">The file, seekable, at its beginning.</param>
    /// <param name="output">Where the cleaned file goes.</param>
    /// <exception cref="InvalidDataException">The file is broken or of a kind that cannot be cleaned; nothing of the output may be used.
    /// The message says why.</exception>
    /// <exception cref="EndOfStreamException">The file is cut.</exception>
    void Clean(Stream content, Stream output);
}
