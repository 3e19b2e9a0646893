using System.Buffers.Binary;
using System.Globalization;
using System.IO.Hashing;
using System.Text;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Iptc;
using MetadataExtractor.Formats.Png;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Writer;
using TextPair = MetadataExtractor.KeyValuePair;

namespace PostLint.Tests.Assets;

/// <summary>What other readers find in made-up files, PostLint finds there, too: the same fields with the same values.</summary>
public sealed class OracleTests
{
    private const int Files = 200;

    // Names, and what readers have to unpack: other scripts, brackets, backslashes, blanks at the ends of words.
    private static readonly string[] s_values =
    [
        "Ada Example",
        "Étienne d’Exemple",
        "Ада Пример",
        "例 花子",
        "A (B) C",
        "C:\\Users\\ada",
        "((",
        "a\tb",
        "Zażółć & <sons>",
        new('x', 300),
    ];

    private static readonly (int Tag, string Name)[] s_exif =
    [
        (ExifDirectoryBase.TagImageDescription, "ImageDescription"),
        (ExifDirectoryBase.TagMake, "Make"),
        (ExifDirectoryBase.TagModel, "Model"),
        (ExifDirectoryBase.TagSoftware, "Software"),
        (ExifDirectoryBase.TagArtist, "Artist"),
        (ExifDirectoryBase.TagHostComputer, "HostComputer"),
        (ExifDirectoryBase.TagCopyright, "Copyright"),
    ];

    private static readonly (int Tag, string Name)[] s_iptc =
    [
        (IptcDirectory.TagByLine, "By-line"),
        (IptcDirectory.TagCity, "City"),
        (IptcDirectory.TagCredit, "Credit"),
        (IptcDirectory.TagCopyrightNotice, "CopyrightNotice"),
        (IptcDirectory.TagCaptionWriter, "Writer-Editor"),
    ];

    [Fact]
    public void Jpegs_have_the_fields_that_MetadataExtractor_reads()
    {
        int compared = 0;
        for (int seed = 0; seed < Files; seed++)
        {
            var random = new Random(seed);
            (int Tag, string Value)[] exif = Some(random, s_exif, IsAscii),
                iptc = Some(random, s_iptc, value => value.Length < 30);
            byte[] file = Jpeg(Exif(exif, random.Next(2) == 0), Iptc(iptc));

            IReadOnlyList<MetadataExtractor.Directory> read = ImageMetadataReader.ReadMetadata(new MemoryStream(file));
            Dictionary<string, string> own = OwnFields(file, "a.jpg");

            foreach ((int tag, string name) in s_exif)
                compared += Same(own, $"IFD0:{name}", read.OfType<ExifIfd0Directory>().FirstOrDefault()?.GetString(tag), seed);
            foreach ((int tag, string name) in s_iptc)
                compared += Same(own, $"IPTC:{name}", read.OfType<IptcDirectory>().FirstOrDefault()?.GetString(tag), seed);
        }
        compared.Should().BeGreaterThan(Files);
    }

    [Fact]
    public void Pngs_have_the_texts_that_MetadataExtractor_reads()
    {
        int compared = 0;
        for (int seed = 0; seed < Files; seed++)
        {
            var random = new Random(seed);
            string[] keys = ["Author", "Software", "Source", "Comment", "Copyright"];
            IEnumerable<byte[]> chunks = keys.Where(_ => random.Next(2) == 0)
                .Select(key => random.Next(2) == 0 ? Text(key, Pick(random, IsAscii)) : InternationalText(key, Pick(random, _ => true)));
            // Behind the signature and the first chunk.
            byte[] file = [.. Pictures.Png[..33], .. chunks.SelectMany(chunk => chunk), .. Pictures.Png[33..]];

            Dictionary<string, string> own = OwnFields(file, "a.png");

            foreach (
                TextPair text in ImageMetadataReader
                    .ReadMetadata(new MemoryStream(file))
                    .OfType<PngDirectory>()
                    .SelectMany(directory => directory.GetObject(PngDirectory.TagTextualData) as IEnumerable<TextPair> ?? [])
            )
                compared += Same(own, $"PNG:{text.Key}", Encoding.UTF8.GetString(text.Value.Bytes), seed);
        }
        compared.Should().BeGreaterThan(Files);
    }

    [Fact]
    public void Pdfs_have_the_fields_that_PdfPig_writes_and_reads()
    {
        int compared = 0;
        for (int seed = 0; seed < Files; seed++)
        {
            var random = new Random(seed);
            using var builder = new PdfDocumentBuilder();
            builder.AddPage(PageSize.A4);
            builder.DocumentInformation.Author = Pick(random, _ => true);
            builder.DocumentInformation.Title = Pick(random, _ => true);
            builder.DocumentInformation.Subject = Pick(random, _ => true);
            builder.DocumentInformation.Keywords = Pick(random, _ => true);
            builder.DocumentInformation.Creator = Pick(random, _ => true);
            compared += SameInformation(builder.Build(), seed);
        }
        compared.Should().BeGreaterThan(Files);
    }

    [Fact]
    public void Pdfs_of_our_own_have_the_fields_that_PdfPig_reads()
    {
        int compared = 0;
        for (int seed = 0; seed < Files; seed++)
        {
            var random = new Random(seed);
            string entries = string.Join(
                ' ',
                new[] { "Author", "Title", "Subject", "Keywords", "Creator" }.Select(key => $"/{key} {Written(random)}")
            );
            compared += SameInformation(
                new PdfBuilder().Page().Object(4, $"<< {entries} >>").Save("/Root 1 0 R /Info 4 0 R").Build(),
                seed
            );
        }
        compared.Should().BeGreaterThan(Files);
    }

    private static int SameInformation(byte[] file, int seed)
    {
        using PdfDocument document = PdfDocument.Open(file);
        DocumentInformation read = document.Information;
        Dictionary<string, string> own = OwnFields(file, "a.pdf");
        return Same(own, "PDF:Author", read.Author, seed)
            + Same(own, "PDF:Title", read.Title, seed)
            + Same(own, "PDF:Subject", read.Subject, seed)
            + Same(own, "PDF:Keywords", read.Keywords, seed)
            + Same(own, "PDF:Creator", read.Creator, seed);
    }

    /// <summary>A string of a PDF: literal with escapes, or hexadecimal in either alphabet.</summary>
    private static string Written(Random random)
    {
        if (random.Next(2) == 0)
        {
            string text = Pick(random, IsAscii);
            string literal = text.Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("(", "\\(", StringComparison.Ordinal)
                .Replace(")", "\\)", StringComparison.Ordinal);
            return $"({literal})";
        }
        byte[] wide = [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Pick(random, _ => true))];
        return $"<{Convert.ToHexString(wide)}>";
    }

    private static int Same(Dictionary<string, string> own, string name, string? oracle, int seed)
    {
        if (string.IsNullOrWhiteSpace(oracle))
            return 0;
        own.Should().ContainKey(name, $"of file {seed.ToString(CultureInfo.InvariantCulture)}");
        Shown(own[name]).Should().Be(Shown(oracle), $"of {name} of file {seed.ToString(CultureInfo.InvariantCulture)}");
        return 1;
    }

    /// <summary>A sheet has a line for each field, so that blanks are folded.</summary>
    private static string Shown(string value) => string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Dictionary<string, string> OwnFields(byte[] file, string name) =>
        Scanned.Fields(file, name).GroupBy(field => field.Name).ToDictionary(group => group.Key, group => group.First().Value);

    private static bool IsAscii(string value) => value.All(char.IsAscii);

    private static string Pick(Random random, Func<string, bool> where)
    {
        string[] values = [.. s_values.Where(where)];
        return values[random.Next(values.Length)];
    }

    private static (int Tag, string Value)[] Some(Random random, (int Tag, string Name)[] tags, Func<string, bool> where) =>
        [.. tags.Where(_ => random.Next(2) == 0).Select(tag => (tag.Tag, Pick(random, where)))];

    /// <summary>A TIFF of one directory of ASCII values, in either order of bytes.</summary>
    private static byte[] Exif((int Tag, string Value)[] fields, bool isLittle)
    {
        var head = new List<byte>();
        var values = new List<byte>();
        head.AddRange(isLittle ? "II"u8 : "MM"u8);
        Add16(42);
        Add32(8);
        Add16(fields.Length);
        int start = 8 + 2 + (12 * fields.Length) + 4;
        foreach ((int tag, string value) in fields.OrderBy(field => field.Tag))
        {
            byte[] bytes = [.. Encoding.ASCII.GetBytes(value), 0];
            Add16(tag);
            Add16(2);
            Add32(bytes.Length);
            if (bytes.Length <= 4)
            {
                head.AddRange([.. bytes, .. new byte[4 - bytes.Length]]);
                continue;
            }
            Add32(start + values.Count);
            values.AddRange(bytes);
        }
        Add32(0);
        return [.. head, .. values];

        void Add16(int value) => head.AddRange(isLittle ? [(byte)value, (byte)(value >> 8)] : [(byte)(value >> 8), (byte)value]);

        void Add32(int value)
        {
            byte[] bytes = new byte[4];
            if (isLittle)
                BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
            else
                BinaryPrimitives.WriteInt32BigEndian(bytes, value);
            head.AddRange(bytes);
        }
    }

    /// <summary>The records of IPTC in UTF-8, as Photoshop stores them.</summary>
    private static byte[] Iptc((int Tag, string Value)[] fields)
    {
        var records = new List<byte> { 0x1C, 1, 90, 0, 3, 0x1B, 0x25, 0x47 };
        foreach ((int tag, string value) in fields.OrderBy(field => field.Tag))
        {
            byte[] bytes = Encoding.UTF8.GetBytes(value);
            records.AddRange([0x1C, (byte)(tag >> 8), (byte)tag, (byte)(bytes.Length >> 8), (byte)bytes.Length, .. bytes]);
        }
        byte[] size = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(size, records.Count);
        if (records.Count % 2 == 1)
            records.Add(0);
        return [.. "8BIM"u8, 4, 4, 0, 0, .. size, .. records];
    }

    private static byte[] Jpeg(byte[] exif, byte[] iptc) =>
        [
            .. Pictures.Jpeg[..2],
            .. Segment(0xE1, [.. "Exif\0\0"u8, .. exif]),
            .. Segment(0xED, [.. "Photoshop 3.0\0"u8, .. iptc]),
            .. Pictures.Jpeg[2..],
        ];

    private static byte[] Segment(byte marker, byte[] content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Text(string key, string value) => Chunk("tEXt", [.. Encoding.Latin1.GetBytes($"{key}\0{value}")]);

    private static byte[] InternationalText(string key, string value) =>
        Chunk("iTXt", [.. Encoding.Latin1.GetBytes(key), 0, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(value)]);

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. content],
            size = new byte[4],
            sum = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(size, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc32.HashToUInt32(body));
        return [.. size, .. body, .. sum];
    }
}
