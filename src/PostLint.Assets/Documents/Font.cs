using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace PostLint.Assets.Documents;

/// <summary>OpenType and TrueType fonts, bare or as WOFF 1 and 2: the table of names (ISO/IEC 14496-22).</summary>
internal sealed class Font : IAssetFormat
{
    private const int MaxTable = 1 << 20;
    private const int MaxUnpacked = 64 << 20;

    // The names by their ids, as ExifTool calls them.
    private static readonly string[] s_names =
    [
        "Copyright",
        "FontFamily",
        "FontSubfamily",
        "FontSubfamilyID",
        "FontName",
        "NameTableVersion",
        "PostScriptFontName",
        "Trademark",
        "Manufacturer",
        "Designer",
        "Description",
        "VendorURL",
        "DesignerURL",
        "License",
        "LicenseInfoURL",
    ];

    // Tables that WOFF 2 writes by number instead of by name.
    private const int NameTable2 = 5;
    private const int Glyphs2 = 10;
    private const int GlyphLocations2 = 11;

    /// <inheritdoc/>
    public string Name => "font";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) =>
        head.StartsWith("wOFF"u8)
        || head.StartsWith("wOF2"u8)
        || head.StartsWith("OTTO"u8)
        || head.StartsWith("true\0"u8)
        || head.StartsWith("ttcf"u8)
        || head is [0, 1, 0, 0, 0, < 64, ..];

    /// <inheritdoc/>
    public void Read(Stream content, AssetScan scan)
    {
        string mark = Encoding.ASCII.GetString(content.Take(4));
        switch (mark)
        {
            case "wOFF":
                ReadWoff(content, scan);
                break;
            case "wOF2":
                ReadWoff2(content, scan);
                break;
            case "ttcf":
                content.Position = 12;
                content.Position = content.TakeBigEndian(4) + 4;
                ReadTables(content, scan);
                break;
            default:
                ReadTables(content, scan);
                break;
        }
    }

    private static void ReadTables(Stream content, AssetScan scan)
    {
        int tables = (int)content.TakeBigEndian(2);
        content.Position += 6;
        for (int i = 0; i < tables; i++)
        {
            byte[] entry = content.Take(16);
            if (!entry.AsSpan().StartsWith("name"u8))
                continue;
            content.Position = BinaryPrimitives.ReadUInt32BigEndian(entry.AsSpan(8));
            ReadNames(content.Take(Math.Min(BinaryPrimitives.ReadUInt32BigEndian(entry.AsSpan(12)), MaxTable)), scan);
            return;
        }
    }

    private static void ReadWoff(Stream content, AssetScan scan)
    {
        byte[] header = content.Take(40);
        int tables = BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(8));
        uint extra = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(20));
        uint extraLength = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(24));
        ReadExtra(content, extra, extraLength, xml => new ZLibStream(new MemoryStream(xml), CompressionMode.Decompress), scan);
        content.Position = 44;
        for (int i = 0; i < tables; i++)
        {
            byte[] entry = content.Take(20);
            if (!entry.AsSpan().StartsWith("name"u8))
                continue;
            uint packed = BinaryPrimitives.ReadUInt32BigEndian(entry.AsSpan(8)),
                length = BinaryPrimitives.ReadUInt32BigEndian(entry.AsSpan(12));
            content.Position = BinaryPrimitives.ReadUInt32BigEndian(entry.AsSpan(4));
            byte[] table = content.Take(Math.Min(packed, MaxTable));
            ReadNames(packed < length ? Inflate(table, (int)Math.Min(length, MaxTable)) : table, scan);
            return;
        }
    }

    /// <summary>The tables of WOFF 2 are one Brotli stream; their lengths tell where the names begin in it.</summary>
    private static void ReadWoff2(Stream content, AssetScan scan)
    {
        byte[] header = content.Take(44);
        int tables = BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(8));
        uint packed = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(16));
        long at = 0,
            start = -1,
            length = 0;
        for (int i = 0; i < tables; i++)
        {
            int flags = (int)content.TakeBigEndian(1),
                number = flags & 0x3F,
                version = flags >> 6;
            bool isNames = number == NameTable2;
            if (number == 63)
                isNames = content.Take(4).AsSpan().SequenceEqual("name"u8);
            long size = Base128(content);
            bool isTransformed = number is Glyphs2 or GlyphLocations2 ? version != 3 : version != 0;
            if (isTransformed)
                size = Base128(content);
            if (isNames)
                (start, length) = (at, size);
            at += size;
        }
        long data = content.Position;
        uint extra = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(24));
        uint extraLength = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(28));
        ReadExtra(content, extra, extraLength, xml => new MemoryStream(Brotli.Unpack(xml, 0, MaxTable)), scan);
        if (start < 0)
            return;
        if (start + length > MaxUnpacked || length > MaxTable)
            throw new InvalidDataException("its tables are larger than is read");
        content.Position = data;
        byte[] stream = content.Take(Math.Min(packed, content.Length - data));
        byte[] names = Brotli.Unpack(stream, start, (int)length);
        if (names.Length < length)
            throw new EndOfStreamException();
        ReadNames(names, scan);
    }

    /// <summary>WOFF's own metadata: XML with vendor, credits and licensee.</summary>
    private static void ReadExtra(Stream content, uint offset, uint length, Func<byte[], Stream> unpack, AssetScan scan)
    {
        if (offset == 0 || length == 0)
            return;
        content.Position = offset;
        using Stream xml = unpack(content.Take(Math.Min(length, MaxTable)));
        using var reader = new StreamReader(xml);
        char[] text = new char[MetadataSheetBuilder.MaxValue];
        scan.Field("WOFF", "Metadata", new(text, 0, reader.ReadBlock(text)));
    }

    private static byte[] Inflate(byte[] packed, int length)
    {
        using var plain = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        byte[] table = new byte[length];
        plain.ReadExactly(table);
        return table;
    }

    private static void ReadNames(ReadOnlySpan<byte> table, AssetScan scan)
    {
        if (table.Length < 6)
            throw new EndOfStreamException();
        int count = BinaryPrimitives.ReadUInt16BigEndian(table[2..]),
            strings = BinaryPrimitives.ReadUInt16BigEndian(table[4..]);
        var seen = new HashSet<(int, string)>();
        for (int i = 0; i < count && 18 + (i * 12) <= table.Length; i++)
        {
            ReadOnlySpan<byte> record = table.Slice(6 + (i * 12), 12);
            int platform = BinaryPrimitives.ReadUInt16BigEndian(record),
                id = BinaryPrimitives.ReadUInt16BigEndian(record[6..]);
            int length = BinaryPrimitives.ReadUInt16BigEndian(record[8..]),
                start = strings + BinaryPrimitives.ReadUInt16BigEndian(record[10..]);
            if (start + length > table.Length)
                throw new EndOfStreamException();
            ReadOnlySpan<byte> bytes = table.Slice(start, length);
            string value = platform == 1 ? Encoding.Latin1.GetString(bytes) : Encoding.BigEndianUnicode.GetString(bytes);
            if (seen.Add((id, value)))
                scan.Field("Font", id < s_names.Length ? s_names[id] : $"Name{id}", value);
        }
    }

    private static long Base128(Stream content)
    {
        long value = 0;
        for (int i = 0; i < 5; i++)
        {
            long next = content.TakeBigEndian(1);
            value = (value << 7) | (next & 0x7F);
            if ((next & 0x80) == 0)
                return value;
        }
        throw new InvalidDataException("its table directory is broken");
    }
}
