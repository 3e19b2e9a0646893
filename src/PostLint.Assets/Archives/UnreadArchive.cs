namespace PostLint.Assets.Archives;

/// <summary>Archives that are known and not opened: they are named as unread instead of being passed over.</summary>
internal sealed class UnreadArchive : IAssetFormat
{
    /// <inheritdoc/>
    public string Name => "other archive";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => NameOf(head) is not null;

    /// <inheritdoc/>
    public void Read(Stream content, AssetScan scan)
    {
        byte[] head = content.Take(Math.Min(content.Length, FileSignature.HeadBytes));
        scan.Unread($"it is a {NameOf(head)} archive, which is not opened; hand in a zip archive or the files themselves");
    }

    private static string? NameOf(ReadOnlySpan<byte> head)
    {
        if (head is [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C, ..])
            return "7z";
        if (head.StartsWith("Rar!\x1A"u8))
            return "RAR";
        if (head is [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, ..])
            return "xz";
        if (head is [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', ..])
            return "bzip2";
        return head is [0x28, 0xB5, 0x2F, 0xFD, ..] ? "Zstandard" : null;
    }
}
