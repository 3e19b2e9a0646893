using System.IO.Compression;
using PostLint.Engine;

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
        using var archive = new ZipArchive(Whole(content, scan), ZipArchiveMode.Read, leaveOpen: true);
        scan.Field("ZIP", "Comment", archive.Comment);
        var names = new EntryNames(scan);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            scan.Cancellation.ThrowIfCancellationRequested();
            scan.Field("ZIP", "EntryComment", entry.Comment);
            if (entry.FullName.EndsWith('/') || !names.Accept(entry.FullName))
                continue;
            if (entry.IsEncrypted)
                scan.Gap(entry.FullName, "it is encrypted");
            else
                scan.Part(entry.FullName, entry.Length, entry.Open);
        }
    }

    /// <summary>The archive without what stands before it, which its offsets do not count.</summary>
    private static Stream Whole(Stream content, AssetScan scan)
    {
        if (ZipDirectory.Find(content) is not { Shift: > 0 } directory)
            return content;
        if (content.Length - directory.Shift > scan.Limits.PartBytes)
            throw new InvalidDataException("the archive in it is larger than is read");
        content.Position = directory.Shift;
        return new MemoryStream(content.Take(content.Length - directory.Shift), writable: false);
    }

    /// <inheritdoc/>
    public void Repack(Stream content, Stream output, Func<string, Func<byte[], byte[]?>?> changeOf) =>
        new ZipPacker(content, output).Pack(changeOf);

    /// <inheritdoc/>
    public IEnumerable<ArchiveMember> Members(Stream content)
    {
        ZipDirectory directory = ZipDirectory.Find(content) ?? throw new InvalidDataException("its directory is broken");
        foreach (ZipMember member in directory.Members)
        {
            ReadOnlySpan<byte> header = member.Header.Span;
            // The maker's system, method, time and permissions stay; sizes and checksum belong to the content.
            string attributes = Convert.ToHexString([.. header[4..6], .. header[10..16], .. header[38..42], .. member.Name.Span]);
            yield return new(
                ZipPacker.NameOf(member),
                attributes,
                $"{member.Checksum:x8} {member.Length} {Bytes.Hash(ZipPacker.PackedBytes(content, member))}"
            );
        }
    }
}
