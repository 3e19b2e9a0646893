using System.Buffers.Binary;
using System.Globalization;
using PostLint.Assets.Credentials;
using PostLint.Assets.Tags;

namespace PostLint.Assets.Images;

/// <summary>JPEG, ITU-T T.81, with the application segments of JFIF, Exif, Adobe and C2PA.</summary>
internal sealed class Jpeg : IAssetFormat, IMetadataCleaner, IInventory
{
    private const int MaxTrailer = 64 << 20;
    private const string PlainXmp = "http://ns.adobe.com/xap/1.0/\0",
        ExtendedXmp = "http://ns.adobe.com/xmp/extension/\0";

    /// <inheritdoc/>
    public string Name => "JPEG";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => head is [0xFF, 0xD8, 0xFF, ..];

    /// <inheritdoc/>
    public void Read(Stream content, AssetScan scan)
    {
        var profile = new SortedDictionary<int, byte[]>();
        var extended = new SortedDictionary<uint, byte[]>();
        var resources = new MemoryStream();
        var boxes = new SortedDictionary<int, MemoryStream>();
        long end = -1;
        foreach (JpegSegment segment in JpegSegments.Of(content))
        {
            scan.Cancellation.ThrowIfCancellationRequested();
            if (segment.Marker == 0xD9)
                end = segment.End;
            if (!segment.IsApplication)
                continue;
            content.Position = segment.Start + 4;
            ReadSegment(segment.Marker, content.Take(segment.Length), scan, profile, extended, resources, boxes);
        }
        if (profile.Count > 0)
            Icc.Read(profile.Values.SelectMany(part => part).ToArray(), scan);
        if (extended.Count > 0)
            Xmp.Read(extended.Values.SelectMany(part => part).ToArray(), scan);
        if (resources.Length > 0)
            Iptc.ReadResources(resources.ToArray(), scan);
        foreach (MemoryStream box in boxes.Values)
            C2pa.Read(box.ToArray(), scan);
        if (end >= 0)
            ReadTrailer(content, end, scan);
    }

    private static void ReadSegment(
        int marker,
        byte[] data,
        AssetScan scan,
        SortedDictionary<int, byte[]> profile,
        SortedDictionary<uint, byte[]> extended,
        MemoryStream resources,
        SortedDictionary<int, MemoryStream> boxes
    )
    {
        ReadOnlySpan<byte> bytes = data;
        switch (marker)
        {
            case 0xFE:
                scan.Field("File", "Comment", Bytes.Text(bytes));
                break;
            case 0xE1 when bytes.StartsWith("Exif\0"u8) && data.Length > 6:
                Exif.Read(data[6..], scan);
                break;
            case 0xE1 when bytes.StartsWith("http://ns.adobe.com/xap/1.0/\0"u8):
                Xmp.Read(bytes[PlainXmp.Length..], scan);
                break;
            case 0xE1 when bytes.StartsWith("http://ns.adobe.com/xmp/extension/\0"u8) && data.Length > ExtendedXmp.Length + 40:
                extended[BinaryPrimitives.ReadUInt32BigEndian(bytes[(ExtendedXmp.Length + 36)..])] = data[(ExtendedXmp.Length + 40)..];
                break;
            case 0xE2 when bytes.StartsWith("ICC_PROFILE\0"u8) && data.Length > 14:
                profile[data[12]] = data[14..];
                break;
            case 0xED when bytes.StartsWith("Photoshop 3.0\0"u8):
                resources.Write(bytes[14..]);
                break;
            case 0xEB when bytes.StartsWith("JP"u8) && data.Length > 16:
                AddPiece(bytes, boxes);
                break;
            case 0xE0 or 0xEE or 0xE2:
                break; // JFIF, Adobe's transform, FlashPix and directories of further pictures
            default:
                scan.Field(
                    $"APP{(marker - 0xE0).ToString(CultureInfo.InvariantCulture)}",
                    "Data",
                    Bytes.IsText(bytes) ? Bytes.Text(bytes) : $"(binary, {data.Length} bytes)"
                );
                break;
        }
    }

    /// <summary>Adds a piece of a box of ISO/IEC 18477-3: the number of the box, that of the piece, and the box, whose head each piece
    /// repeats.</summary>
    private static void AddPiece(ReadOnlySpan<byte> data, SortedDictionary<int, MemoryStream> boxes)
    {
        int box = BinaryPrimitives.ReadUInt16BigEndian(data[2..]);
        bool isFirst = boxes.TryAdd(box, new());
        int head = BinaryPrimitives.ReadUInt32BigEndian(data[8..]) == 1 ? 16 : 8;
        boxes[box].Write(data[(isFirst ? 8 : Math.Min(8 + head, data.Length))..]);
    }

    /// <summary>What stands behind the picture: further pictures of a phone, a film, or anything.</summary>
    private static void ReadTrailer(Stream content, long end, AssetScan scan)
    {
        long length = content.Length - end;
        if (length <= 0)
            return;
        content.Position = end;
        byte[] trailer = content.Take(Math.Min(length, MaxTrailer));
        if (trailer.AsSpan().IndexOfAnyExcept((byte)0) >= 0)
            scan.Part(AssetScan.AfterPicture, trailer);
    }

    /// <inheritdoc/>
    public void Clean(Stream content, Stream output)
    {
        RequirePixels(content);
        output.Write([0xFF, 0xD8]);
        int orientation = OrientationOf(content);
        bool isFirst = true;
        foreach (JpegSegment segment in JpegSegments.Of(content))
        {
            bool isKept = !segment.IsApplication || IsShownBy(content, segment);
            // Exif stands behind JFIF, which wants to be first.
            if (orientation > 1 && !(isFirst && segment.Marker == 0xE0))
            {
                WriteOrientation(output, orientation);
                orientation = 0;
            }
            isFirst = false;
            if (!isKept)
                continue;
            content.Position = segment.Start;
            content.CopyBytes(output, segment.End - segment.Start);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<KeptPart> Inventory(Stream content)
    {
        RequirePixels(content);
        int turned = OrientationOf(content);
        long end = content.Length;
        bool hasProfile = JpegSegments.Of(content).Any(segment => segment.Marker == 0xE2 && IsShownBy(content, segment));
        if (turned > 1)
            yield return new("its orientation", turned.ToString(CultureInfo.InvariantCulture));
        foreach (JpegSegment segment in JpegSegments.Of(content))
        {
            if (segment.Marker == 0xD9)
                end = segment.End;
            if (!segment.IsApplication || IsShownBy(content, segment))
                yield return new(NameOf(segment.Marker), Bytes.Hash(content, segment.Start, segment.End - segment.Start));
            else if (FurtherIn(content, segment) is { } further)
                yield return new(further, "");
            else if (!hasProfile && IsWide(content, segment))
                yield return new("its colour space, which Exif alone tells (Adobe RGB),", "");
        }
        if (Bytes.FileBehind(content, end) is { } file)
            yield return new($"the {file} file behind the picture", "");
    }

    /// <summary>Of a picture that ends before it begins nobody can tell what it shows, nor what belongs to it.</summary>
    private static void RequirePixels(Stream content)
    {
        if (!JpegSegments.Of(content).Any(segment => segment.Marker == 0))
            throw new InvalidDataException("the picture ends before its pixels begin; export it again");
    }

    private static string NameOf(int marker) =>
        marker switch
        {
            0 or 0xDA => "its pixels",
            (>= 0xC0 and <= 0xCF) and not (0xC4 or 0xC8 or 0xCC) => "its size and depth",
            0xE2 => "its colour profile",
            _ => "its coding",
        };

    /// <summary>
    /// What a segment says is shown beside the picture: further pictures, or what makes it brighter on some screens; null for nothing.
    /// </summary>
    private static string? FurtherIn(Stream content, JpegSegment segment)
    {
        content.Position = segment.Start + 4;
        ReadOnlySpan<byte> data = content.Take(segment.Length);
        if (segment.Marker == 0xE2 && data.StartsWith("MPF\0"u8))
            return "further pictures behind the first";
        if (segment.Marker == 0xE1 && data.IndexOf("http://ns.adobe.com/hdr-gain-map/1.0/"u8) >= 0)
            return "a picture of brightness (gain map)";
        // Boxes of JPEG XT hold the finer half of its pixels; those called jumb hold claims about its making.
        return segment.Marker == 0xEB && data.StartsWith("JP"u8) && data.Length > 16 && !data.Slice(12, 4).SequenceEqual("jumb"u8)
            ? "the finer part of its pixels"
            : null;
    }

    /// <summary>Whether Exif says that the colours are those of Adobe RGB, as cameras do instead of a profile.</summary>
    private static bool IsWide(Stream content, JpegSegment segment)
    {
        content.Position = segment.Start + 4;
        ReadOnlySpan<byte> data = content.Take(segment.Length);
        return segment.Marker == 0xE1 && data.StartsWith("Exif\0"u8) && data.IndexOf("R03\0"u8) >= 0;
    }

    /// <summary>Application segments that change how the picture looks: JFIF, the colour profile, Adobe's transform.</summary>
    private static bool IsShownBy(Stream content, JpegSegment segment)
    {
        content.Position = segment.Start + 4;
        ReadOnlySpan<byte> start = content.Take(Math.Min(segment.Length, 12));
        return (segment.Marker == 0xE0 && start.StartsWith("JFIF\0"u8))
            || (segment.Marker == 0xE2 && start.StartsWith("ICC_PROFILE\0"u8))
            || (segment.Marker == 0xEE && start.StartsWith("Adobe"u8));
    }

    /// <summary>How the picture is turned, 1 to 8; 1 where nothing says so.</summary>
    private static int OrientationOf(Stream content)
    {
        foreach (JpegSegment segment in JpegSegments.Of(content))
        {
            if (segment.Marker != 0xE1 || segment.Length < 16)
                continue;
            content.Position = segment.Start + 4;
            byte[] data = content.Take(segment.Length);
            if (data.AsSpan().StartsWith("Exif\0"u8))
                return Orientation.Of(data.AsSpan(6));
        }
        return 1;
    }

    private static void WriteOrientation(Stream output, int orientation)
    {
        byte[] exif = Orientation.Exif(orientation);
        output.Write([0xFF, 0xE1, 0, (byte)(exif.Length + 8), .. "Exif\0\0"u8, .. exif]);
    }
}
