namespace PostLint.Assets;

/// <summary>
/// A format of files that are no text: reads what such a file says about itself, and opens the files inside it. Safe to share between
/// threads.
/// </summary>
internal interface IAssetFormat
{
    /// <summary>What people call it, such as PNG.</summary>
    string Name { get; }

    /// <summary>Whether a file is of this format.</summary>
    /// <param name="head">Its first bytes, up to <see cref="FileSignature.HeadBytes"/>.</param>
    bool Recognises(ReadOnlySpan<byte> head);

    /// <summary>
    /// Reads a file. Neither pixels nor sound are decoded; what cannot be read is named by <see cref="AssetScan.Unread"/>.
    /// </summary>
    /// <param name="content">The file, seekable, at its beginning. What it says of lengths and offsets may be a lie.</param>
    /// <param name="scan">Where fields and inner files go.</param>
    /// <exception cref="InvalidDataException">The file is broken; what was found until then counts.</exception>
    /// <exception cref="EndOfStreamException">The file is cut.</exception>
    void Read(Stream content, AssetScan scan);
}
