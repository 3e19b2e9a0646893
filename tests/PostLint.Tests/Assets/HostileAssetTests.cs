using System.IO.Compression;
using PostLint.Assets;

namespace PostLint.Tests.Assets;

/// <summary>Whatever a stranger's file says, reading it ends, without an exception.</summary>
public sealed class HostileAssetTests
{
    private static readonly (string Name, byte[] Bytes)[] s_samples =
    [
        ("png", Pictures.Png),
        (
            "png with text",
            PngTests.Png(
                ("IHDR", new byte[13]),
                ("zTXt", [.. "Comment\0\0"u8, .. Zlib("Ada Example"u8.ToArray())]),
                ("iTXt", "XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"u8.ToArray()),
                ("IEND", [])
            )
        ),
        ("jpg", Pictures.Jpeg),
        ("gif", Pictures.Gif),
        ("webp", Pictures.WebP),
        ("tif", Pictures.Tiff),
        ("heic", Pictures.Still("heic", "hvc1")),
        ("mp4", Pictures.Film("isom")),
        ("pdf", Pictures.Pdf),
        ("psd", Pictures.Psd),
        ("eps", Pictures.Eps),
        ("mp3", Samples.Mp3("TPE1", "Ada Example")),
        ("wav", Samples.Wav("IART", "Ada Example")),
        ("flac", Samples.Flac("ARTIST=Ada Example")),
        ("ogg", Samples.Ogg("ARTIST=Ada Example")),
        ("webm", Samples.WebM("ARTIST", "Ada Example")),
        ("ttf", Samples.Font(9, "Ada Example")),
        ("woff", Samples.Woff(9, "Ada Example")),
        ("woff2", Samples.Woff2(9, "Ada Example")),
        ("doc", Samples.Doc(4, "Ada Example")),
        ("odt", Samples.Odt("<dc:creator>Ada Example</dc:creator>")),
        ("docx", Samples.Docx("docProps/core.xml", "<a><creator>Ada Example</creator></a>")),
        ("zip", Samples.Zip(("a.txt", "x"u8.ToArray()))),
    ];

    public static TheoryData<string> Names => [.. s_samples.Select(sample => sample.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Cut_anywhere_it_is_read_as_far_as_it_goes(string name)
    {
        byte[] bytes = BytesOf(name);
        int step = Math.Max(1, bytes.Length / 150);
        for (int length = 0; length < bytes.Length; length += step)
            Read(bytes[..length]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void With_any_bytes_changed_it_is_read_or_refused(string name)
    {
        var random = new Random(11);
        for (int i = 0; i < 150; i++)
        {
            byte[] bytes = [.. BytesOf(name)];
            for (int change = 0; change <= i % 6; change++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Read(bytes);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Cleaning_twice_is_cleaning_once(string name)
    {
        if (!MetadataCleaner.CanClean(new MemoryStream(BytesOf(name))))
            return;
        byte[] once = Clean(BytesOf(name));

        Clean(once).Should().Equal(once);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Cleaning_what_is_broken_fails_or_ends(string name)
    {
        var random = new Random(13);
        for (int i = 0; i < 60; i++)
        {
            byte[] bytes = [.. BytesOf(name)];
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            if (!MetadataCleaner.CanClean(new MemoryStream(bytes)))
                continue;
            try
            {
                Clean(bytes);
            }
            catch (InvalidDataException)
            {
                // Refused, as promised.
            }
        }
    }

    [Fact]
    public void Directories_that_lead_in_a_circle_end() =>
        Read([.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x69, 0x87, 4, 0, 1, 0, 0, 0, 8, 0, 0, 0, 8, 0, 0, 0]);

    [Fact]
    public void Pdf_objects_that_name_each_other_end() =>
        Read(
            (
                "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n2 0 R\nendobj\n3 0 obj\n<< /Length 3 0 R "u8
                + ">>\nstream\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Prev 9 /Info 2 0 R >>\nstartxref\n9\n%%EOF"u8
            ).ToArray()
        );

    [Fact]
    public void Pdf_nested_deeply_ends() =>
        Read([.. "%PDF-1.4\n1 0 obj\n"u8, .. Enumerable.Repeat((byte)'[', 100_000), .. "\nendobj\ntrailer\n<< /Root 1 0 R >>"u8]);

    [Fact]
    public void Boxes_nested_deeply_end()
    {
        byte[] film = [];
        for (int i = 0; i < 2_000; i++)
            film =
            [
                (byte)((film.Length + 8) >> 24),
                (byte)((film.Length + 8) >> 16),
                (byte)((film.Length + 8) >> 8),
                (byte)(film.Length + 8),
                .. "moov"u8,
                .. film,
            ];
        Read(film);
    }

    [Fact]
    public void Packed_text_that_unpacks_to_very_much_is_cut()
    {
        byte[] bomb = PngTests.Png(("zTXt", [.. "Comment\0\0"u8, .. Zlib(new byte[40 << 20])]), ("IEND", []));

        Scanned.Of(bomb).Gaps.Should().ContainSingle().Which.Reason.Should().Contain("unpacks to more");
    }

    [Fact]
    public void Broken_brotli_streams_are_told()
    {
        byte[] font = Samples.Woff2(9, "Ada Example"),
            broken = [0xFF, 0xFF, 0xFF, 0xFF];
        font.AsSpan(50).Fill(0xFF);
        byte[] box = [0, 0, 0, 12, .. "JXL "u8, 0x0D, 0x0A, 0x87, 0x0A, 0, 0, 0, 16, .. "brobxml "u8, .. broken];

        Scanned.Of(font).Gaps.Should().ContainSingle().Which.Reason.Should().Be("its structure is broken");
        Scanned.Of(box).Gaps.Should().ContainSingle().Which.Reason.Should().Be("its structure is broken");
    }

    [Fact]
    public void Gigantic_dimensions_cost_nothing() =>
        Read(PngTests.Png(("IHDR", [0x7F, 255, 255, 255, 0x7F, 255, 255, 255, 8, 0, 0, 0, 0]), ("IEND", [])));

    [Fact]
    public void Byte_of_pixels_where_a_marker_should_stand_ends_a_photograph() =>
        Scanned
            .Of([.. Pictures.Jpeg[..20], 0xFF, 0, 0, 2, .. Pictures.Jpeg[20..]])
            .Gaps.Should()
            .ContainSingle()
            .Which.Reason.Should()
            .Be("its segments are broken");

    [Fact]
    public void Extended_header_of_a_gigantic_size_is_told()
    {
        byte[] tar = Samples.Archive("a.tar", ("notes.txt", "x"u8.ToArray()));
        "77777777777"u8.CopyTo(tar.AsSpan(124));
        Samples.SetSum(tar);

        Scanned.Of(tar, "a.tar").Gaps.Should().ContainSingle().Which.Reason.Should().Be("a header in it is broken");
    }

    [Fact]
    public void What_stands_behind_a_picture_is_read() =>
        Scanned.Of([.. Pictures.WebP, .. "By Ada Example\n"u8]).Files.Should().Contain(file => file.Text!.Text == "By Ada Example\n");

    private static byte[] BytesOf(string name) => s_samples.Single(sample => sample.Name == name).Bytes;

    private static void Read(byte[] bytes) => Scanned.Of(bytes);

    private static byte[] Clean(byte[] bytes)
    {
        var clean = new MemoryStream();
        MetadataCleaner.Clean(new MemoryStream(bytes), clean);
        return clean.ToArray();
    }

    private static byte[] Zlib(byte[] plain)
    {
        var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Fastest))
            stream.Write(plain);
        return packed.ToArray();
    }
}
