using System.Buffers.Binary;
using System.Text;

namespace PostLint.Assets.Documents;

/// <summary>
/// Documents of office programs before 2007 (MS-CFB): the property sets SummaryInformation and DocumentSummaryInformation (MS-OLEPS). Also
/// Windows' <c>Thumbs.db</c>.
/// </summary>
internal sealed class CompoundFile : IAssetFormat
{
    private const int MaxSectors = 1 << 17;
    private const int MaxSet = 1 << 20;
    private const uint LastSector = 0xFFFFFFFA; // what is above marks ends and free sectors
    private const int MiniCutoff = 4096;
    private const int MiniSector = 64;

    // Properties by their ids, as ExifTool calls them: of the summary, and of the document's summary.
    private static readonly Dictionary<uint, string> s_summary = new()
    {
        [2] = "Title",
        [3] = "Subject",
        [4] = "Author",
        [5] = "Keywords",
        [6] = "Comments",
        [7] = "Template",
        [8] = "LastModifiedBy",
        [18] = "Software",
    };

    private static readonly Dictionary<uint, string> s_document = new()
    {
        [2] = "Category",
        [14] = "Manager",
        [15] = "Company",
    };

    /// <inheritdoc/>
    public string Name => "compound file";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <inheritdoc/>
    public void Read(Stream content, AssetScan scan) => new Sectors(content, scan).Read();

    private sealed class Sectors(Stream content, AssetScan scan)
    {
        private readonly List<uint> _next = [];
        private int _size;

        public void Read()
        {
            byte[] header = content.Take(512);
            int shift = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30));
            if (shift is not (9 or 12))
                throw new InvalidDataException("its header is broken");
            _size = 1 << shift;
            for (int i = 0; i < 109; i++)
            {
                uint sector = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(76 + (i * 4)));
                if (sector > LastSector || _next.Count > MaxSectors)
                    break;
                byte[] table = Sector(sector);
                for (int at = 0; at + 4 <= table.Length; at += 4)
                    _next.Add(BinaryPrimitives.ReadUInt32LittleEndian(table.AsSpan(at)));
            }
            byte[] directory = Chain(BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(48)), MaxSet);
            byte[] miniTable = Chain(BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(60)), MaxSet);
            byte[]? mini = null;
            for (int at = 0; at + 128 <= directory.Length; at += 128)
            {
                ReadOnlySpan<byte> entry = directory.AsSpan(at, 128);
                int nameLength = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 62);
                string name = Encoding.Unicode.GetString(entry[..nameLength]);
                uint start = BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]),
                    length = Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]), MaxSet);
                if (entry[66] == 5)
                    mini = Chain(start, MaxSet);
                else if (name is "\u0005SummaryInformation" or "\u0005DocumentSummaryInformation")
                    ReadSet(
                        length < MiniCutoff ? MiniChain(mini ?? [], miniTable, start, (int)length) : Chain(start, (int)length),
                        name[1] == 'S' ? s_summary : s_document
                    );
            }
        }

        private byte[] Sector(uint number)
        {
            content.Position = (number + 1L) * _size;
            return content.Take(Math.Min(_size, Math.Max(0, content.Length - content.Position)));
        }

        /// <summary>The sectors of a stream in a row; a chain that runs in a circle ends at the limit.</summary>
        private byte[] Chain(uint sector, int limit)
        {
            var bytes = new MemoryStream();
            while (sector < LastSector && sector < _next.Count && bytes.Length < limit)
            {
                bytes.Write(Sector(sector));
                sector = _next[(int)sector];
            }
            return bytes.ToArray();
        }

        private static byte[] MiniChain(byte[] mini, byte[] table, uint sector, int length)
        {
            var bytes = new MemoryStream();
            while (
                sector < LastSector
                && ((sector + 1L) * MiniSector) <= mini.Length
                && (sector * 4L) + 4 <= table.Length
                && bytes.Length < length
            )
            {
                bytes.Write(mini, (int)sector * MiniSector, MiniSector);
                sector = BinaryPrimitives.ReadUInt32LittleEndian(table.AsSpan((int)sector * 4));
            }
            return bytes.ToArray();
        }

        private void ReadSet(ReadOnlySpan<byte> set, Dictionary<uint, string> names)
        {
            if (set.Length < 48)
                throw new EndOfStreamException();
            ReadOnlySpan<byte> section = set[(int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(set[44..]), (uint)set.Length)..];
            if (section.Length < 8)
                throw new EndOfStreamException();
            uint count = Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(section[4..]), 256);
            bool isUtf8 = false;
            for (int i = 0; i < count && 16 + (i * 8) <= section.Length; i++)
            {
                uint id = BinaryPrimitives.ReadUInt32LittleEndian(section[(8 + (i * 8))..]),
                    offset = BinaryPrimitives.ReadUInt32LittleEndian(section[(12 + (i * 8))..]);
                if (offset + 8L > section.Length)
                    continue;
                ReadOnlySpan<byte> property = section[(int)offset..];
                uint type = BinaryPrimitives.ReadUInt32LittleEndian(property);
                if (id == 1)
                    isUtf8 = BinaryPrimitives.ReadUInt16LittleEndian(property[4..]) == 65001;
                if (type is not (30 or 31))
                    continue;
                long length = Math.Min(
                    BinaryPrimitives.ReadUInt32LittleEndian(property[4..]) * (type == 31 ? 2L : 1L),
                    property.Length - 8
                );
                ReadOnlySpan<byte> text = property.Slice(8, (int)length);
                string value =
                    type == 31 ? Encoding.Unicode.GetString(text)
                    : isUtf8 ? Encoding.UTF8.GetString(text)
                    : Bytes.Text(text);
                scan.Field("FlashPix", names.GetValueOrDefault(id, $"Property{id}"), value);
            }
        }
    }
}
