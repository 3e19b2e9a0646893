using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using PostLint.Engine;

namespace PostLint.Assets.Archives;

/// <summary>
/// Packs a zip archive again (APPNOTE): members that stay are copied as they are packed, whatever method or encryption packed them. Dropped
/// are comments and the extra fields that tell users and
/// groups; nothing may stand before the archive, because it would be lost.
/// </summary>
internal sealed class ZipPacker(Stream content, Stream output)
{
    private const int LocalBytes = 30,
        Encrypted = 1,
        SizesBehind = 8,
        Stored = 0,
        Deflated = 8;

    // Extra fields with numbers or names of users and groups, or security descriptors; sizes of 64 bits, which are not needed; comments.
    private static readonly HashSet<int> s_dropped =
    [
        0x0001,
        0x000D,
        0x4453,
        0x5855,
        0x7855,
        0x7875,
        0x6375,
        0x334D,
        0x2605,
        0x2705,
        0x2805,
    ];

    /// <summary>The path of a member, decoded as the reader of archives decodes it.</summary>
    public static string NameOf(ZipMember member) => Encoding.UTF8.GetString(member.Name.Span);

    /// <summary>The bytes of a member as they are packed.</summary>
    public static byte[] PackedBytes(Stream content, ZipMember member)
    {
        content.Position = member.Offset;
        byte[] local = content.Take(LocalBytes);
        if (!local.AsSpan().StartsWith("PK\x03\x04"u8))
            throw new InvalidDataException($"{NameOf(member)} in it is not where its directory says");
        content.Position += Short(local, 26) + Short(local, 28);
        return content.Take(member.PackedLength);
    }

    /// <summary>Writes the archive.</summary>
    /// <param name="changeOf">As for <see cref="IRepackable.Repack"/>.</param>
    /// <exception cref="InvalidDataException">It is broken, of 64-bit sizes, or a changed member is encrypted.</exception>
    public void Pack(Func<string, Func<byte[], byte[]?>?> changeOf)
    {
        if (ZipDirectory.Find(content) is not { } directory)
            throw new InvalidDataException("its directory is broken, or of an archive larger than is packed again");
        Check(directory);
        // In the directory's order, each with its new place.
        var entries = new Dictionary<ZipMember, byte[]>();
        foreach (ZipMember member in directory.Members.OrderBy(member => member.Offset))
        {
            if (Write(member, changeOf(NameOf(member))) is { } entry)
                entries[member] = entry;
        }
        long start = output.Position;
        foreach (ZipMember member in directory.Members)
        {
            if (entries.TryGetValue(member, out byte[]? entry))
                output.Write(entry);
        }
        byte[] end = [.. "PK\x05\x06"u8, .. new byte[18]];
        Put(end, 8, entries.Count);
        Put(end, 10, entries.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)(output.Position - start));
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), (uint)start);
        output.Write(end);
    }

    private static void Check(ZipDirectory directory)
    {
        ZipMember[] members = [.. directory.Members.OrderBy(member => member.Offset)];
        if (directory.Shift != 0 || members[0].Offset != 0)
            throw new InvalidDataException("something stands before the archive, which would be lost");
        for (int i = 0; i < members.Length; i++)
        {
            ZipMember member = members[i];
            bool isLarge = member.PackedLength == uint.MaxValue || member.Length == uint.MaxValue || member.Offset == uint.MaxValue;
            if (isLarge || member.Length > ArchiveRepacker.MaxBytes)
                throw new InvalidDataException($"{NameOf(member)} in it is larger than is packed again");
            long next = i + 1 < members.Length ? members[i + 1].Offset : directory.Start;
            if (member.Offset + LocalBytes + member.Name.Length + member.PackedLength > next)
                throw new InvalidDataException($"{NameOf(member)} in it lies over another file");
        }
    }

    /// <summary>Writes a member; returns its entry of the directory, or null where it is left out.</summary>
    private byte[]? Write(ZipMember member, Func<byte[], byte[]?>? change)
    {
        byte[] packed = PackedBytes(content, member);
        content.Position = member.Offset;
        byte[] local = content.Take(LocalBytes);
        content.Position = member.Offset + LocalBytes + Short(local, 26);
        ReadOnlySpan<byte> localExtra = Kept(content.Take(Short(local, 28)));
        ReadOnlySpan<byte> extra = Kept(member.Extra.Span);
        byte[] header = member.Header[..ZipDirectory.HeaderBytes].ToArray();
        if (change is not null)
        {
            byte[] before = Unpack(member, packed);
            if (change(before) is not { } after)
                return null;
            packed = member.Method == Stored ? after : Deflate(after);
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(16), Bytes.Crc(after));
            BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(24), after.Length);
            BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(20), packed.Length);
        }
        // An encrypted member is unlocked by its time where its sizes stand behind it, and by its checksum otherwise.
        bool isBehind = (member.Flags & (Encrypted | SizesBehind)) == (Encrypted | SizesBehind);
        if (!isBehind)
            Put(header, 8, member.Flags & ~SizesBehind);
        Put(header, 30, extra.Length);
        Put(header, 32, 0);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(42), (uint)output.Position);
        header.AsSpan(6, 22).CopyTo(local.AsSpan(4));
        Put(local, 26, member.Name.Length);
        Put(local, 28, localExtra.Length);
        output.Write(local);
        output.Write(member.Name.Span);
        output.Write(localExtra);
        output.Write(packed);
        if (isBehind)
            output.Write([.. "PK\x07\x08"u8, .. header.AsSpan(16, 12)]);
        return [.. header, .. member.Name.Span, .. extra];
    }

    private static byte[] Unpack(ZipMember member, byte[] packed)
    {
        if ((member.Flags & Encrypted) != 0)
            throw new InvalidDataException($"{NameOf(member)} in it is encrypted");
        if (member.Method is not (Stored or Deflated))
            throw new InvalidDataException($"{NameOf(member)} in it is packed in a way that is not read");
        byte[] plain = packed;
        if (member.Method == Deflated)
        {
            using var stream = new DeflateStream(new MemoryStream(packed, writable: false), CompressionMode.Decompress);
            plain = new byte[member.Length];
            stream.ReadExactly(plain);
        }
        return Bytes.Crc(plain) == member.Checksum ? plain : throw new InvalidDataException($"{NameOf(member)} in it is damaged");
    }

    private static byte[] Deflate(byte[] plain)
    {
        var packed = new MemoryStream();
        using (var stream = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            stream.Write(plain);
        return packed.ToArray();
    }

    /// <summary>The extra fields without those that name somebody.</summary>
    private static byte[] Kept(ReadOnlySpan<byte> extra)
    {
        var kept = new MemoryStream();
        while (extra.Length >= 4)
        {
            int length = 4 + Short(extra, 2);
            if (length > extra.Length)
                break;
            if (!s_dropped.Contains(Short(extra, 0)))
                kept.Write(extra[..length]);
            extra = extra[length..];
        }
        return kept.ToArray();
    }

    private static int Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static void Put(Span<byte> bytes, int at, int value) => BinaryPrimitives.WriteUInt16LittleEndian(bytes[at..], (ushort)value);
}
