using System.Buffers.Binary;

namespace PostLint.Assets.Archives;

/// <summary>A member as the directory of a zip archive tells of it.</summary>
/// <param name="Header">Its entry of the directory, with name, extra fields and comment.</param>
/// <param name="Offset">Where its own header stands in the file.</param>
internal sealed record ZipMember(ReadOnlyMemory<byte> Header, long Offset)
{
    /// <summary>Its flags: bit 0 for encryption, bit 3 for sizes behind the data.</summary>
    public int Flags => Short(8);

    /// <summary>How it is packed: 0 for not at all, 8 for deflate.</summary>
    public int Method => Short(10);

    /// <summary>CRC-32 of its content.</summary>
    public uint Checksum => BinaryPrimitives.ReadUInt32LittleEndian(Header.Span[16..]);

    /// <summary>Its packed length in bytes.</summary>
    public uint PackedLength => BinaryPrimitives.ReadUInt32LittleEndian(Header.Span[20..]);

    /// <summary>Its length in bytes.</summary>
    public uint Length => BinaryPrimitives.ReadUInt32LittleEndian(Header.Span[24..]);

    /// <summary>Its path, as bytes.</summary>
    public ReadOnlyMemory<byte> Name => Header.Slice(ZipDirectory.HeaderBytes, Short(28));

    /// <summary>Its extra fields.</summary>
    public ReadOnlyMemory<byte> Extra => Header.Slice(ZipDirectory.HeaderBytes + Short(28), Short(30));

    /// <summary>Its comment.</summary>
    public ReadOnlyMemory<byte> Comment => Header[(ZipDirectory.HeaderBytes + Short(28) + Short(30))..];

    private int Short(int at) => BinaryPrimitives.ReadUInt16LittleEndian(Header.Span[at..]);
}

/// <summary>The directory at the end of a zip archive (APPNOTE 4.3.12), which alone says what is in it.</summary>
internal sealed class ZipDirectory
{
    /// <summary>Length of a directory entry before its name.</summary>
    public const int HeaderBytes = 46;

    private const int EndBytes = 22,
        LongestComment = 65_535,
        MaxDirectory = 64 << 20;

    private ZipDirectory(IReadOnlyList<ZipMember> members, long start, long shift, bool isWholeFile) =>
        (Members, Start, Shift, IsWholeFile) = (members, start, shift, isWholeFile);

    /// <summary>The members, in the directory's order.</summary>
    public IReadOnlyList<ZipMember> Members { get; }

    /// <summary>Where the directory begins in the file.</summary>
    public long Start { get; }

    /// <summary>How many bytes stand before the archive that its offsets do not count.</summary>
    public long Shift { get; }

    /// <summary>Whether it is the directory of the file, and not of an archive that lies somewhere in it.</summary>
    public bool IsWholeFile { get; }

    /// <summary>The directory; null where there is none, or none that readers without 64-bit fields understand.</summary>
    /// <param name="content">The file, seekable; it is left at its beginning.</param>
    public static ZipDirectory? Find(Stream content)
    {
        long from = Math.Max(0, content.Length - EndBytes - LongestComment);
        content.Position = from;
        ReadOnlySpan<byte> tail = content.Take(content.Length - from);
        ZipDirectory? found = null;
        for (int end = tail.LastIndexOf("PK\x05\x06"u8); end >= 0 && found is null; end = tail[..end].LastIndexOf("PK\x05\x06"u8))
        {
            if (end + EndBytes <= tail.Length)
                found = Read(content, from + end, tail[end..]);
        }
        content.Position = 0;
        return found;
    }

    /// <summary>Whether two places of the file lie in the same member.</summary>
    public bool IsInOneMember(long first, long second)
    {
        long[] starts = [.. Members.Select(member => member.Offset).Append(Start).Order()];
        int Of(long place) => Array.FindLastIndex(starts, start => start <= place);
        return second < Start && Of(first) >= 0 && Of(first) == Of(second);
    }

    private static ZipDirectory? Read(Stream content, long end, ReadOnlySpan<byte> record)
    {
        int count = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]),
            comment = BinaryPrimitives.ReadUInt16LittleEndian(record[20..]);
        long size = BinaryPrimitives.ReadUInt32LittleEndian(record[12..]),
            offset = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        long start = end - size,
            shift = start - offset;
        if (count == 0 || shift < 0 || size > MaxDirectory)
            return null;
        content.Position = start;
        ReadOnlyMemory<byte> directory = content.Take(size);
        var members = new List<ZipMember>(count);
        while (members.Count < count)
        {
            ReadOnlySpan<byte> left = directory.Span;
            if (left.Length < HeaderBytes || !left.StartsWith("PK\x01\x02"u8))
                return null;
            int length = HeaderBytes;
            foreach (int at in (ReadOnlySpan<int>)[28, 30, 32])
                length += BinaryPrimitives.ReadUInt16LittleEndian(left[at..]);
            if (length > left.Length)
                return null;
            members.Add(new(directory[..length], shift + BinaryPrimitives.ReadUInt32LittleEndian(left[42..])));
            directory = directory[length..];
        }
        return new(members, start, shift, shift == 0 || end + EndBytes + comment == content.Length);
    }
}
