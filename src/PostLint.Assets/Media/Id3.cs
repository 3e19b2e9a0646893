using System.Buffers.Binary;
using System.Text;
using PostLint.Assets.Credentials;

namespace PostLint.Assets.Media;

/// <summary>MP3 files and their tags: ID3v1, and ID3v2.2 to 2.4 (id3.org).</summary>
internal sealed class Id3 : IAssetFormat
{
    private const int MaxTag = 16 << 20;

    // Frames by their ids of four letters, and of three in version 2.2, as ExifTool calls them.
    private static readonly Dictionary<string, string> s_names = new(StringComparer.Ordinal)
    {
        ["TPE1"] = "Artist",
        ["TP1"] = "Artist",
        ["TPE2"] = "Band",
        ["TP2"] = "Band",
        ["TPE3"] = "Conductor",
        ["TPE4"] = "InterpretedBy",
        ["TOPE"] = "OriginalArtist",
        ["TOA"] = "OriginalArtist",
        ["TCOM"] = "Composer",
        ["TCM"] = "Composer",
        ["TEXT"] = "Lyricist",
        ["TXT"] = "Lyricist",
        ["TOLY"] = "OriginalLyricist",
        ["TENC"] = "EncodedBy",
        ["TEN"] = "EncodedBy",
        ["TOWN"] = "FileOwner",
        ["TPUB"] = "Publisher",
        ["TPB"] = "Publisher",
        ["TCOP"] = "Copyright",
        ["TCR"] = "Copyright",
        ["TPRO"] = "ProducedNotice",
        ["TSSE"] = "EncoderSettings",
        ["TSS"] = "EncoderSettings",
        ["TIT1"] = "Grouping",
        ["TIT2"] = "Title",
        ["TT2"] = "Title",
        ["TIT3"] = "Subtitle",
        ["TALB"] = "Album",
        ["TAL"] = "Album",
        ["TRSN"] = "InternetRadioStationName",
        ["TRSO"] = "InternetRadioStationOwner",
        ["TOFN"] = "OriginalFileName",
        ["TYER"] = "Year",
        ["TDRC"] = "RecordingTime",
        ["TRCK"] = "Track",
        ["TCON"] = "Genre",
        ["TLEN"] = "Length",
        ["COMM"] = "Comment",
        ["COM"] = "Comment",
        ["USLT"] = "Lyrics",
        ["ULT"] = "Lyrics",
        ["TXXX"] = "UserDefinedText",
        ["TXX"] = "UserDefinedText",
        ["WXXX"] = "UserDefinedURL",
        ["WXX"] = "UserDefinedURL",
        ["WOAR"] = "ArtistURL",
        ["WAR"] = "ArtistURL",
        ["WOAF"] = "FileURL",
        ["WAF"] = "FileURL",
        ["WOAS"] = "SourceURL",
        ["WPUB"] = "PublisherURL",
        ["WCOP"] = "CopyrightURL",
        ["WCOM"] = "CommercialURL",
        ["WORS"] = "InternetRadioStationURL",
        ["PRIV"] = "Private",
        ["UFID"] = "UniqueFileID",
        ["OWNE"] = "Ownership",
        ["GEOB"] = "GeneralEncapsulatedObject",
        ["IPLS"] = "InvolvedPeople",
        ["TIPL"] = "InvolvedPeople",
        ["TMCL"] = "MusicianCredits",
    };

    /// <inheritdoc/>
    public string Name => "MP3";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) =>
        head.StartsWith("ID3"u8) || head is [0xFF, (>= 0xE2 and <= 0xE7) or (>= 0xF2 and <= 0xF7) or >= 0xFA and <= 0xFD, ..];

    /// <inheritdoc/>
    public void Read(Stream content, AssetScan scan)
    {
        ReadVersion2(content, scan);
        ReadVersion1(content, scan);
    }

    /// <summary>Reads a version 2 tag at the stream's position, if there is one; other formats hold them, too.</summary>
    public static void ReadVersion2(Stream content, AssetScan scan)
    {
        long start = content.Position;
        if (content.Length - start < 10)
            return;
        byte[] header = content.Take(10);
        if (!header.AsSpan().StartsWith("ID3"u8))
        {
            content.Position = start;
            return;
        }
        int version = header[3];
        int size = Synchsafe(header.AsSpan(6));
        if (size > MaxTag)
            throw new InvalidDataException("its tag is larger than is read");
        byte[] tag = content.Take(Math.Min(size, content.Length - content.Position));
        if ((header[5] & 0x80) != 0 && version < 4)
            tag = Desynchronised(tag);
        ReadFrames(tag, version, (header[5] & 0x40) != 0, scan);
        if (tag.Length < size)
            throw new EndOfStreamException();
    }

    private static void ReadFrames(ReadOnlySpan<byte> tag, int version, bool isExtended, AssetScan scan)
    {
        string group = $"ID3v2_{version}";
        int idLength = version == 2 ? 3 : 4,
            headerLength = version == 2 ? 6 : 10,
            at = 0;
        if (isExtended && version >= 3 && tag.Length >= 4)
            at = version == 4 ? Synchsafe(tag) : 4 + (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(tag), 64);
        while (at + headerLength <= tag.Length && tag[at] != 0)
        {
            string id = Encoding.ASCII.GetString(tag.Slice(at, idLength));
            ReadOnlySpan<byte> lengthBytes = tag[(at + idLength)..];
            int length =
                version == 2 ? (lengthBytes[0] << 16) | (lengthBytes[1] << 8) | lengthBytes[2]
                : version == 4 ? Synchsafe(lengthBytes)
                : (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(lengthBytes), int.MaxValue);
            int flags = version == 2 ? 0 : tag[at + 9];
            at += headerLength;
            if (length > tag.Length - at)
                throw new EndOfStreamException();
            ReadOnlySpan<byte> data = tag.Slice(at, length);
            at += length;
            if (version == 4 && (flags & 1) != 0 && data.Length >= 4)
                data = data[4..];
            ReadFrame(group, id, data, scan);
        }
    }

    private static void ReadFrame(string group, string id, ReadOnlySpan<byte> data, AssetScan scan)
    {
        string name = s_names.GetValueOrDefault(id, id);
        if (id is "APIC" or "PIC")
            Picture(data, scan);
        else if (data.Length == 0)
            return;
        else if (id is "COMM" or "COM" or "USLT" or "ULT")
            scan.Field(group, name, Strings(data[0], data[Math.Min(4, data.Length)..]));
        else if (id is "WXXX" or "WXX" or "OWNE" || id[0] == 'T' || id is "IPLS")
            scan.Field(group, name, Strings(data[0], data[1..]));
        else if (id[0] == 'W' || id is "PRIV" or "UFID")
            scan.Field(group, name, Bytes.Text(data));
        else if (id is "GEOB" && data.IndexOf("jumb"u8) > 0)
            C2pa.Read(data.ToArray(), scan);
        else
            scan.Field(group, name, $"(binary, {data.Length} bytes)");
    }

    private static void Picture(ReadOnlySpan<byte> data, AssetScan scan)
    {
        int jpeg = data.IndexOf((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]),
            png = data.IndexOf((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]);
        int start =
            jpeg < 0 ? png
            : png < 0 ? jpeg
            : Math.Min(jpeg, png);
        if (start >= 0)
            scan.Part("picture", data[start..].ToArray());
    }

    /// <summary>Strings of an encoding, separated by NUL, those that are not empty joined by blanks.</summary>
    private static string Strings(byte encoding, ReadOnlySpan<byte> data)
    {
        string text = encoding switch
        {
            1 => Utf16(data),
            2 => Encoding.BigEndianUnicode.GetString(data),
            3 => Encoding.UTF8.GetString(data),
            _ => Encoding.Latin1.GetString(data),
        };
        return string.Join(' ', text.Split(['\0', '\uFEFF', '\uFFFE'], StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Utf16(ReadOnlySpan<byte> data) =>
        data is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(data) : Encoding.Unicode.GetString(data);

    private static int Synchsafe(ReadOnlySpan<byte> bytes) =>
        ((bytes[0] & 0x7F) << 21) | ((bytes[1] & 0x7F) << 14) | ((bytes[2] & 0x7F) << 7) | (bytes[3] & 0x7F);

    private static byte[] Desynchronised(byte[] tag)
    {
        var plain = new List<byte>(tag.Length);
        for (int i = 0; i < tag.Length; i++)
        {
            plain.Add(tag[i]);
            if (tag[i] == 0xFF && i + 1 < tag.Length && tag[i + 1] == 0)
                i++;
        }
        return [.. plain];
    }

    private static void ReadVersion1(Stream content, AssetScan scan)
    {
        const int Length = 128;
        if (content.Length < Length)
            return;
        content.Position = content.Length - Length;
        ReadOnlySpan<byte> tag = content.Take(Length);
        if (!tag.StartsWith("TAG"u8))
            return;
        scan.Field("ID3v1", "Title", Bytes.Text(tag.Slice(3, 30)));
        scan.Field("ID3v1", "Artist", Bytes.Text(tag.Slice(33, 30)));
        scan.Field("ID3v1", "Album", Bytes.Text(tag.Slice(63, 30)));
        scan.Field("ID3v1", "Year", Bytes.Text(tag.Slice(93, 4)));
        scan.Field("ID3v1", "Comment", Bytes.Text(tag.Slice(97, 30)));
    }
}
