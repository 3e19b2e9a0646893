using PostLint.Assets.Credentials;

namespace PostLint.Assets.Media;

/// <summary>
/// RIFF with sound or moving pictures: WAV with its broadcast extension (EBU Tech 3285), and AVI. WebP is read by its own format.
/// </summary>
internal sealed class Riff : IAssetFormat
{
    private const int MaxDepth = 8;
    private const int MaxText = 1 << 20;

    // The chunks of a LIST INFO, as ExifTool calls them.
    private static readonly Dictionary<string, string> s_names = new(StringComparer.Ordinal)
    {
        ["IART"] = "Artist",
        ["IENG"] = "Engineer",
        ["ICOP"] = "Copyright",
        ["ICMT"] = "Comment",
        ["INAM"] = "Title",
        ["ISFT"] = "Software",
        ["ITCH"] = "Technician",
        ["ISRC"] = "Source",
        ["ICRD"] = "DateCreated",
        ["IARL"] = "ArchivalLocation",
        ["ICMS"] = "Commissioned",
        ["IKEY"] = "Keywords",
        ["ISBJ"] = "Subject",
        ["IPRD"] = "Product",
        ["IGNR"] = "Genre",
        ["IWRI"] = "WrittenBy",
        ["IPRO"] = "ProducedBy",
        ["IEDT"] = "EditedBy",
        ["ISTR"] = "Starring",
        ["ICNT"] = "Country",
        ["IMUS"] = "MusicBy",
        ["ITRK"] = "TrackNumber",
        ["ISRF"] = "SourceForm",
        ["IDIT"] = "DateTimeOriginal",
        ["IENC"] = "EncodedBy",
        ["ILNG"] = "Language",
    };

    /// <inheritdoc/>
    public string Name => "RIFF";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) =>
        head.Length >= 12 && (head.StartsWith("RIFF"u8) || head.StartsWith("RF64"u8)) && !head.Slice(8, 4).SequenceEqual("WEBP"u8);

    /// <inheritdoc/>
    public void Read(Stream content, AssetScan scan)
    {
        content.Position = 12;
        ReadChunks(content, content.Length, scan, 0);
    }

    private static void ReadChunks(Stream content, long end, AssetScan scan, int depth)
    {
        while (content.Position + 8 <= end)
        {
            scan.Cancellation.ThrowIfCancellationRequested();
            string id = Bytes.Text(content.Take(4));
            long length = content.TakeUInt32LittleEndian();
            long next = content.Position + length + (length & 1);
            if (content.Position + length > end)
            {
                if (id is "data")
                    return; // streams of unknown length declare the largest there is
                throw new EndOfStreamException();
            }
            ReadChunk(content, id, length, scan, depth);
            content.Position = Math.Min(next, end);
        }
    }

    private static void ReadChunk(Stream content, string id, long length, AssetScan scan, int depth)
    {
        if (id is "LIST" && length >= 4 && depth < MaxDepth)
        {
            long end = content.Position + length;
            content.Position += 4;
            ReadChunks(content, end, scan, depth + 1);
        }
        else if (length > MaxText)
            return;
        else if (s_names.TryGetValue(id, out string? name))
            scan.Field("RIFF", name, Bytes.Text(content.Take(length)));
        else if (id is "bext")
            ReadBroadcast(content.Take(length), scan);
        else if (id is "id3 " or "ID3 ")
            Id3.ReadVersion2(new MemoryStream(content.Take(length)), scan);
        else if (id is "C2PA")
            C2pa.Read(content.Take(length), scan);
        else if (id is "iXML" or "_PMX" or "axml")
            scan.Field("RIFF", id.Trim(), Bytes.Text(content.Take(length)));
        else if (id.Length == 4 && id[0] == 'I' && id.All(char.IsAsciiLetterUpper))
            scan.Field("RIFF", id, Bytes.Text(content.Take(length)));
    }

    private static void ReadBroadcast(ReadOnlySpan<byte> chunk, AssetScan scan)
    {
        if (chunk.Length < 338)
            throw new EndOfStreamException();
        scan.Field("RIFF", "Description", Bytes.Text(chunk[..256]));
        scan.Field("RIFF", "Originator", Bytes.Text(chunk.Slice(256, 32)));
        scan.Field("RIFF", "OriginatorReference", Bytes.Text(chunk.Slice(288, 32)));
        if (chunk.Length > 602)
            scan.Field("RIFF", "CodingHistory", Bytes.Text(chunk[602..]));
    }
}
