using System.Formats.Tar;

namespace PostLint.Assets.Archives;

/// <summary>Tar archives of all kinds: the logins that every entry carries, and the files inside.</summary>
internal sealed class Tar : IAssetFormat, IRepackable
{
    private const int MarkOffset = 257;

    /// <inheritdoc/>
    public string Name => "tar";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => IsTar(head);

    /// <summary>Whether bytes begin like a tar archive.</summary>
    public static bool IsTar(ReadOnlySpan<byte> head) => head.Length > MarkOffset + 5 && head.Slice(MarkOffset, 5).SequenceEqual("ustar"u8);

    /// <inheritdoc/>
    public void Read(Stream content, AssetScan scan) => ReadEntries(content, scan);

    /// <inheritdoc/>
    public void Repack(Stream content, Stream output, Func<string, byte[], byte[]?> change) => RepackEntries(content, output, change);

    /// <summary>Packs the entries of a stream again, which need not be seekable.</summary>
    public static void RepackEntries(Stream content, Stream output, Func<string, byte[], byte[]?> change)
    {
        using var reader = new TarReader(content, leaveOpen: true);
        using var writer = new TarWriter(output, TarEntryFormat.Ustar, leaveOpen: true);
        bool isEmpty = true;
        while (reader.GetNextEntry(copyData: true) is { } entry)
        {
            isEmpty = false;
            if (entry is PaxGlobalExtendedAttributesTarEntry) continue;
            if (entry.Length > ArchiveRepacker.MaxBytes) throw new InvalidDataException($"{entry.Name} in it is larger than is packed again");
            var copy = new PaxTarEntry(entry.EntryType is TarEntryType.V7RegularFile ? TarEntryType.RegularFile : entry.EntryType, entry.Name) { Mode = entry.Mode, ModificationTime = entry.ModificationTime };
            if (entry.EntryType is TarEntryType.SymbolicLink or TarEntryType.HardLink) copy.LinkName = entry.LinkName;
            if (IsFile(entry))
            {
                if (change(entry.Name, entry.DataStream?.Take(entry.Length) ?? []) is not { } after) continue;
                copy.DataStream = new MemoryStream(after, writable: false);
            }
            writer.WriteEntry(copy);
        }
        if (isEmpty) throw new InvalidDataException("there are no files in it");
    }

    private static bool IsFile(TarEntry entry) => entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile;

    /// <summary>Reads the entries of a stream, which need not be seekable.</summary>
    public static void ReadEntries(Stream content, AssetScan scan)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        var names = new EntryNames(scan);
        using var reader = new TarReader(content, leaveOpen: true);
        while (reader.GetNextEntry() is { } entry)
        {
            scan.Cancellation.ThrowIfCancellationRequested();
            if (entry is PosixTarEntry posix)
            {
                if (told.Add("u" + posix.UserName)) scan.Field("TAR", "UserName", posix.UserName);
                if (told.Add("g" + posix.GroupName)) scan.Field("TAR", "GroupName", posix.GroupName);
            }
            if (entry is PaxTarEntry pax && pax.ExtendedAttributes.TryGetValue("comment", out string? comment) && told.Add("c" + comment)) scan.Field("TAR", "Comment", comment);
            if (entry.EntryType is TarEntryType.SymbolicLink or TarEntryType.HardLink)
            {
                if (told.Add("l" + entry.LinkName)) scan.Field("TAR", "LinkName", entry.LinkName);
            }
            else if (IsFile(entry) && entry.DataStream is { } data && names.Accept(entry.Name)) scan.Part(entry.Name, entry.Length, () => data);
            else if (entry.EntryType is TarEntryType.CharacterDevice or TarEntryType.BlockDevice or TarEntryType.Fifo) scan.Unread("it holds devices or pipes, which are never opened");
        }
    }
}
