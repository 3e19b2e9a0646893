namespace PostLint.Assets;

/// <summary>How much of what is no text is read.</summary>
/// <param name="PartBytes">The largest file inside another one that is unpacked, in bytes.</param>
/// <param name="UnpackedBytes">The most that is unpacked for one submission, in bytes, over all archives and documents.</param>
/// <param name="Parts">The most files inside others that are looked at in one submission.</param>
/// <param name="Depth">How deep files may lie inside others: an image in a document in an archive lies at 2.</param>
public sealed record AssetLimits(int PartBytes = 64 << 20, long UnpackedBytes = 2L << 30, int Parts = 20_000, int Depth = 4)
{
    /// <summary>What applies where nothing else is said.</summary>
    public static AssetLimits Default { get; } = new();
}
