using System.Formats.Tar;
using System.Globalization;
using PostLint.Engine;

namespace PostLint.Assets.Archives;

/// <summary>Tar archives of all kinds: the logins that every entry carries, and the files inside.</summary>
internal sealed class Tar : IAssetFormat, IRepackable
{
    private const int HeaderBytes = 512,
        SizeOffset = 124,
        ChecksumOffset = 148,
        MagicOffset = 257;

    /// <inheritdoc/>
    public string Name => "tar";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => IsTar(head) || IsDamaged(head);

    /// <summary>Whether bytes begin like a tar archive: with a header whose checksum holds, of whatever dialect.</summary>
    public static bool IsTar(ReadOnlySpan<byte> head)
    {
        if (head.Length < HeaderBytes || Octal(head.Slice(ChecksumOffset, 8)) is not { } checksum)
            return false;
        int sum = ' ' * 8;
        for (int i = 0; i < HeaderBytes; i++)
            sum += i is >= ChecksumOffset and < ChecksumOffset + 8 ? 0 : head[i];
        return sum == checksum && sum > ' ' * 8;
    }

    /// <summary>Whether bytes begin with a header whose checksum fails: a broken archive, whatever its members look like.</summary>
    private static bool IsDamaged(ReadOnlySpan<byte> head) =>
        head.Length >= HeaderBytes && head[MagicOffset..].StartsWith("ustar"u8) && head[..HeaderBytes].Contains((byte)0);

    /// <summary>Whether two places lie in the content of the first member.</summary>
    public static bool IsInFirstMember(ReadOnlySpan<byte> head, long first, long second) =>
        first >= HeaderBytes && second < HeaderBytes + (Octal(head.Slice(SizeOffset, 12)) ?? 0);

    /// <summary>A number in octal digits; null where there is none.</summary>
    public static long? Octal(ReadOnlySpan<byte> field)
    {
        long value = 0;
        ReadOnlySpan<byte> digits = field.Trim(" \0"u8);
        if (digits.IsEmpty)
            return null;
        foreach (byte b in digits)
        {
            if (b is < (byte)'0' or > (byte)'7')
                return null;
            value = (value * 8) + b - '0';
        }
        return value;
    }

    /// <inheritdoc/>
    public void Read(Stream content, AssetScan scan) => ReadEntries(content, scan);

    /// <inheritdoc/>
    public void Repack(Stream content, Stream output, Func<string, Func<byte[], byte[]?>?> changeOf) =>
        new TarPacker(content, output).Pack(changeOf);

    /// <inheritdoc/>
    public IEnumerable<ArchiveMember> Members(Stream content) => MembersOf(content);

    /// <summary>The members of a stream, which need not be seekable.</summary>
    public static IEnumerable<ArchiveMember> MembersOf(Stream content)
    {
        using var reader = new TarReader(content, leaveOpen: true);
        while (Next(reader, copyData: true) is { } entry)
        {
            if (entry is PaxGlobalExtendedAttributesTarEntry)
                continue;
            TarEntryType type = entry.EntryType is TarEntryType.V7RegularFile ? TarEntryType.RegularFile : entry.EntryType;
            string link = type is TarEntryType.SymbolicLink or TarEntryType.HardLink ? entry.LinkName : "";
            string attributes = string.Create(
                CultureInfo.InvariantCulture,
                $"{type} {(int)entry.Mode} {entry.ModificationTime.ToUnixTimeSeconds()} {link}"
            );
            yield return new(entry.Name, attributes, Bytes.Hash(entry.DataStream?.Take(entry.Length) ?? []));
        }
    }

    /// <summary>The next entry, null at the end. The library tells sizes and times that it cannot hold as faults of its caller.</summary>
    private static TarEntry? Next(TarReader reader, bool copyData = false)
    {
        try
        {
            return reader.GetNextEntry(copyData);
        }
        catch (Exception broken) when (broken is ArgumentException or OverflowException or InvalidOperationException)
        {
            throw new InvalidDataException("a header in it is broken", broken);
        }
    }

    private static bool IsFile(TarEntry entry) =>
        entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile;

    /// <summary>Reads the entries of a stream, which need not be seekable.</summary>
    public static void ReadEntries(Stream content, AssetScan scan)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        var names = new EntryNames(scan);
        using var reader = new TarReader(content, leaveOpen: true);
        while (Next(reader) is { } entry)
        {
            scan.Cancellation.ThrowIfCancellationRequested();
            if (entry is PosixTarEntry posix)
            {
                if (told.Add("u" + posix.UserName))
                    scan.Field("TAR", "UserName", posix.UserName);
                if (told.Add("g" + posix.GroupName))
                    scan.Field("TAR", "GroupName", posix.GroupName);
            }
            if (entry is PaxTarEntry pax && pax.ExtendedAttributes.TryGetValue("comment", out string? comment) && told.Add("c" + comment))
                scan.Field("TAR", "Comment", comment);
            if (entry.EntryType is TarEntryType.SymbolicLink or TarEntryType.HardLink)
            {
                if (told.Add("l" + entry.LinkName))
                    scan.Field("TAR", "LinkName", entry.LinkName);
            }
            else if (IsFile(entry) && entry.DataStream is { } data && names.Accept(entry.Name))
                scan.Part(entry.Name, entry.Length, () => data);
            else if (entry.EntryType is TarEntryType.CharacterDevice or TarEntryType.BlockDevice or TarEntryType.Fifo)
                scan.Unread("it holds devices or pipes, which are never opened");
        }
    }
}
