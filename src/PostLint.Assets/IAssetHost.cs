namespace PostLint.Assets;

/// <summary>
/// What formats read for: goes on with the files that they find inside, counts what is unpacked, and takes note of what stays unread.
/// </summary>
internal interface IAssetHost
{
    /// <summary>Stops the reading.</summary>
    CancellationToken Cancellation { get; }

    /// <summary>How much is unpacked.</summary>
    AssetLimits Limits { get; }

    /// <summary>Takes note of what was not read.</summary>
    /// <param name="path">Path as reports print it.</param>
    /// <param name="reason">Why, in words that end a sentence.</param>
    /// <param name="isBeyondLimit">Whether a limit of PostLint is the reason.</param>
    void AddGap(string path, string reason, bool isBeyondLimit = false);

    /// <summary>Reads a file inside another.</summary>
    /// <param name="outer">The file around it.</param>
    /// <param name="name">Its name there.</param>
    /// <param name="length">Its length in bytes, as far as it is known.</param>
    /// <param name="open">Opens it.</param>
    void ReadPart(AssetScan outer, string name, long length, Func<Stream> open);

    /// <summary>Counts what a format unpacked by itself; false, and said, once the submission has unpacked as much as it may.</summary>
    bool Spend(string path, long bytes);
}
