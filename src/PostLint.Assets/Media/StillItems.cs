using System.Buffers.Binary;
using System.Text;
using PostLint.Assets.Tags;

namespace PostLint.Assets.Media;

/// <summary>
/// The items of a still picture in boxes (ISO/IEC 23008-12), as in HEIC and AVIF: a list of their kinds, and a list of where they stand.
/// </summary>
internal sealed class StillItems(Stream content, AssetScan scan)
{
    private const int MaxItems = 5_000;
    private const int MaxItem = 16 << 20;

    private readonly Dictionary<long, string> _kinds = [];
    private readonly List<(long Id, bool IsInData, List<(long Offset, long Length)> Extents)> _places = [];

    /// <summary>Reads the Exif and XMP items that the boxes of a metadata box name.</summary>
    public void Read(long start, long end)
    {
        long data = -1;
        for (long at = start; at + 8 <= end; )
        {
            content.Position = at;
            long length = content.TakeBigEndian(4);
            string type = Encoding.Latin1.GetString(content.Take(4));
            if (length < 8 || at + length > end)
                break;
            if (type is "iinf")
                ReadKinds(content.Take(Math.Min(length - 8, MaxItem)));
            else if (type is "iloc")
                ReadPlaces(content.Take(Math.Min(length - 8, MaxItem)));
            else if (type is "idat")
                data = at + 8;
            at += length;
        }
        foreach ((long id, bool isInData, List<(long Offset, long Length)> extents) in _places)
        {
            if (!_kinds.TryGetValue(id, out string? kind))
                continue;
            byte[] item = Gather(extents, isInData ? Math.Max(data, 0) : 0);
            if (kind is "Exif" && item.Length > 4)
                Exif.Read(item[(4 + Math.Clamp(BinaryPrimitives.ReadInt32BigEndian(item), 0, item.Length - 4))..], scan);
            else if (kind is "mime")
                Xmp.Read(item, scan);
        }
    }

    private byte[] Gather(List<(long Offset, long Length)> extents, long start)
    {
        var item = new MemoryStream();
        foreach ((long offset, long length) in extents)
        {
            if (item.Length + length > MaxItem)
                throw new InvalidDataException("an item in it is larger than is read");
            if (start + offset < 0 || start + offset > content.Length)
                throw new EndOfStreamException();
            content.Position = start + offset;
            item.Write(content.Take(length));
        }
        return item.ToArray();
    }

    private void ReadKinds(ReadOnlySpan<byte> box)
    {
        if (box.Length < 8)
            return;
        int at = box[0] == 0 ? 6 : 8;
        for (int i = 0; i < MaxItems && at + 12 <= box.Length; i++)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(box[at..]);
            if (length < 20 || length > box.Length - at)
                break;
            ReadOnlySpan<byte> entry = box.Slice(at + 8, length - 8);
            int version = entry[0],
                id = version >= 3 ? 4 : 2;
            if (version >= 2 && entry.Length >= 4 + id + 6)
            {
                string kind = Encoding.Latin1.GetString(entry.Slice(4 + id + 2, 4));
                if (kind is "Exif" || (kind is "mime" && entry.IndexOf("rdf+xml"u8) > 0))
                    _kinds[Number(entry.Slice(4, id))] = kind;
            }
            at += length;
        }
    }

    private void ReadPlaces(ReadOnlySpan<byte> box)
    {
        if (box.Length < 8)
            return;
        int version = box[0],
            offsetSize = box[4] >> 4,
            lengthSize = box[4] & 15,
            baseSize = box[5] >> 4,
            indexSize = version is 1 or 2 ? box[5] & 15 : 0;
        int at = 6,
            idSize = version < 2 ? 2 : 4;
        long count = Math.Min(Next(box, ref at, idSize), MaxItems);
        for (int i = 0; i < count; i++)
        {
            long id = Next(box, ref at, idSize);
            bool isInData = version is 1 or 2 && (Next(box, ref at, 2) & 15) == 1;
            at += 2;
            long from = Next(box, ref at, baseSize),
                extents = Next(box, ref at, 2);
            var places = new List<(long, long)>();
            for (int j = 0; j < Math.Min(extents, MaxItems); j++)
            {
                at += indexSize;
                long offset = Next(box, ref at, offsetSize),
                    length = Next(box, ref at, lengthSize);
                if (places.Count < 64)
                    places.Add((from + offset, length));
            }
            _places.Add((id, isInData, places));
        }
    }

    private static long Next(ReadOnlySpan<byte> box, ref int at, int size)
    {
        if (size < 0 || at + size > box.Length)
            throw new EndOfStreamException();
        long value = Number(box.Slice(at, size));
        at += size;
        return value;
    }

    private static long Number(ReadOnlySpan<byte> bytes)
    {
        long value = 0;
        foreach (byte b in bytes)
            value = (value << 8) | b;
        return value;
    }
}
