using PostLint.Assets.Archives;

namespace PostLint.Assets;

/// <summary>Packs archives again with some of their files changed or left out.</summary>
internal static class ArchiveRepacker
{
    /// <summary>The largest file in an archive that is packed again, in bytes.</summary>
    internal const int MaxBytes = 256 << 20;

    /// <summary>Whether an archive can be packed again: zip, tar, or tar in gzip.</summary>
    /// <param name="content">The file, seekable, at its beginning, where it is left.</param>
    public static bool CanRepack(Stream content) => FileSignature.FormatOf(content) is IRepackable;

    /// <summary>
    /// Writes the archive anew: the same files in the same order, without comments and without the names of those who packed it.
    /// </summary>
    /// <param name="content">The archive, seekable, at its beginning.</param>
    /// <param name="output">Where the new archive goes; nothing of it may be used if this fails.</param>
    /// <param name="changeOf">
    /// How a file is changed, by its path in the archive as reports print it: what makes its new content of the old, or null to leave it
    /// out. Nothing for files that stay as they are.
    /// </param>
    /// <exception cref="InvalidDataException">It is broken, or no such archive; the message says why.</exception>
    public static void Repack(Stream content, Stream output, Func<string, Func<byte[], byte[]?>?> changeOf)
    {
        if (FileSignature.FormatOf(content) is not IRepackable archive)
            throw new InvalidDataException("its format cannot be packed again");
        Guarded.Run(() => archive.Repack(content, output, name => changeOf(EntryNames.Shown(name))));
    }
}
