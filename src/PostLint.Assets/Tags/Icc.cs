using System.Buffers.Binary;
using System.Text;

namespace PostLint.Assets.Tags;

/// <summary>The texts of a colour profile (ICC.1:2022): its description, which may name a display, and its copyright.</summary>
internal static class Icc
{
    private const int MaxTags = 200;

    private static readonly Dictionary<string, string> s_names = new(StringComparer.Ordinal)
    {
        ["desc"] = "ProfileDescription",
        ["dscm"] = "ProfileDescriptionML",
        ["cprt"] = "ProfileCopyright",
        ["dmnd"] = "DeviceMfgDesc",
        ["dmdd"] = "DeviceModelDesc",
        ["vued"] = "ViewingCondDesc",
        ["targ"] = "CharTarget",
        ["tech"] = "Technology",
        ["mmod"] = "MakeAndModel",
        ["meta"] = "Metadata",
    };

    /// <summary>Reads a profile.</summary>
    public static void Read(ReadOnlySpan<byte> profile, AssetScan scan)
    {
        if (profile.Length < 132)
            throw new EndOfStreamException();
        uint count = Math.Min(BinaryPrimitives.ReadUInt32BigEndian(profile[128..]), MaxTags);
        for (int i = 0; i < count && 144 + (i * 12) <= profile.Length; i++)
        {
            ReadOnlySpan<byte> entry = profile.Slice(132 + (i * 12), 12);
            string tag = Encoding.ASCII.GetString(entry[..4]);
            uint offset = BinaryPrimitives.ReadUInt32BigEndian(entry[4..]),
                size = BinaryPrimitives.ReadUInt32BigEndian(entry[8..]);
            if ((ulong)offset + size > (ulong)profile.Length || size < 12)
                continue;
            ReadTag(s_names.GetValueOrDefault(tag), profile.Slice((int)offset, (int)size), scan);
        }
    }

    private static void ReadTag(string? name, ReadOnlySpan<byte> tag, AssetScan scan)
    {
        if (tag.StartsWith("text"u8))
            scan.Field("ICC_Profile", name ?? "Text", Bytes.Text(tag[8..]));
        else if (tag.StartsWith("desc"u8))
            ReadDescription(name ?? "Description", tag, scan);
        else if (tag.StartsWith("mluc"u8))
            ReadLocalised(name ?? "LocalisedText", tag, scan);
        else if (tag.StartsWith("dict"u8))
            ReadDictionary(tag, scan);
    }

    private static void ReadDescription(string name, ReadOnlySpan<byte> tag, AssetScan scan)
    {
        int length = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(tag[8..]), tag.Length - 12);
        string text = Bytes.Text(tag.Slice(12, length));
        scan.Field("ICC_Profile", name, text);
        // Behind it stands the same in UTF-16, with its language and length, where letters need it.
        ReadOnlySpan<byte> rest = tag[(12 + length)..];
        if (rest.Length < 8)
            return;
        long units = Math.Min(BinaryPrimitives.ReadUInt32BigEndian(rest[4..]), (rest.Length - 8) / 2);
        string wide = Encoding.BigEndianUnicode.GetString(rest.Slice(8, (int)units * 2)).Trim('\0');
        if (wide != text)
            scan.Field("ICC_Profile", name, wide);
    }

    /// <summary>Names and values that calibrating programs add: the display's serial number, the host, the user.</summary>
    private static void ReadDictionary(ReadOnlySpan<byte> tag, AssetScan scan)
    {
        if (tag.Length < 16)
            return;
        uint count = Math.Min(BinaryPrimitives.ReadUInt32BigEndian(tag[8..]), MaxTags),
            size = BinaryPrimitives.ReadUInt32BigEndian(tag[12..]);
        if (size is not (16 or 24 or 32))
            return;
        for (uint i = 0; i < count && 16 + ((i + 1) * size) <= tag.Length; i++)
        {
            ReadOnlySpan<byte> record = tag.Slice((int)(16 + (i * size)), 16);
            if (Wide(tag, record) is { Length: > 0 } name && Wide(tag, record[8..]) is { } value)
                scan.Field("ICC_Meta", name, value);
        }
    }

    private static string? Wide(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> place)
    {
        uint offset = BinaryPrimitives.ReadUInt32BigEndian(place),
            length = BinaryPrimitives.ReadUInt32BigEndian(place[4..]);
        return (ulong)offset + length <= (ulong)tag.Length
            ? Encoding.BigEndianUnicode.GetString(tag.Slice((int)offset, (int)length)).Trim('\0')
            : null;
    }

    /// <summary>Texts in many languages, which mostly say the same: each text once.</summary>
    private static void ReadLocalised(string name, ReadOnlySpan<byte> tag, AssetScan scan)
    {
        if (tag.Length < 16)
            return;
        uint count = Math.Min(BinaryPrimitives.ReadUInt32BigEndian(tag[8..]), MaxTags);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < count && 28 + (i * 12) <= tag.Length; i++)
        {
            ReadOnlySpan<byte> record = tag.Slice(16 + (i * 12), 12);
            uint length = BinaryPrimitives.ReadUInt32BigEndian(record[4..]),
                offset = BinaryPrimitives.ReadUInt32BigEndian(record[8..]);
            if ((ulong)offset + length > (ulong)tag.Length)
                continue;
            string text = Encoding.BigEndianUnicode.GetString(tag.Slice((int)offset, (int)length));
            if (seen.Add(text))
                scan.Field("ICC_Profile", name, text);
        }
    }
}
