using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using PostLint.Engine;
using PostLint.Facts;

namespace PostLint.Assets.Archives;

/// <summary>
/// Packs a tar archive again (POSIX.1-2017, pax): headers are copied without the numbers and names of users and groups, extended headers
/// without
/// those and without comments, and what stays is copied block by block. The same input gives the same bytes.
/// </summary>
internal sealed class TarPacker(Stream content, Stream output)
{
    private const int Block = 512,
        NameBytes = 100,
        SizeOffset = 124,
        ChecksumOffset = 148,
        TypeOffset = 156,
        PrefixOffset = 345,
        PrefixBytes = 155;
    private const int MaxHeader = 1 << 20;

    // Who packed a file; the rest of an extended header says what the file is.
    private static readonly HashSet<string> s_dropped = new(StringComparer.Ordinal) { "uname", "gname", "uid", "gid", "comment" };

    private readonly byte[] _header = new byte[Block];
    private string? _path;
    private long? _size;

    /// <summary>Writes the archive.</summary>
    /// <param name="changeOf">As for <see cref="IRepackable.Repack"/>.</param>
    /// <exception cref="InvalidDataException">It is broken, empty, or holds what is not packed again.</exception>
    public void Pack(Func<string, Func<byte[], byte[]?>?> changeOf)
    {
        // An extended header goes with its file, and where that is left out, goes too.
        var before = new MemoryStream();
        bool isEmpty = true;
        while (ReadHeader())
        {
            char type = (char)_header[TypeOffset];
            if (type is 'x' or 'g')
                AddExtended(type is 'x' ? before : output, isOfFile: type is 'x');
            else if (type is 'L' or 'K')
                AddLongName(before, isPath: type is 'L');
            else if (type is '\0' or (>= '0' and <= '7'))
            {
                WriteMember(before, IsFile(type) ? changeOf(_path ?? NameOf(_header)) : null);
                before.SetLength(0);
                (_path, _size, isEmpty) = (null, null, false);
            }
            else
                throw new InvalidDataException("it holds parts of a kind that is not packed again");
        }
        if (isEmpty)
            throw new InvalidDataException("there are no files in it");
        output.Write(new byte[2 * Block]);
    }

    private static bool IsFile(char type) => type is '\0' or '0' or '7';

    /// <summary>False at the archive's end.</summary>
    private bool ReadHeader()
    {
        int length = content.ReadAtLeast(_header, Block, throwOnEndOfStream: false);
        if (length == 0 || (length == Block && !_header.AsSpan().ContainsAnyExcept((byte)0)))
            return false;
        if (length < Block)
            throw new EndOfStreamException();
        return Tar.IsTar(_header) ? true : throw new InvalidDataException("a header in it is broken");
    }

    private void WriteMember(MemoryStream before, Func<byte[], byte[]?>? change)
    {
        long size = IsFile((char)_header[TypeOffset]) ? _size ?? SizeOf(_header) : 0;
        Clear(_header);
        if (change is null)
        {
            before.WriteTo(output);
            WriteHeader(output, _header);
            CopyPadded(size);
            return;
        }
        if (_size is not null || size > ArchiveRepacker.MaxBytes)
            throw new InvalidDataException($"{_path ?? NameOf(_header)} in it is larger than is packed again");
        if (change(ReadPadded(size)) is not { } after)
            return;
        before.WriteTo(output);
        SetSize(_header, after.Length);
        WriteHeader(output, _header);
        WritePadded(output, after);
    }

    private void AddExtended(Stream target, bool isOfFile)
    {
        byte[] header = [.. _header],
            records = ReadPadded(HeaderSize(header));
        var kept = new MemoryStream();
        for (int at = 0; at < records.Length; )
        {
            (int length, string key, string value) = RecordAt(records, at);
            if (isOfFile && key is "path")
                _path = value;
            if (isOfFile && key is "size")
                _size = long.Parse(value, CultureInfo.InvariantCulture);
            if (!s_dropped.Contains(key))
                kept.Write(records, at, length);
            at += length;
        }
        if (kept.Length > 0)
            WriteExtra(target, header, kept.ToArray());
    }

    private void AddLongName(Stream target, bool isPath)
    {
        byte[] header = [.. _header],
            name = ReadPadded(HeaderSize(header));
        if (isPath)
            _path = Bytes.Text(name);
        WriteExtra(target, header, name);
    }

    /// <summary>A record of an extended header: its length in decimal digits, a blank, key, equals sign, value, line feed.</summary>
    private static (int Length, string Key, string Value) RecordAt(byte[] records, int at)
    {
        ReadOnlySpan<byte> rest = records.AsSpan(at);
        int blank = rest.IndexOf((byte)' '),
            equals = rest.IndexOf((byte)'=');
        if (blank is < 1 or > 9 || equals < blank)
            throw new InvalidDataException("an extended header in it is broken");
        int length = int.Parse(rest[..blank], CultureInfo.InvariantCulture);
        if (length <= equals || length > rest.Length)
            throw new InvalidDataException("an extended header in it is broken");
        return (length, Encoding.UTF8.GetString(rest[(blank + 1)..equals]), Encoding.UTF8.GetString(rest[(equals + 1)..(length - 1)]));
    }

    private static void WriteExtra(Stream target, byte[] header, byte[] data)
    {
        Clear(header);
        SetSize(header, data.Length);
        WriteHeader(target, header);
        WritePadded(target, data);
    }

    /// <summary>Takes out numbers and names of user and group.</summary>
    private static void Clear(Span<byte> header)
    {
        "0000000\0"u8.CopyTo(header[108..]);
        "0000000\0"u8.CopyTo(header[116..]);
        if (header.Slice(257, 5).SequenceEqual("ustar"u8))
            header.Slice(265, 64).Clear();
    }

    private static void SetSize(Span<byte> header, int size) =>
        Encoding.ASCII.GetBytes(Convert.ToString(size, 8).PadLeft(11, '0') + '\0').CopyTo(header[SizeOffset..]);

    private static void WriteHeader(Stream target, byte[] header)
    {
        "        "u8.CopyTo(header.AsSpan(ChecksumOffset));
        int sum = 0;
        foreach (byte b in header)
            sum += b;
        Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0') + "\0 ").CopyTo(header.AsSpan(ChecksumOffset));
        target.Write(header);
    }

    private static string NameOf(ReadOnlySpan<byte> header)
    {
        string name = Bytes.Text(header[..NameBytes]);
        bool hasPrefix = header.Slice(257, 6).SequenceEqual("ustar\0"u8) && header[PrefixOffset] != 0;
        return hasPrefix ? $"{Bytes.Text(header.Slice(PrefixOffset, PrefixBytes))}/{name}" : name;
    }

    private static long HeaderSize(ReadOnlySpan<byte> header) =>
        SizeOf(header) is <= MaxHeader and var size
            ? size
            : throw new InvalidDataException("an extended header in it is larger than is read");

    /// <summary>A size in octal digits, or where it is too large for them in binary.</summary>
    private static long SizeOf(ReadOnlySpan<byte> header) =>
        (header[SizeOffset] & 0x80) != 0
            ? BinaryPrimitives.ReadInt64BigEndian(header[(SizeOffset + 4)..])
            : Tar.Octal(header.Slice(SizeOffset, 12)) ?? throw new InvalidDataException("a size in it is broken");

    private byte[] ReadPadded(long size)
    {
        byte[] data = new byte[size];
        content.ReadExactly(data);
        content.ReadExactly(new byte[Padding(size)]);
        return data;
    }

    private void CopyPadded(long size) => content.CopyBytes(output, size + Padding(size));

    private static void WritePadded(Stream target, byte[] data)
    {
        target.Write(data);
        target.Write(new byte[Padding(data.Length)]);
    }

    private static int Padding(long size) => (int)((Block - (size % Block)) % Block);
}
