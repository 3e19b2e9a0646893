using System.Globalization;
using System.Text;

namespace PostLint.Assets.Media;

/// <summary>Matroska and WebM, RFC 9559: title, programs, tags and attachments of a segment.</summary>
internal sealed class Matroska : IAssetFormat
{
    private const int MaxDepth = 8;
    private const int MaxText = 1 << 20;
    private const long Unknown = -1;

    // Elements that hold others on the way to what is read: segment, info, tags, tag, simple tag, attachments, attached file, tracks,
    // track.
    private static readonly HashSet<long> s_containers =
    [
        0x18538067,
        0x1549A966,
        0x1254C367,
        0x7373,
        0x67C8,
        0x1941A469,
        0x61A7,
        0x1654AE6B,
        0xAE,
    ];

    /// <inheritdoc/>
    public string Name => "Matroska";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]);

    /// <inheritdoc/>
    public void Read(Stream content, AssetScan scan) => ReadElements(content, content.Length, scan, new(), 0);

    /// <summary>What stands side by side and makes one field or file.</summary>
    private sealed class Pair
    {
        public string Name { get; set; } = "";

        public string Value { get; set; } = "";
    }

    private static void ReadElements(Stream content, long end, AssetScan scan, Pair pair, int depth)
    {
        while (content.Position < end)
        {
            scan.Cancellation.ThrowIfCancellationRequested();
            long id = VariableInteger(content, keepsMark: true),
                length = VariableInteger(content, keepsMark: false);
            long next = length == Unknown ? end : content.Position + length;
            if (next > end)
                throw new EndOfStreamException();
            if (id == 0x1F43B675)
            {
                content.Position = next;
                continue;
            } // clusters: sound and pictures
            if (s_containers.Contains(id) && depth < MaxDepth)
            {
                var inner = new Pair();
                ReadElements(content, next, scan, inner, depth + 1);
                if (inner.Value.Length > 0)
                    scan.Field("Matroska", NameOf(inner.Name), inner.Value);
            }
            else if (next - content.Position <= MaxText)
                ReadValue(content, id, next - content.Position, scan, pair);
            else if (id == 0x465C)
                ReadAttachment(content, next - content.Position, scan, pair);
            content.Position = next;
        }
    }

    private static void ReadValue(Stream content, long id, long length, AssetScan scan, Pair pair)
    {
        switch (id)
        {
            case 0x7BA9:
                scan.Field("Matroska", "Title", Text(content, length));
                break;
            case 0x4D80:
                scan.Field("Matroska", "MuxingApp", Text(content, length));
                break;
            case 0x5741:
                scan.Field("Matroska", "WritingApp", Text(content, length));
                break;
            case 0x7384:
                scan.Field("Matroska", "SegmentFileName", Text(content, length));
                break;
            case 0x536E:
                scan.Field("Matroska", "TrackName", Text(content, length));
                break;
            case 0x45A3:
                pair.Name = Text(content, length);
                break;
            case 0x4487:
                pair.Value = Text(content, length);
                break;
            case 0x466E:
                scan.Field("Matroska", "AttachedFileName", pair.Name = Text(content, length));
                break;
            case 0x467E:
                scan.Field("Matroska", "AttachedFileDescription", Text(content, length));
                break;
            case 0x465C:
                ReadAttachment(content, length, scan, pair);
                break;
        }
    }

    private static void ReadAttachment(Stream content, long length, AssetScan scan, Pair pair)
    {
        if (length > scan.Limits.PartBytes)
            scan.BeyondLimit("an attached file is too large to be read");
        else
            scan.Part(pair.Name.Length > 0 ? pair.Name : "attachment", content.Take(length));
    }

    private static string Text(Stream content, long length) => Encoding.UTF8.GetString(content.Take(length));

    /// <summary>ARTIST and DATE_RELEASED as Artist and DateReleased.</summary>
    private static string NameOf(string tag) =>
        string.Concat(
            tag.Split('_', StringSplitOptions.RemoveEmptyEntries)
                .Select(word => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word.ToLowerInvariant()))
        );

    /// <summary>A number of one to eight bytes whose first bits tell how many; all ones: unknown.</summary>
    private static long VariableInteger(Stream content, bool keepsMark)
    {
        int first = (int)content.TakeBigEndian(1),
            length = 1;
        for (int mask = 0x80; length <= 8 && (first & mask) == 0; mask >>= 1)
            length++;
        if (length > 8)
            throw new InvalidDataException("its elements are broken");
        long value = keepsMark ? first : first & (0xFF >> length);
        bool isUnknown = !keepsMark && value == (0xFF >> length);
        foreach (byte b in content.Take(length - 1))
        {
            value = (value << 8) | b;
            isUnknown &= b == 0xFF;
        }
        return isUnknown ? Unknown : value;
    }
}
