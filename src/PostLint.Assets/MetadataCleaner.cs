namespace PostLint.Assets;

/// <summary>
/// Takes out of a file what it says about itself, and leaves what it shows: pixels, colours, orientation, pages, text and links.
/// </summary>
internal static class MetadataCleaner
{
    /// <summary>Whether the format of a file can be cleaned: PNG, JPEG, GIF, WebP or PDF.</summary>
    /// <param name="content">The file, seekable, at its beginning, where it is left.</param>
    public static bool CanClean(Stream content) => FileSignature.FormatOf(content) is IMetadataCleaner;

    /// <summary>Writes the cleaned file.</summary>
    /// <param name="content">The file, seekable, at its beginning.</param>
    /// <param name="output">Where the cleaned file goes; nothing of it may be used if this fails.</param>
    /// <exception cref="InvalidDataException">The file is broken, or of a kind that cannot be cleaned; the message says why.</exception>
    public static void Clean(Stream content, Stream output)
    {
        if (FileSignature.FormatOf(content) is not IMetadataCleaner cleaner)
            throw new InvalidDataException("its format cannot be cleaned");
        Guarded.Run(() => cleaner.Clean(content, output));
    }
}
