using System.IO.Compression;

namespace PostLint.Assets.Archives;

/// <summary>Zip archives: comments, and the files inside. Nothing is ever unpacked to disk, so that no name can lead anywhere.</summary>
internal sealed class Zip : IAssetFormat, IRepackable
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

    /// <inheritdoc/>
    public void Repack(Stream content, Stream output, Func<string, byte[], byte[]?> change)
    {
        using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        using var packed = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            if (entry.IsEncrypted) throw new InvalidDataException($"{entry.FullName} in it is encrypted");
            if (entry.Length > ArchiveRepacker.MaxBytes) throw new InvalidDataException($"{entry.FullName} in it is larger than is packed again");
            byte[] before = Unpack(entry);
            if ((entry.FullName.EndsWith('/') ? before : change(entry.FullName, before)) is not { } after) continue;
            ZipArchiveEntry copy = packed.CreateEntry(entry.FullName, entry.CompressedLength == entry.Length ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
            (copy.LastWriteTime, copy.ExternalAttributes) = (entry.LastWriteTime, entry.ExternalAttributes);
            using Stream target = copy.Open();
            target.Write(after);
        }
    }

    private static byte[] Unpack(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        byte[] bytes = new byte[entry.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
