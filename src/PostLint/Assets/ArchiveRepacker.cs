namespace PostLint.Assets;

/// <summary>Packs archives again with some of their files changed or left out.</summary>
public static class ArchiveRepacker
{
    /// <summary>The largest file in an archive that is packed again, in bytes.</summary>
    internal const int MaxBytes = 256 << 20;

    /// <summary>Whether an archive can be packed again: zip, tar, or tar in gzip.</summary>
    /// <param name="content">The file, seekable, at its beginning, where it is left.</param>
    public static bool CanRepack(Stream content) => AssetReader.FormatOf(content) is IRepackable;

    /// <summary>Writes the archive anew: the same files in the same order, without comments and without the names of those who packed it.</summary>
    /// <param name="content">The archive, seekable, at its beginning.</param>
    /// <param name="output">Where the new archive goes; nothing of it may be used if this fails.</param>
    /// <param name="change">The new content of a file, by its path in the archive as reports print it and the old content; null to leave it out.</param>
    /// <exception cref="InvalidDataException">It is broken, encrypted, or no such archive; the message says why.</exception>
    public static void Repack(Stream content, Stream output, Func<string, byte[], byte[]?> change)
    {
        if (AssetReader.FormatOf(content) is not IRepackable archive) throw new InvalidDataException("its format cannot be packed again");
        try
        {
            archive.Repack(content, output, (name, before) => change(AssetReader.Shown(name), before));
        }
        catch (EndOfStreamException)
        {
            throw new InvalidDataException("it is cut off: it ends earlier than it says");
        }
        catch (Exception broken) when (broken is ArgumentException or OverflowException or FormatException or NotSupportedException)
        {
            throw new InvalidDataException("its structure is broken", broken);
        }
    }
}
