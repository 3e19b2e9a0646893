using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using PostLint.Assets.Credentials;

namespace PostLint.Assets.Tags;

/// <summary>
/// The directories of TIFF and Exif: tags with values of a few types, chained and nested by offsets, any of which may be a lie.
/// </summary>
internal sealed class Exif
{
    private const int MaxDirectories = 64;
    private const int MaxEntries = 2_000;
    private const int MaxValue = 1 << 20;

    // Bytes of a value by its type: byte, text, short, long, rational, and their signed and floating kinds, then BigTIFF's.
    private static readonly int[] s_sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];

    private readonly Stream _content;
    private readonly long _base;
    private readonly AssetScan _scan;
    private readonly HashSet<long> _seen = [];
    private readonly bool _isBigEndian;
    private readonly bool _isBig;
    private string _make = "";

    private Exif(Stream content, AssetScan scan)
    {
        (_content, _scan, _base) = (content, scan, content.Position);
        byte[] mark = content.Take(4);
        _isBigEndian = mark[0] == 'M';
        _isBig = mark[_isBigEndian ? 3 : 2] == 43;
    }

    /// <summary>Whether bytes begin like TIFF: byte order and the number 42, or 43 for BigTIFF.</summary>
    public static bool IsTiff(ReadOnlySpan<byte> head) =>
        head is [(byte)'I', (byte)'I', 42 or 43 or 85, 0, ..] or [(byte)'M', (byte)'M', 0, 42 or 43, ..];

    /// <summary>Reads the directories of a TIFF structure that begins at the stream's position.</summary>
    public static void Read(Stream content, AssetScan scan)
    {
        byte[] head = content.Take(Math.Min(4, content.Length - content.Position));
        content.Position -= head.Length;
        if (!IsTiff(head))
            throw new InvalidDataException("its Exif data are broken");
        var exif = new Exif(content, scan);
        if (exif._isBig)
            content.Position += 4;
        exif.ReadChain(exif._isBig ? (long)exif.Number(content.Take(8)) : (long)exif.Number(content.Take(4)));
    }

    /// <summary>Reads the directories of a TIFF structure.</summary>
    public static void Read(byte[] bytes, AssetScan scan) => Read(new MemoryStream(bytes, writable: false), scan);

    private void ReadChain(long offset)
    {
        for (int i = 0; offset > 0; i++)
            offset = ReadDirectory(offset, $"IFD{i}");
    }

    /// <summary>Reads a directory; returns the offset of the next one in the chain.</summary>
    private long ReadDirectory(long offset, string group)
    {
        if (_seen.Count >= MaxDirectories || !_seen.Add(offset) || offset >= _content.Length - _base)
            return 0;
        _scan.Cancellation.ThrowIfCancellationRequested();
        _content.Position = _base + offset;
        long count = Math.Min((long)Number(_content.Take(_isBig ? 8 : 2)), MaxEntries);
        byte[] entries = _content.Take(count * (_isBig ? 20 : 12));
        long next = (long)Number(_content.Take(Math.Min(_isBig ? 8 : 4, _content.Length - _content.Position)));
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
            ReadEntry(entries.AsSpan(i * (_isBig ? 20 : 12), _isBig ? 20 : 12), group, texts);
        Tell(group, texts);
        return next;
    }

    private void ReadEntry(ReadOnlySpan<byte> entry, string group, Dictionary<string, string> texts)
    {
        int tag = (int)Number(entry[..2]),
            type = (int)Number(entry.Slice(2, 2));
        long count = (long)Number(_isBig ? entry.Slice(4, 8) : entry.Slice(4, 4));
        if (type >= s_sizes.Length || s_sizes[type] == 0 || count is <= 0 or > int.MaxValue)
            return;
        long length = count * s_sizes[type];
        ReadOnlySpan<byte> inline = _isBig ? entry[12..] : entry[8..];
        byte[] value;
        if (length <= inline.Length)
            value = inline[..(int)length].ToArray();
        else
        {
            long at = _base + (long)Number(inline);
            if (length > MaxValue || at < 0 || at + length > _content.Length)
            {
                // Pixels stand in tables of offsets that nobody reads; what is cut says so by itself.
                if (length <= MaxValue)
                    texts.TryAdd(ExifTags.NameOf(group, tag), "(cut off)");
                return;
            }
            _content.Position = at;
            value = _content.Take(length);
            if (tag == 0x927C && _make.StartsWith("Canon", StringComparison.OrdinalIgnoreCase))
                ReadCanon(at, value);
        }
        if (tag == 0x010F)
            _make = Bytes.Text(value);
        ReadValue(group, tag, type, value, texts);
    }

    private void ReadValue(string group, int tag, int type, byte[] value, Dictionary<string, string> texts)
    {
        switch (tag)
        {
            case 0x8769:
                ReadDirectory(Offset(value), "ExifIFD");
                return;
            case 0x8825:
                ReadDirectory(Offset(value), "GPS");
                return;
            case 0xA005:
                ReadDirectory(Offset(value), "InteropIFD");
                return;
            case 0x014A:
                ReadSubdirectories(value);
                return;
            case 0x02BC:
                Xmp.Read(value, _scan);
                return;
            case 0x83BB:
                Iptc.Read(value, _scan);
                return;
            case 0x8649:
                Iptc.ReadResources(value, _scan);
                return;
            case 0x8773:
                Icc.Read(value, _scan);
                return;
            case 0xCD41:
                C2pa.Read(value, _scan);
                return;
            case 0x927C:
                MakerNotes.Read(value, _scan);
                return;
            case >= 0x9C9B and <= 0x9C9F:
                texts.TryAdd(ExifTags.NameOf(group, tag), Encoding.Unicode.GetString(value).TrimEnd('\0'));
                return;
            case 0x9286 or 0x001B or 0x001C when value.Length > 8:
                texts.TryAdd(ExifTags.NameOf(group, tag), Commented(value));
                return;
            case 0x0201 or 0x0202 when group is "IFD1":
                return; // the thumbnail, smaller pixels of the same picture
            default:
                texts.TryAdd(ExifTags.NameOf(group, tag), Text(type, value));
                return;
        }
    }

    /// <summary>Canon's note is a directory like those of TIFF, whose offsets count from the same place; it names the owner whom the
    /// camera was told.</summary>
    private void ReadCanon(long at, byte[] note)
    {
        int count = note.Length < 2 ? 0 : (int)Number(note.AsSpan(0, 2));
        if (_isBig || count is 0 or > 200 || 2 + (count * 12) > note.Length)
            return;
        ReadDirectory(at - _base, "Canon");
    }

    private void ReadSubdirectories(byte[] offsets)
    {
        for (int i = 0; i + 4 <= offsets.Length; i += 4)
            ReadDirectory((long)Number(offsets.AsSpan(i, 4)), "SubIFD");
    }

    /// <summary>Tells the values of a directory; coordinates with their hemisphere.</summary>
    private void Tell(string group, Dictionary<string, string> texts)
    {
        foreach ((string name, string text) in texts)
        {
            string hemisphere = texts.GetValueOrDefault(name + "Ref", "");
            _scan.Field(
                group,
                name,
                name is "GPSLatitude" or "GPSLongitude" or "GPSDestLatitude" or "GPSDestLongitude" && hemisphere.Length > 0
                    ? $"{text} {hemisphere}"
                    : text
            );
        }
    }

    private string Text(int type, ReadOnlySpan<byte> value)
    {
        if (type is 2 or 129)
            return string.Join("; ", Bytes.All(value));
        if (type is 1 or 6 or 7)
            return Bytes.IsText(value) ? Bytes.Text(value)
                : value.Length <= 8 ? string.Join(' ', value.ToArray())
                : $"(binary, {value.Length} bytes)";
        int size = s_sizes[type],
            count = Math.Min(value.Length / size, 16);
        var numbers = new string[count];
        for (int i = 0; i < count; i++)
            numbers[i] = NumberText(type, value.Slice(i * size, size));
        return string.Join(' ', numbers);
    }

    private string NumberText(int type, ReadOnlySpan<byte> bytes) =>
        type switch
        {
            5 => Ratio(Number(bytes[..4]), Number(bytes[4..])),
            10 => Ratio((int)Number(bytes[..4]), (int)Number(bytes[4..])),
            8 => ((short)Number(bytes)).ToString(CultureInfo.InvariantCulture),
            9 => ((int)Number(bytes)).ToString(CultureInfo.InvariantCulture),
            11 => BitConverter.UInt32BitsToSingle((uint)Number(bytes)).ToString(CultureInfo.InvariantCulture),
            12 => BitConverter.UInt64BitsToDouble(Number(bytes)).ToString(CultureInfo.InvariantCulture),
            _ => Number(bytes).ToString(CultureInfo.InvariantCulture),
        };

    private static string Ratio(double over, double under) =>
        under == 0 ? "0" : Math.Round(over / under, 6).ToString(CultureInfo.InvariantCulture);

    /// <summary>A comment that begins with the name of its character code in eight bytes.</summary>
    private string Commented(ReadOnlySpan<byte> value)
    {
        if (value.StartsWith("UNICODE"u8))
            return (_isBigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(value[8..]).Trim('\0', ' ');
        return Bytes.Text(value.StartsWith("ASCII"u8) || value[..8].IndexOfAnyExcept((byte)0) < 0 ? value[8..] : value);
    }

    private long Offset(ReadOnlySpan<byte> value) => value.Length is 4 or 8 ? (long)Number(value) : 0;

    private ulong Number(ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (int i = 0; i < bytes.Length; i++)
            value = (value << 8) | bytes[_isBigEndian ? i : bytes.Length - 1 - i];
        return value;
    }
}
