using System.IO.Compression;
using System.Text;
using PostLint.Assets;
using PostLint.Assets.Images;
using PostLint.Fixing;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Syntax;
using PostLint.Tests.Assets;

namespace PostLint.Tests.Fixing;

/// <summary>What a fixed file must have kept before it takes the old one's place.</summary>
public sealed class ProofTests
{
    private static readonly byte[] s_header = [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0];

    [Fact]
    public void Lost_frames_are_named()
    {
        byte[] before = Moving(("fcTL", new byte[26]), ("fdAT", [0, 0, 0, 1, 9]));

        ObjectionTo(before, Moving()).Should().Contain("its frames would be lost");
        ObjectionTo(before, before).Should().BeNull();
    }

    [Fact]
    public void Other_pixels_are_named() => ObjectionTo(Still([1, 2, 3]), Still([1, 2, 4])).Should().Contain("its pixels would change");

    [Fact]
    public void Another_kind_is_named() => ObjectionTo(Still([1]), Pictures.Jpeg).Should().Be("it would become JPEG, and is PNG");

    [Fact]
    public void Broken_output_is_named() => ObjectionTo(Still([1]), Still([1])[..40]).Should().Contain("cannot be read again");

    [Fact]
    public void What_was_to_go_and_stays_is_named()
    {
        byte[] before = PngTests.Png(("IHDR", s_header), ("tEXt", "Author\0Ada Example"u8.ToArray()), ("IDAT", [1]), ("IEND", []));
        FileFix fix = FixOf(before) with { TakenOut = ["a.bin\nPNG:Author\nAda Example"] };

        Proof.Objection(fix, before, before).Should().StartWith("PNG:Author is part of what it shows");
        Proof.Objection(fix, before, PngTests.Png(("IHDR", s_header), ("IDAT", [1]), ("IEND", []))).Should().BeNull();
    }

    [Fact]
    public void Lost_and_changed_members_are_named()
    {
        byte[] before = Samples.Zip(("a.txt", "one"u8.ToArray()), ("b.txt", "two"u8.ToArray()));

        ObjectionTo(before, Samples.Zip(("a.txt", "one"u8.ToArray()))).Should().Be("b.txt in it would be lost");
        ObjectionTo(before, Samples.Zip(("a.txt", "one"u8.ToArray()), ("b.txt", "six"u8.ToArray())))
            .Should()
            .Match("*b.txt in it would change");
    }

    [Fact]
    public void Lost_pages_and_links_are_named()
    {
        byte[] before = new PdfBuilder()
            .Page("/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 1 1] /A << /S /URI /URI (https://example.org/) >> >>]")
            .Save()
            .Build();

        ObjectionTo(before, new PdfBuilder().Page().Save().Build()).Should().Contain("would change");
        ObjectionTo(before, before).Should().BeNull();
    }

    [Fact]
    public void Second_pictures_keep_a_photograph_from_being_rewritten()
    {
        byte[] two = [.. Pictures.Jpeg[..20], 0xFF, 0xE2, 0, 8, .. "MPF\0"u8, 1, 2, .. Pictures.Jpeg[20..], .. Pictures.Jpeg];

        Cleaning(two).Should().Throw<InvalidDataException>().WithMessage("further pictures behind the first would be lost*");
        Cleaning([.. Pictures.Jpeg, .. Pictures.Jpeg])
            .Should()
            .Throw<InvalidDataException>()
            .WithMessage("the JPEG file behind the picture would be lost*");
        Cleaning([.. Pictures.Jpeg, .. new byte[9]]).Should().NotThrow();
    }

    [Fact]
    public void Photograph_that_ends_before_its_pixels_is_not_rewritten() =>
        Cleaning([.. Pictures.Jpeg[..20], 0xFF, 0xD9, .. Pictures.Jpeg[20..]])
            .Should()
            .Throw<InvalidDataException>()
            .WithMessage("the picture ends before its pixels begin*");

    [Fact]
    public void Document_behind_something_else_is_not_rewritten()
    {
        Cleaning([.. "To the chairs:\n"u8, .. Pictures.Pdf])
            .Should()
            .Throw<InvalidDataException>()
            .WithMessage("something else stands before the document in it*");
        Cleaning([.. "\r\n\r\n"u8, .. Pictures.Pdf]).Should().NotThrow();
    }

    [Fact]
    public void Text_whose_fix_makes_it_begin_as_another_kind_is_left_alone()
    {
        const string Text = "%!\u202EPS-Adobe of owls\n";
        var file = new SubmittedFile("a.txt", FileRole.TextAsset, new SourceText("a.txt", Text), []);
        var fix = new Fix(Message.Of($"Take it out"), new Place("a.txt", 2, 1, 1), "", IsSafe: true);
        byte[] bytes = Encoding.UTF8.GetBytes(Text);

        Action apply = () => Fixer.ContentOf(new(file, FixKind.Text, TextEdits.Of([fix]), []), bytes);

        apply.Should().Throw<InvalidDataException>().WithMessage("it would begin as a file of PostScript*");
    }

    [Fact]
    public void Gain_map_keeps_a_photograph_from_being_rewritten()
    {
        const string Gain = "xmlns:hdrgm=\"http://ns.adobe.com/hdr-gain-map/1.0/\" hdrgm:Version=\"1.0\"";
        byte[] packet = Encoding.UTF8.GetBytes($"http://ns.adobe.com/xap/1.0/\0<x {Gain}/>");
        byte[] bright = [.. Pictures.Jpeg[..20], 0xFF, 0xE1, 0, (byte)(packet.Length + 2), .. packet, .. Pictures.Jpeg[20..]];

        Cleaning(bright).Should().Throw<InvalidDataException>().WithMessage("a picture of brightness (gain map) would be lost*");
    }

    [Fact]
    public void Remarks_between_scans_go_and_scans_stay()
    {
        byte[] jpeg = Pictures.Jpeg;
        byte[] remark = [0xFF, 0xFE, 0, 8, .. "Ada \xFF\xD9"u8[..4], 0xFF, 0xD9];
        byte[] scan = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34];

        Cleaned([.. jpeg[..^2], .. remark, .. scan, .. jpeg[^2..]]).Should().Equal([.. jpeg[..^2], .. scan, .. jpeg[^2..]]);
    }

    [Theory]
    [InlineData("tEXt")]
    [InlineData("zTXt")]
    public void Orientation_in_a_profile_stays_in_a_profile(string type)
    {
        byte[] exif = [.. "Exif\0\0"u8, .. Orientation.Exif(6)];
        byte[] text = Encoding.ASCII.GetBytes($"\nexif\n{exif.Length, 8}\n{Convert.ToHexString(exif)}\n");
        byte[] data = [.. "Raw profile type exif\0"u8, .. type is "tEXt" ? text : [0, .. Packed(text)]];
        byte[] png = PngTests.Png(
            ("IHDR", s_header),
            (type, data),
            ("tEXt", "Author\0Ada Example"u8.ToArray()),
            ("IDAT", [1]),
            ("IEND", [])
        );

        byte[] clean = Cleaned(png);

        Scanned.Fields(clean).Should().ContainSingle().Which.Name.Should().Be("IFD0:Orientation");
        ObjectionTo(png, clean).Should().BeNull();
    }

    [Fact]
    public void Part_that_no_reader_may_pass_over_keeps_a_picture_from_being_rewritten() =>
        Cleaning(PngTests.Png(("IHDR", s_header), ("CgBI", [0]), ("IDAT", [1]), ("IEND", [])))
            .Should()
            .Throw<InvalidDataException>()
            .WithMessage("*CgBI*");

    [Fact]
    public void Credentials_of_a_document_are_taken_out_and_its_links_stay()
    {
        byte[] pdf = new PdfBuilder()
            .Page("/Annots [6 0 R] /AF [4 0 R]")
            .Object(4, "<< /Type /Filespec /F (c2pa) /AFRelationship /C2PA_Manifest /EF << /F 5 0 R >> >>")
            .Stream(5, "/Type /EmbeddedFile", "jumbf by Ada Example"u8.ToArray())
            .Object(6, "<< /Type /Annot /Subtype /Link /Rect [0 0 1 1] /A << /S /URI /URI (https://example.org/owls) >> >>")
            .Save()
            .Build();

        byte[] clean = Cleaned(pdf);

        Encoding.Latin1.GetString(clean).Should().NotContain("Ada Example").And.NotContain("C2PA");
        Scanned.Fields(clean).Should().Contain(("PDF:URI", "https://example.org/owls"));
        ObjectionTo(pdf, clean).Should().BeNull();
    }

    private static byte[] Moving(params (string Type, byte[] Data)[] frames) =>
        PngTests.Png([("IHDR", s_header), ("acTL", new byte[8]), ("IDAT", [1]), .. frames, ("IEND", [])]);

    private static byte[] Still(byte[] pixels) => PngTests.Png(("IHDR", s_header), ("IDAT", pixels), ("IEND", []));

    private static string? ObjectionTo(byte[] before, byte[] after) => Proof.Objection(FixOf(before), before, after);

    private static Action Cleaning(byte[] bytes) => () => _ = Cleaned(bytes);

    private static byte[] Cleaned(byte[] bytes) => Fixer.ContentOf(FixOf(bytes), bytes);

    private static FileFix FixOf(byte[] bytes) =>
        new(new SubmittedFile("a.bin", FileRole.BinaryAsset, null, []) { Bytes = bytes.Length }, FixKind.Metadata, TextEdits.Of([]), []);

    private static byte[] Packed(byte[] text)
    {
        var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            stream.Write(text);
        return packed.ToArray();
    }
}
