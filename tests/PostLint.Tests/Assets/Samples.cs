using System.Buffers.Binary;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace PostLint.Tests.Assets;

/// <summary>Builds the smallest files that hold a field, byte by byte.</summary>
internal static class Samples
{
    private static readonly DateTimeOffset s_packed = new(2026, 4, 27, 8, 0, 0, TimeSpan.Zero);

    /// <summary>An MP3 with a tag of version 2.3 or 2.4 and one frame of text.</summary>
    public static byte[] Mp3(string frame, string text, int version = 3)
    {
        byte[] body =
        [
            (byte)(version == 3 ? 1 : 3),
            .. version == 3 ? Encoding.Unicode.GetPreamble() : [],
            .. frame is "COMM" ? (byte[])[.. "eng"u8, 0, 0] : [],
            .. version == 3 ? Encoding.Unicode.GetBytes(text) : Encoding.UTF8.GetBytes(text),
        ];
        if (frame is "COMM")
            body = [0, .. "eng"u8, 0, .. Encoding.Latin1.GetBytes(text)];
        if (frame is "WOAR")
            body = Encoding.Latin1.GetBytes(text);
        byte[] frameBytes = [.. Encoding.ASCII.GetBytes(frame), .. BigEndian(body.Length), 0, 0, .. body];
        return
        [
            .. "ID3"u8,
            (byte)version,
            0,
            0,
            .. Synchsafe(frameBytes.Length + 16),
            .. frameBytes,
            .. new byte[16],
            0xFF,
            0xFB,
            0x90,
            0x00,
            .. new byte[413],
        ];
    }

    /// <summary>An MP3 with a tag of version 1.</summary>
    public static byte[] Mp3Version1(string artist) =>
        [0xFF, 0xFB, 0x90, 0x00, .. new byte[413], .. "TAG"u8, .. Fixed("", 30), .. Fixed(artist, 30), .. new byte[65]];

    /// <summary>A WAV with an INFO list.</summary>
    public static byte[] Wav(string chunk, string text)
    {
        byte[] info = Chunk("LIST", [.. "INFO"u8, .. Chunk(chunk, [.. Encoding.Latin1.GetBytes(text), 0])]);
        return Riff("WAVE", [.. Chunk("fmt ", new byte[16]), .. info, .. Chunk("data", new byte[4])]);
    }

    /// <summary>A WAV with a broadcast extension.</summary>
    public static byte[] BroadcastWav(string originator) =>
        Riff(
            "WAVE",
            [
                .. Chunk("bext", [.. Fixed("", 256), .. Fixed(originator, 32), .. new byte[314]]),
                .. Chunk("fmt ", new byte[16]),
                .. Chunk("data", new byte[4]),
            ]
        );

    /// <summary>A FLAC with a comment.</summary>
    public static byte[] Flac(string comment)
    {
        byte[] block = VorbisComments(comment);
        return [.. "fLaC"u8, 0, 0, 0, 34, .. new byte[34], 0x84, .. BigEndian(block.Length)[1..], .. block];
    }

    /// <summary>An Ogg Vorbis with a comment.</summary>
    public static byte[] Ogg(string comment) =>
        [.. OggPage(0, [1, .. "vorbis"u8, .. new byte[23]]), .. OggPage(1, [3, .. "vorbis"u8, .. VorbisComments(comment), 1])];

    /// <summary>A WebM with a tag, or with a title where the name is TITLE.</summary>
    public static byte[] WebM(string name, string value)
    {
        byte[] tag = Element(
            [0x12, 0x54, 0xC3, 0x67],
            Element(
                [0x73, 0x73],
                Element(
                    [0x67, 0xC8],
                    [.. Element([0x45, 0xA3], Encoding.UTF8.GetBytes(name)), .. Element([0x44, 0x87], Encoding.UTF8.GetBytes(value))]
                )
            )
        );
        return
        [
            .. Element([0x1A, 0x45, 0xDF, 0xA3], Element([0x42, 0x82], "webm"u8.ToArray())),
            .. Element(
                [0x18, 0x53, 0x80, 0x67],
                [.. Element([0x15, 0x49, 0xA9, 0x66], Element([0x4D, 0x80], "Lavf60"u8.ToArray())), .. tag]
            ),
        ];
    }

    /// <summary>A font with one name.</summary>
    public static byte[] Font(int id, string name)
    {
        byte[] table = NameTable(id, name);
        return [0, 1, 0, 0, 0, 1, 0, 16, 0, 0, 0, 0, .. "name"u8, 0, 0, 0, 0, .. BigEndian(28), .. BigEndian(table.Length), .. table];
    }

    /// <summary>The same as WOFF.</summary>
    public static byte[] Woff(int id, string name)
    {
        byte[] table = NameTable(id, name),
            packed = Packed(table, stream => new ZLibStream(stream, CompressionLevel.Optimal));
        byte[] stored = packed.Length < table.Length ? packed : table;
        return
        [
            .. "wOFF"u8,
            0,
            1,
            0,
            0,
            .. BigEndian(64 + stored.Length),
            0,
            1,
            0,
            0,
            .. BigEndian(0),
            0,
            1,
            0,
            0,
            .. new byte[20],
            .. "name"u8,
            .. BigEndian(64),
            .. BigEndian(stored.Length),
            .. BigEndian(table.Length),
            .. BigEndian(0),
            .. stored,
        ];
    }

    /// <summary>The same as WOFF 2.</summary>
    public static byte[] Woff2(int id, string name)
    {
        byte[] table = NameTable(id, name),
            packed = Packed(table, stream => new BrotliStream(stream, CompressionLevel.Optimal));
        return
        [
            .. "wOF2"u8,
            0,
            1,
            0,
            0,
            .. BigEndian(50 + packed.Length),
            0,
            1,
            0,
            0,
            .. BigEndian(0),
            .. BigEndian(packed.Length),
            0,
            1,
            0,
            0,
            .. new byte[20],
            5,
            (byte)table.Length,
            .. packed,
        ];
    }

    /// <summary>An archive with these entries.</summary>
    /// <summary>An archive of the kind that a name tells: zip, tar, or tar in gzip, packed by somebody with a login.</summary>
    public static byte[] Archive(string name, params (string Name, byte[] Content)[] entries)
    {
        if (name.EndsWith(".zip", StringComparison.Ordinal))
            return Zip(entries);
        byte[] tar = Tar(entries);
        if (!name.EndsWith("gz", StringComparison.Ordinal))
            return tar;
        var bytes = new MemoryStream();
        using (var packed = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
            packed.Write(tar);
        return bytes.ToArray();
    }

    private static byte[] Tar((string Name, byte[] Content)[] entries)
    {
        var bytes = new MemoryStream();
        using (var writer = new TarWriter(bytes, leaveOpen: true))
        {
            foreach ((string path, byte[] content) in entries)
                writer.WriteEntry(
                    new PaxTarEntry(TarEntryType.RegularFile, path)
                    {
                        UserName = "adaexample",
                        GroupName = "staff",
                        ModificationTime = s_packed,
                        DataStream = new MemoryStream(content),
                    }
                );
        }
        byte[] tar = bytes.ToArray();
        // The library names extended headers after its process; the same files are to give the same bytes.
        for (int at = 0; at < tar.Length && tar[at] != 0; )
        {
            Span<byte> header = tar.AsSpan(at, 512);
            int size = Convert.ToInt32(Encoding.ASCII.GetString(header.Slice(124, 11)), 8);
            if (header[156] == 'x')
            {
                header[..100].Clear();
                "./PaxHeaders.1/file"u8.CopyTo(header);
                SetSum(header);
            }
            at += 512 + ((size + 511) / 512 * 512);
        }
        return tar;
    }

    /// <summary>Writes the checksum of a tar header.</summary>
    public static void SetSum(Span<byte> header)
    {
        "        "u8.CopyTo(header[148..]);
        int sum = 0;
        foreach (byte b in header[..512])
            sum += b;
        Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0') + "\0 ").CopyTo(header[148..]);
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in entries)
            {
                ZipArchiveEntry entry = archive.CreateEntry(name);
                entry.LastWriteTime = s_packed;
                using Stream stream = entry.Open();
                stream.Write(content);
            }
        }
        return bytes.ToArray();
    }

    /// <summary>A Word document with one property, in core.xml or app.xml, or one comment.</summary>
    public static byte[] Docx(string part, string xml) =>
        Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()), (part, Encoding.UTF8.GetBytes(xml)));

    /// <summary>An OpenDocument text with some metadata.</summary>
    public static byte[] Odt(string metadata) =>
        Zip(
            ("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray()),
            (
                "meta.xml",
                Encoding.UTF8.GetBytes(
                    (
                        $"""<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:"""
                        + $"""meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/">"""
                        + $"""<office:meta>{metadata}</office:meta></office:document-meta>"""
                    )
                )
            )
        );

    /// <summary>A document of an office program before 2007, with one property of its summary.</summary>
    public static byte[] Doc(uint property, string value)
    {
        byte[] text = [.. Encoding.Latin1.GetBytes(value), 0];
        byte[] set = new byte[4096];
        BinaryPrimitives.WriteUInt32LittleEndian(set.AsSpan(44), 48);
        BinaryPrimitives.WriteUInt32LittleEndian(set.AsSpan(52), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(set.AsSpan(56), property);
        BinaryPrimitives.WriteUInt32LittleEndian(set.AsSpan(60), 16);
        BinaryPrimitives.WriteUInt32LittleEndian(set.AsSpan(64), 30);
        BinaryPrimitives.WriteUInt32LittleEndian(set.AsSpan(68), (uint)text.Length);
        text.CopyTo(set, 72);
        byte[] file = new byte[512 * 11];
        ((byte[])[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file, 0);
        file[30] = 9;
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(48), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(60), 0xFFFFFFFE);
        for (int i = 0; i < 109; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(76 + (i * 4)), i == 0 ? 0 : 0xFFFFFFFF);
        for (int i = 0; i < 128; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(
                file.AsSpan(512 + (i * 4)),
                i is 0 ? 0xFFFFFFFD
                    : i is 1 or 9 ? 0xFFFFFFFE
                    : i < 9 ? (uint)i + 1
                    : 0xFFFFFFFF
            );
        Entry(file.AsSpan(1024), "Root Entry", 5, 0xFFFFFFFE, 0);
        Entry(file.AsSpan(1024 + 128), "\u0005SummaryInformation", 2, 2, 4096);
        set.CopyTo(file, 512 * 3);
        return file;
    }

    private static void Entry(Span<byte> entry, string name, byte type, uint start, uint length)
    {
        Encoding.Unicode.GetBytes(name, entry);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)((name.Length + 1) * 2));
        entry[66] = type;
        BinaryPrimitives.WriteUInt32LittleEndian(entry[116..], start);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[120..], length);
    }

    private static byte[] NameTable(int id, string name)
    {
        byte[] text = Encoding.BigEndianUnicode.GetBytes(name);
        return [0, 0, 0, 1, 0, 18, 0, 3, 0, 1, 4, 9, 0, (byte)id, 0, (byte)text.Length, 0, 0, .. text];
    }

    private static byte[] Packed(byte[] bytes, Func<Stream, Stream> pack)
    {
        var packed = new MemoryStream();
        using (Stream stream = pack(packed))
            stream.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Element(byte[] id, byte[] content) => [.. id, 0x08, .. BigEndian(content.Length), .. content];

    private static byte[] OggPage(int number, byte[] packet)
    {
        int full = packet.Length / 255;
        byte[] lacing = [.. Enumerable.Repeat((byte)255, full), (byte)(packet.Length % 255)];
        return
        [
            .. "OggS"u8,
            0,
            (byte)(number == 0 ? 2 : 0),
            .. new byte[8],
            1,
            0,
            0,
            0,
            (byte)number,
            0,
            0,
            0,
            .. new byte[4],
            (byte)lacing.Length,
            .. lacing,
            .. packet,
        ];
    }

    private static byte[] VorbisComments(string comment)
    {
        byte[] vendor = "libvorbis"u8.ToArray(),
            text = Encoding.UTF8.GetBytes(comment);
        return [.. LittleEndian(vendor.Length), .. vendor, .. LittleEndian(1), .. LittleEndian(text.Length), .. text];
    }

    private static byte[] Riff(string form, byte[] chunks) =>
        [.. "RIFF"u8, .. LittleEndian(chunks.Length + 4), .. Encoding.ASCII.GetBytes(form), .. chunks];

    private static byte[] Chunk(string id, byte[] data) =>
        [.. Encoding.ASCII.GetBytes(id), .. LittleEndian(data.Length), .. data, .. new byte[data.Length % 2]];

    private static byte[] Fixed(string text, int length) => [.. Encoding.Latin1.GetBytes(text), .. new byte[length - text.Length]];

    /// <summary>Four bytes of a number, the highest byte first.</summary>
    public static byte[] BigEndian(int value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    /// <summary>Four bytes of a number, the lowest byte first.</summary>
    public static byte[] LittleEndian(int value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Synchsafe(int value) =>
        [(byte)((value >> 21) & 0x7F), (byte)((value >> 14) & 0x7F), (byte)((value >> 7) & 0x7F), (byte)(value & 0x7F)];
}
