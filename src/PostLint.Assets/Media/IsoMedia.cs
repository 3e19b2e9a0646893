using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using PostLint.Assets.Credentials;
using PostLint.Assets.Tags;

namespace PostLint.Assets.Media;

/// <summary>
/// Files of boxes, ISO/IEC 14496-12: MP4, MOV, M4A, HEIC, AVIF and JPEG XL. Read are user data, iTunes and QuickTime metadata, XMP, and the
/// Exif and XMP items of still
/// pictures.
/// </summary>
internal sealed class IsoMedia : IAssetFormat
{
    private const int MaxDepth = 12;
    private const int MaxBoxes = 20_000;
    private const int MaxText = 16 << 20;

    // Boxes that hold boxes; the number is of bytes that stand before them.
    private static readonly Dictionary<string, int> s_containers = new(StringComparer.Ordinal)
    {
        ["moov"] = 0,
        ["trak"] = 0,
        ["mdia"] = 0,
        ["minf"] = 0,
        ["stbl"] = 0,
        ["udta"] = 0,
        ["ilst"] = 0,
        ["iprp"] = 0,
        ["ipco"] = 0,
        ["moof"] = 0,
        ["traf"] = 0,
        ["edts"] = 0,
        ["gmhd"] = 0,
    };

    // Texts of user data, as ExifTool calls them; © is the byte 0xA9.
    private static readonly Dictionary<string, string> s_names = new(StringComparer.Ordinal)
    {
        ["©ART"] = "Artist",
        ["©aut"] = "Author",
        ["auth"] = "Author",
        ["©cmt"] = "Comment",
        ["©nam"] = "Title",
        ["©cpy"] = "Copyright",
        ["cprt"] = "Copyright",
        ["©wrt"] = "Composer",
        ["©com"] = "Composer",
        ["©too"] = "Encoder",
        ["©swr"] = "Software",
        ["©mak"] = "Make",
        ["©mod"] = "Model",
        ["©xyz"] = "GPSCoordinates",
        ["©day"] = "ContentCreateDate",
        ["©des"] = "Description",
        ["desc"] = "Description",
        ["dscp"] = "Description",
        ["©inf"] = "Information",
        ["©prd"] = "Producer2",
        ["©dir"] = "Director",
        ["©prf"] = "Performers",
        ["©src"] = "SourceCredits",
        ["©enc"] = "EncodedBy",
        ["©alb"] = "Album",
        ["aART"] = "AlbumArtist",
        ["©gen"] = "Genre",
        ["titl"] = "Title",
        ["perf"] = "Performer",
        ["yrrc"] = "Year",
        ["loci"] = "LocationInformation",
        ["©url"] = "URL",
        ["ownr"] = "Owner",
        ["apID"] = "AppleStoreAccount",
        ["©st3"] = "Subtitle",
        ["©lyr"] = "Lyrics",
        ["ldes"] = "LongDescription",
        ["©PRD"] = "ProductionDesigner",
    };

    /// <inheritdoc/>
    public string Name => "MP4, MOV, HEIC, AVIF or JPEG XL";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) =>
        head.Length >= 12
        && (
            head.Slice(4, 4).SequenceEqual("ftyp"u8)
            || head.Slice(4, 4).SequenceEqual("moov"u8)
            || head.Slice(4, 4).SequenceEqual("wide"u8)
            || head.Slice(4, 8).SequenceEqual("JXL \r\n\x2B"u8[..7])
            || head.Slice(4, 4).SequenceEqual("JXL "u8)
        );

    /// <inheritdoc/>
    public void Read(Stream content, AssetScan scan) => new Walk(content, scan).Boxes(content.Length, 0, "");

    private sealed class Walk(Stream content, AssetScan scan)
    {
        private readonly List<string> _keys = [];
        private int _boxes;

        public void Boxes(long end, int depth, string parent)
        {
            while (content.Position + 8 <= end)
            {
                scan.Cancellation.ThrowIfCancellationRequested();
                if (_boxes++ > MaxBoxes || depth > MaxDepth)
                    throw new InvalidDataException("it holds more boxes than are read");
                long start = content.Position,
                    length = content.TakeBigEndian(4);
                string type = Encoding.Latin1.GetString(content.Take(4));
                if (length == 1)
                    length = content.TakeBigEndian(8);
                if (length == 0)
                    length = parent is "udta" ? 4 : end - start; // user data may end with a zero
                long next = start + length;
                if (length < content.Position - start && !(parent is "udta" && length == 4))
                    throw new InvalidDataException("its boxes are broken");
                if (next > end)
                {
                    if (type is "mdat")
                        return;
                    throw new EndOfStreamException();
                }
                Box(type, next, depth, parent);
                content.Position = next;
            }
        }

        private void Box(string type, long end, int depth, string parent)
        {
            long length = end - content.Position;
            if (s_containers.TryGetValue(type, out int skipped))
                Inside(skipped);
            else if (type is "meta")
                Meta(end, depth);
            else if (parent is "ilst")
                Item(type, end);
            else if (length > MaxText || length < 0)
                return;
            else if (type is "keys")
                Keys(content.Take(length));
            else if (type is "uuid")
                Uuid(content.Take(length));
            else if (type is "XMP_")
                Xmp.Read(content.Take(length), scan);
            else if (type is "colr")
                Colour(content.Take(length));
            else if (type is "hdlr")
                Handler(content.Take(length));
            else if (type is "Exif" && length > 4)
                JpegXlExif(content.Take(length));
            else if (type is "xml ")
                Xmp.Read(content.Take(length), scan);
            else if (type is "jumb")
                C2pa.Read(content.Take(length), scan);
            else if (type is "brob" && length > 4)
                PackedBox(content.Take(length));
            else if (parent is "udta")
                UserData(type, content.Take(length));

            void Inside(int before)
            {
                content.Position += before;
                Boxes(end, depth + 1, type);
            }
        }

        /// <summary>A metadata box has four bytes before its boxes in MP4 and HEIC, none in QuickTime.</summary>
        private void Meta(long end, int depth)
        {
            long start = content.Position;
            if (end - start < 8)
                return;
            bool isFull = content.TakeBigEndian(4) == 0;
            content.Position = isFull ? start + 4 : start;
            long boxes = content.Position;
            Boxes(end, depth + 1, "meta");
            new StillItems(content, scan).Read(boxes, end);
        }

        private void Keys(ReadOnlySpan<byte> data)
        {
            if (data.Length < 8)
                return;
            for (int at = 8; at + 8 <= data.Length; )
            {
                int length = BinaryPrimitives.ReadInt32BigEndian(data[at..]);
                if (length < 8 || length > data.Length - at)
                    break;
                _keys.Add(Bytes.Text(data.Slice(at + 8, length - 8)));
                at += length;
            }
        }

        /// <summary>An item of iTunes, named by its box, or of QuickTime, named by the number of a key.</summary>
        private void Item(string type, long end)
        {
            string mean = "",
                name = "";
            while (content.Position + 8 <= end)
            {
                long start = content.Position,
                    length = content.TakeBigEndian(4);
                string kind = Encoding.Latin1.GetString(content.Take(4));
                if (length < 8 || start + length > end)
                    return;
                byte[] data = content.Take(Math.Min(length - 8, MaxText));
                if (kind is "mean" && data.Length > 4)
                    mean = Bytes.Text(data.AsSpan(4));
                else if (kind is "name" && data.Length > 4)
                    name = Bytes.Text(data.AsSpan(4));
                else if (kind is "data" && data.Length > 8)
                    Value(type, name.Length > 0 ? name : mean, data);
                content.Position = start + length;
            }
        }

        private void Value(string type, string name, byte[] data)
        {
            int format = BinaryPrimitives.ReadInt32BigEndian(data) & 0xFFFFFF;
            if (format is 13 or 14)
            {
                scan.Part("cover", data[8..]);
                return;
            }
            if (format is not (1 or 2))
                return;
            string text = format == 2 ? Encoding.BigEndianUnicode.GetString(data.AsSpan(8)) : Encoding.UTF8.GetString(data.AsSpan(8));
            int key = BinaryPrimitives.ReadInt32BigEndian(Encoding.Latin1.GetBytes(type));
            if (key >= 1 && key <= _keys.Count)
                scan.Field("Keys", KeyName(_keys[key - 1]), text);
            else
                scan.Field("ItemList", type is "----" ? KeyName(name) : s_names.GetValueOrDefault(type, type), text);
        }

        /// <summary>com.apple.quicktime.location.ISO6709 as LocationISO6709.</summary>
        private static string KeyName(string key)
        {
            string bare = key.StartsWith("com.apple.quicktime.", StringComparison.Ordinal)
                ? key["com.apple.quicktime.".Length..]
                : key[(key.LastIndexOf('.') + 1)..];
            string name = string.Concat(
                bare.Split(['.', '-', ' '], StringSplitOptions.RemoveEmptyEntries)
                    .Select(word => char.ToUpperInvariant(word[0]) + word[1..])
            );
            return name is "LocationISO6709" ? "GPSCoordinates" : name;
        }

        private void UserData(string type, byte[] data)
        {
            string name = s_names.GetValueOrDefault(type, type);
            if (type[0] == '©' && data.Length > 4)
            {
                int length = Math.Min(BinaryPrimitives.ReadUInt16BigEndian(data), data.Length - 4);
                scan.Field("UserData", name, Bytes.Text(data.AsSpan(4, length)));
            }
            else if (type is "loci" && data.Length > 6)
                Location(data);
            else if (type is "auth" or "cprt" or "titl" or "dscp" or "perf" or "gnre" && data.Length > 6)
            {
                ReadOnlySpan<byte> text = data.AsSpan(6);
                scan.Field(
                    "UserData",
                    name,
                    text is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(text[2..]).TrimEnd('\0') : Bytes.Text(text)
                );
            }
            else if (type is not ("meta" or "hnti" or "hinf" or "name" or "tagc") && Bytes.IsText(data))
                scan.Field("UserData", name, Bytes.Text(data));
        }

        /// <summary>Language, place name, role, then longitude, latitude and altitude as fixed-point numbers.</summary>
        private void Location(ReadOnlySpan<byte> data)
        {
            int nul = data[6..].IndexOf((byte)0);
            if (nul < 0 || 6 + nul + 14 > data.Length)
                return;
            scan.Field("UserData", "LocationName", Bytes.Text(data.Slice(6, nul)));
            ReadOnlySpan<byte> numbers = data[(6 + nul + 2)..];
            scan.Field("UserData", "GPSLongitude", Fixed(numbers));
            scan.Field("UserData", "GPSLatitude", Fixed(numbers[4..]));
        }

        private static string Fixed(ReadOnlySpan<byte> bytes) =>
            Math.Round(BinaryPrimitives.ReadInt32BigEndian(bytes) / 65536.0, 5).ToString(CultureInfo.InvariantCulture);

        /// <summary>XMP stands in a box with Adobe's number; C2PA in one of its own.</summary>
        private void Uuid(ReadOnlySpan<byte> data)
        {
            if (data.StartsWith((ReadOnlySpan<byte>)[0xBE, 0x7A, 0xCF, 0xCB, 0x97, 0xA9, 0x42, 0xE8]))
                Xmp.Read(data[16..], scan);
            else if (data.StartsWith((ReadOnlySpan<byte>)[0xD8, 0xFE, 0xC3, 0xD6]))
                C2pa.Read(data[16..].ToArray(), scan);
            else if (data.Length > 16)
                scan.Field("QuickTime", "UUID", Bytes.IsText(data[16..]) ? Bytes.Text(data[16..]) : $"(binary, {data.Length - 16} bytes)");
        }

        private void Colour(ReadOnlySpan<byte> data)
        {
            if (data.StartsWith("prof"u8) || data.StartsWith("rICC"u8))
                Icc.Read(data[4..], scan);
        }

        private void Handler(ReadOnlySpan<byte> data)
        {
            if (data.Length <= 24)
                return;
            // QuickTime writes the length before the name, MP4 ends it with NUL.
            ReadOnlySpan<byte> name = data[24..];
            scan.Field("Track", "HandlerDescription", Bytes.Text(name[0] < 0x20 ? name[1..] : name));
        }

        private void JpegXlExif(byte[] data)
        {
            int offset = BinaryPrimitives.ReadInt32BigEndian(data);
            if (offset < 0 || offset + 4 > data.Length)
                throw new EndOfStreamException();
            Exif.Read(data[(4 + offset)..], scan);
        }

        /// <summary>A box of JPEG XL that is packed: its real name, then a Brotli stream.</summary>
        private void PackedBox(byte[] data)
        {
            byte[] plain = Brotli.Unpack(data[4..], 0, 1 << 20);
            if (data.AsSpan().StartsWith("Exif"u8))
                JpegXlExif(plain);
            else if (data.AsSpan().StartsWith("xml "u8))
                Xmp.Read(plain, scan);
            else if (data.AsSpan().StartsWith("jumb"u8))
                C2pa.Read(plain, scan);
        }
    }
}
