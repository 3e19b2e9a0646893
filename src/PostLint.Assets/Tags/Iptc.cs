using System.Buffers.Binary;
using System.Text;

namespace PostLint.Assets.Tags;

/// <summary>IPTC's Information Interchange Model (IIM 4.2), and Photoshop's image resources in which it stands.</summary>
internal static class Iptc
{
    private const int MaxResources = 2_000;

    // The data sets of the application record, as ExifTool calls them.
    private static readonly Dictionary<int, string> s_names = new()
    {
        [5] = "ObjectName",
        [7] = "EditStatus",
        [10] = "Urgency",
        [15] = "Category",
        [20] = "SupplementalCategories",
        [25] = "Keywords",
        [26] = "ContentLocationCode",
        [27] = "ContentLocationName",
        [40] = "SpecialInstructions",
        [55] = "DateCreated",
        [60] = "TimeCreated",
        [62] = "DigitalCreationDate",
        [63] = "DigitalCreationTime",
        [65] = "OriginatingProgram",
        [70] = "ProgramVersion",
        [80] = "By-line",
        [85] = "By-lineTitle",
        [90] = "City",
        [92] = "Sub-location",
        [95] = "Province-State",
        [100] = "Country-PrimaryLocationCode",
        [101] = "Country-PrimaryLocationName",
        [103] = "OriginalTransmissionReference",
        [105] = "Headline",
        [110] = "Credit",
        [115] = "Source",
        [116] = "CopyrightNotice",
        [118] = "Contact",
        [120] = "Caption-Abstract",
        [121] = "LocalCaption",
        [122] = "Writer-Editor",
        [187] = "UniqueDocumentID",
        [188] = "OwnerID",
    };

    /// <summary>Reads a stream of data sets.</summary>
    public static void Read(ReadOnlySpan<byte> data, AssetScan scan)
    {
        bool isUtf8 = false;
        for (int at = 0; at + 5 <= data.Length && data[at] == 0x1C; )
        {
            int record = data[at + 1],
                set = data[at + 2],
                length = BinaryPrimitives.ReadUInt16BigEndian(data[(at + 3)..]);
            at += 5;
            if ((length & 0x8000) != 0)
            {
                int bytes = length & 0x7FFF;
                if (bytes > 4 || at + bytes > data.Length)
                    throw new EndOfStreamException();
                length = 0;
                for (int i = 0; i < bytes; i++)
                    length = (length << 8) | data[at + i];
                at += bytes;
            }
            if (length < 0 || length > data.Length - at)
                throw new EndOfStreamException();
            ReadOnlySpan<byte> value = data.Slice(at, length);
            at += length;
            if (record == 1 && set == 90)
                isUtf8 = value.SequenceEqual("\x1B%G"u8);
            if (record == 2 && set != 0)
                scan.Field(
                    "IPTC",
                    s_names.GetValueOrDefault(set, $"DataSet{set}"),
                    isUtf8 ? Encoding.UTF8.GetString(value) : Bytes.Text(value)
                );
        }
    }

    /// <summary>Reads Photoshop's resources: IPTC, addresses, captions, colour profiles, Exif and XMP.</summary>
    public static void ReadResources(ReadOnlySpan<byte> data, AssetScan scan)
    {
        int at = 0;
        for (int i = 0; i < MaxResources && at + 12 <= data.Length && data.Slice(at, 4).SequenceEqual("8BIM"u8); i++)
        {
            int id = BinaryPrimitives.ReadUInt16BigEndian(data[(at + 4)..]),
                nameLength = data[at + 6];
            at += 6 + ((nameLength + 2) & ~1);
            if (at + 4 > data.Length)
                throw new EndOfStreamException();
            long length = BinaryPrimitives.ReadUInt32BigEndian(data[at..]);
            at += 4;
            if (length > data.Length - at)
                throw new EndOfStreamException();
            ReadResource(id, data.Slice(at, (int)length), scan);
            at += (int)((length + 1) & ~1L);
        }
    }

    private static void ReadResource(int id, ReadOnlySpan<byte> resource, AssetScan scan)
    {
        switch (id)
        {
            case 0x0404:
                Read(resource, scan);
                break;
            case 0x040B:
                scan.Field("Photoshop", "URL", Bytes.Text(resource));
                break;
            case 0x040F:
                Icc.Read(resource, scan);
                break;
            case 0x0422 or 0x0423:
                Exif.Read(resource.ToArray(), scan);
                break;
            case 0x0424:
                Xmp.Read(resource, scan);
                break;
            case 0x03F0:
                scan.Field("Photoshop", "Caption", Bytes.Text(resource));
                break;
            case 0x041E:
                scan.Field("Photoshop", "URL_List", Encoding.BigEndianUnicode.GetString(resource));
                break;
            case 0x0BB7:
                scan.Field("Photoshop", "ClippingPathName", Bytes.Text(resource.Length > 1 ? resource[1..] : resource));
                break;
        }
    }
}
