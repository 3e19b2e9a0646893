using System.IO.Compression;
using System.Text;
using PostLint.Assets;
using PostLint.Assets.Pdf;

namespace PostLint.Tests.Assets;

public sealed class PdfTests
{
    private const string Packet =
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
        + "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description "
        + "xmlns:dc='http://purl.org/dc/elements/1.1/' dc:creator='Ada Example'/></rdf:RDF></x:xmpmeta>";

    [Theory]
    [InlineData("/Info << /Author (Zo\\353 \\225ukasz \\227tef\\340n) >>", "PDF:Author", "Zoë Łukasz Štefàn")]
    [InlineData("/Info << /Author <FEFF0041006400610020010C> >>", "PDF:Author", "Ada Č")]
    [InlineData("/Info << /Author <EFBBBF41646120C48C> >>", "PDF:Author", "Ada Č")]
    public void Names_are_read_in_each_encoding(string trailer, string field, string value) =>
        Fields(new PdfBuilder().Page().Save($"/Root 1 0 R {trailer}")).Should().Contain((field, value));

    [Theory]
    [InlineData("<< /Type /Annot /Subtype /Text /Rect [0 0 1 1] /T (Ada Example) >>", "PDF:AnnotationAuthor", "Ada Example")]
    [InlineData(
        "<< /Type /Annot /Subtype /FreeText /Rect [0 0 1 1] /RC (<p>Ada Example</p>) >>",
        "PDF:AnnotationContents",
        "<p>Ada Example</p>"
    )]
    [InlineData(
        "<< /Type /Annot /Subtype /Widget /FT /Ch /Rect [0 0 1 1] /V [(Ada Example) (Bo Example)] >>",
        "PDF:FieldValue",
        "Bo Example"
    )]
    [InlineData("<< /FT /Tx /T (name) /V (Ada Example) >>", "PDF:FieldValue", "Ada Example")]
    [InlineData("<< /S /JavaScript /JS 8 0 R >>", "PDF:JavaScript", "app.alert('Ada Example')")]
    [InlineData(
        "<< /Subtype /Form /PieceInfo << /Draw << /Private << /Origin (/home/ada/a.drw) >> >> >> >>",
        "PDF:PrivateOrigin",
        "/home/ada/a.drw"
    )]
    public void What_objects_say_is_listed(string value, string field, string shown) =>
        Fields(new PdfBuilder().Page("/Annots [7 0 R]").Object(7, value).Stream(8, "", "app.alert('Ada Example')"u8.ToArray()).Save())
            .Should()
            .Contain((field, shown));

    [Fact]
    public void Packets_are_read_however_they_are_packed()
    {
        byte[] plain = Encoding.ASCII.GetBytes(Packet);
        byte[] runs = [.. plain.Chunk(100).SelectMany(chunk => (byte[])[(byte)(chunk.Length - 1), .. chunk]), 128];

        Fields(new PdfBuilder().Page().Stream(9, "/Type /Metadata", plain).Save()).Should().Contain(("XMP-dc:Creator", "Ada Example"));
        Fields(new PdfBuilder().Page().Stream(9, "/Type /Metadata /Filter /FlateDecode", Zlib(plain)).Save())
            .Should()
            .Contain(("XMP-dc:Creator", "Ada Example"));
        Fields(new PdfBuilder().Page().Stream(9, "/Type /Metadata /Filter /RunLengthDecode", runs).Save())
            .Should()
            .Contain(("XMP-dc:Creator", "Ada Example"));
        Fields(new PdfBuilder().Page().Stream(9, "/Type /Metadata /Filter /LZWDecode", Lzw(plain)).Save())
            .Should()
            .Contain(("XMP-dc:Creator", "Ada Example"));
        Fields(
                new PdfBuilder()
                    .Page()
                    .Stream(
                        9,
                        "/Type /Metadata /Filter [/ASCIIHexDecode /LZWDecode]",
                        Encoding.ASCII.GetBytes(Convert.ToHexString(Lzw([.. plain, .. Enumerable.Repeat((byte)' ', 20_000)])) + ">")
                    )
                    .Save()
            )
            .Should()
            .Contain(("XMP-dc:Creator", "Ada Example"));
    }

    [Fact]
    public void Packed_packets_of_earlier_saves_are_read() =>
        Fields(
                new PdfBuilder()
                    .Page()
                    .Stream(9, "/Type /Metadata /Filter /FlateDecode", Zlib(Encoding.ASCII.GetBytes(Packet)))
                    .Save()
                    .Stream(9, "/Type /Metadata", "<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"u8.ToArray())
                    .Save()
            )
            .Should()
            .Contain(("XMP-dc:Creator", "Ada Example"));

    [Fact]
    public void Annotations_of_earlier_saves_are_read() =>
        Fields(
                new PdfBuilder()
                    .Page("/Annots [7 0 R]")
                    .Object(7, "<< /Type /Annot /Subtype /Text /Rect [0 0 1 1] /T (Ada Example) >>")
                    .Save()
                    .Object(7, "null")
                    .Save()
            )
            .Should()
            .Contain(("PDF (revision 1):AnnotationAuthor", "Ada Example"));

    [Fact]
    public void A_photograph_packed_twice_is_read()
    {
        byte[] picture = Zlib(Pictures.Jpeg);

        Scanned
            .Of(new PdfBuilder().Page().Stream(9, "/Subtype /Image /Filter [/FlateDecode /DCTDecode]", picture).Save().Build())
            .Files.Select(file => file.Path)
            .Should()
            .Contain("a.bin!/image 1");
    }

    [Fact]
    public void Strings_without_end_are_bounded()
    {
        var pdf = new PdfBuilder().Page();
        for (int number = 10; number < 200_000; number++)
            pdf.Text($"{number} 0 obj\n(a\n");

        Bounded(pdf.Text("startxref\n3\n").Build())
            .Should()
            .Contain("reading it takes longer than its size warrants; the rest was left out");
    }

    [Fact]
    public void Streams_without_end_are_bounded()
    {
        var pdf = new PdfBuilder().Page();
        for (int number = 10; number < 150_000; number++)
            pdf.Text($"{number} 0 obj\n<< /Length 9 >>\nstream\n");

        Bounded(pdf.Text("startxref\n3\n").Build());
    }

    [Fact]
    public void Packets_that_unpack_to_much_are_bounded()
    {
        var pdf = new PdfBuilder().Page();
        byte[] bomb = Zlib([.. "<x:xmpmeta>"u8, .. Enumerable.Repeat((byte)' ', 60 << 20)]);
        for (int number = 10; number < 210; number++)
            pdf.Stream(number, "/Type /Metadata /Filter /FlateDecode", bomb);

        Bounded(pdf.Save().Build()).Should().Contain("reading it takes longer than its size warrants; the rest was left out");
    }

    [Fact]
    public void Lengths_that_stand_in_ever_another_object_end()
    {
        var pdf = new PdfBuilder().Page();
        for (int number = 10; number < 90_000; number++)
            pdf.Object(number, $"<< /Length {number + 1} 0 R >>\nstream\nendstream");

        Bounded(pdf.Save().Build());
    }

    [Fact]
    public void Saves_that_all_name_many_objects_are_bounded()
    {
        byte[] table = Zlib(new byte[400_000 * 2]);
        var pdf = new PdfBuilder().Page().Save();
        long previous = 0;
        for (int save = 0; save < 400; save++)
        {
            long start = pdf.Build().LongLength;
            pdf.Stream(
                50 + save,
                $"/Type /XRef /W [0 1 1] /Size 399000 /Root 1 0 R /Filter /FlateDecode {(previous > 0 ? $"/Prev {previous}" : "")}",
                table
            );
            previous = start;
        }

        Bounded(pdf.Text($"startxref\n{previous}\n%%EOF").Build());
    }

    [Fact]
    public void A_catalog_in_the_trailer_is_kept()
    {
        byte[] clean = Clean(new PdfBuilder().Page().Save("/Root << /Type /Catalog /Pages 2 0 R >> /Info << /Author (Ada Example) >>"));

        Encoding.Latin1.GetString(clean).Should().Contain("/Root 4 0 R").And.NotContain("Ada Example");
    }

    [Fact]
    public void A_broken_object_that_is_needed_is_not_lost_silently() =>
        FluentActions
            .Invoking(() => Clean(new PdfBuilder().Page("/Contents 7 0 R").Object(7, "<< /Length 3 ").Save()))
            .Should()
            .Throw<InvalidDataException>()
            .WithMessage("its object 7 is broken*");

    [Fact]
    public void A_signature_without_type_is_kept() =>
        FluentActions
            .Invoking(() =>
                Clean(
                    new PdfBuilder().Page("/Annots [7 0 R]").Object(7, "<< /FT /Sig /V << /ByteRange [0 1 2 3] /Contents <00> >> >>").Save()
                )
            )
            .Should()
            .Throw<InvalidDataException>()
            .WithMessage("it is signed*");

    [Fact]
    public void Huge_object_numbers_cost_nothing()
    {
        byte[] pdf = new PdfBuilder()
            .Page("/Contents 999999999 0 R")
            .Text("999999999 0 obj\n<< >>\nendobj\n")
            .Text("startxref\n3\n")
            .Build();

        Bounded(pdf);
        MetadataCleaner.CanClean(new MemoryStream(pdf)).Should().BeTrue();
        Clean(pdf).Length.Should().BeLessThan(2_000);
    }

    private static IReadOnlyList<(string, string)> Fields(PdfBuilder pdf) => Scanned.Fields(pdf.Build());

    private static IEnumerable<string> Bounded(byte[] pdf)
    {
        CostOf(pdf).Should().BeLessThan((10L * pdf.Length) + (4 << 20), "what is read is in proportion to the file");
        return Scanned.Of(pdf).Gaps.Select(gap => gap.Reason);
    }

    /// <summary>
    /// How many bytes it takes to read all objects of a document, or as many as it may cost; what streams unpack to is bounded apart.
    /// </summary>
    private static long CostOf(byte[] pdf)
    {
        PdfFile file = PdfFile.Read(pdf);
        try
        {
            foreach (int number in file.Numbers)
                file.ObjectOf(number);
        }
        catch (InvalidDataException)
        {
            // It costs no more than it may.
        }
        return file.Cost;
    }

    private static byte[] Clean(PdfBuilder pdf) => Clean(pdf.Build());

    private static byte[] Clean(byte[] pdf)
    {
        var clean = new MemoryStream();
        MetadataCleaner.Clean(new MemoryStream(pdf), clean);
        return clean.ToArray();
    }

    private static byte[] Zlib(byte[] plain)
    {
        var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Fastest))
            stream.Write(plain);
        return packed.ToArray();
    }

    /// <summary>Packs as the standard tells, with a table of all strings seen.</summary>
    private static byte[] Lzw(byte[] plain)
    {
        var packed = new List<byte>();
        int window = 0,
            bits = 0,
            width = 9;
        Dictionary<string, int> table = [];
        string known = "";
        Clear();
        foreach (byte b in plain)
        {
            string longer = known + (char)b;
            if (table.ContainsKey(longer))
            {
                known = longer;
                continue;
            }
            Write(table[known]);
            table[longer] = table.Count + 2;
            width = (table.Count + 2) switch
            {
                < 512 => 9,
                < 1024 => 10,
                < 2048 => 11,
                _ => 12,
            };
            if (table.Count + 2 >= 4094)
                Clear();
            known = ((char)b).ToString();
        }
        Write(table[known]);
        Write(257);
        packed.Add((byte)(window << (8 - bits)));
        return [.. packed];

        void Clear()
        {
            Write(256);
            table = Enumerable.Range(0, 256).ToDictionary(code => ((char)code).ToString());
            width = 9;
        }

        void Write(int code)
        {
            window = ((window << width) | code) & 0xFFFFFFF;
            for (bits += width; bits >= 8; bits -= 8)
                packed.Add((byte)(window >> (bits - 8)));
        }
    }
}
