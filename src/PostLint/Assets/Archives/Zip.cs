using System.IO.Compression;

namespace PostLint.Assets.Archives;

/// <summary>Zip archives: comments, and the files inside. Nothing is ever unpacked to disk, so that no name can lead anywhere.</summary>
internal sealed class Zip : IAssetFormat
{
    /// <inheritdoc/>
    public string Name => "zip";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8);

    /// <inheritdoc/>
    public void Read(Stream content, AssetScan scan)
    {
        using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        scan.Field("ZIP", "Comment", archive.Comment);
        var names = new EntryNames(scan);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            scan.Cancellation.ThrowIfCancellationRequested();
            scan.Field("ZIP", "EntryComment", entry.Comment);
            if (entry.FullName.EndsWith('/') || !names.Accept(entry.FullName)) continue;
            if (entry.IsEncrypted) scan.Gap(entry.FullName, "it is encrypted");
            else scan.Part(entry.FullName, entry.Length, entry.Open);
        }
    }
}
