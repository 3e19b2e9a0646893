using System.IO.Compression;
using System.Net;
using System.Text;
using PostLint.Assets;
using PostLint.Submissions;

namespace PostLint.Tests.Assets;

public sealed class DiagramTests
{
    private const string Page = (
        """<mxGraphModel><root><mxCell id="0"/><UserObject label="drawn by &lt;b&gt;Mara Quill&lt;/b&gt;" tooltip="see the """
        + """notes" link="https://code.example/mquill/nets" owner="mquill" id="2"><mxCell style="rounded=1;" vertex="1"/>"""
        + """</UserObject><mxCell id="3" value="" style="shape=image;image=file:///home/mquill/logo.png;" vertex="1"/></root>"""
        + """</mxGraphModel>"""
    );

    public static TheoryData<string> Carriers =>
        ["svg", "svg, plain", "drawio", "drawio, plain", "png", "png, deflated", "html", "page alone"];

    [Theory]
    [MemberData(nameof(Carriers))]
    public void What_people_wrote_in_a_diagram_is_read_wherever_it_is_carried(string carrier)
    {
        string packed = (
            $"""<mxfile host="Electron"><diagram name="First" id="a">{Packed(Page)}</diagram><diagram name="Second" """
            + $"""id="b">{Packed("<mxGraphModel/>")}</diagram></mxfile>"""
        );
        string plain = $"""<mxfile host="Electron"><diagram name="First" id="a">{Page}</diagram></mxfile>""";
        IReadOnlyList<SubmittedFile> files = carrier switch
        {
            "svg" => Within($"<svg content=\"{WebUtility.HtmlEncode(packed)}\"><rect/></svg>"),
            "svg, plain" => Within($"<svg content=\"{WebUtility.HtmlEncode(plain)}\"><rect/></svg>"),
            "drawio" => Within(packed),
            "drawio, plain" => Within(plain),
            "png" => Scanned
                .Of(PngTests.Png(("tEXt", [.. "mxfile\0"u8, .. Encoding.UTF8.GetBytes(Uri.EscapeDataString(packed))]), ("IEND", [])))
                .Files,
            "png, deflated" => Scanned
                .Of(PngTests.Png(("zTXt", [.. "mxfile\0\0"u8, .. Zlib(Uri.EscapeDataString(packed))]), ("IEND", [])))
                .Files,
            "html" => Within(
                $"<div class=\"mxgraph\" data-mxgraph=\"{WebUtility.HtmlEncode($$"""{"nav":true,"xml":"{{packed.Replace("\"",
                "\\\"")}}"}""")}\"></div>"
            ),
            _ => Within(Page),
        };

        string text = files.First(file => file.Path.Contains("diagram 1")).Text!.Text;

        text.Should()
            .Contain("drawn by <b>Mara Quill</b>")
            .And.Contain("see the notes")
            .And.Contain("href=\"https://code.example/mquill/nets\"")
            .And.Contain("src=\"file:///home/mquill/logo.png\"")
            .And.Contain("name=\"owner\" content=\"mquill\"");
    }

    [Fact]
    public void Every_page_is_opened() =>
        Within(
                (
                    $"""<mxfile><diagram name="a">{Packed(Page)}</diagram><diagram name="b">{Packed(Page)}</diagram><diagram """
                    + $"""name="c">{Packed(Page)}</diagram></mxfile>"""
                )
            )
            .Should()
            .HaveCount(3);

    [Fact]
    public void A_picture_in_a_diagram_is_opened()
    {
        string picture = Convert.ToBase64String(PngTests.Png(("tEXt", "Author\0Mara Quill"u8.ToArray()), ("IEND", [])));

        Within($"<mxGraphModel><root><mxCell style=\"shape=image;image=data:image/png,{picture};\"/></root></mxGraphModel>")
            .Should()
            .Contain(file => file.Sheet != null && file.Sheet.Source.Text.Contains("Mara Quill"));
    }

    [Theory]
    [InlineData("<mxfile><diagram>%%%</diagram></mxfile>")]
    [InlineData("<mxfile><diagram>AAAA</diagram></mxfile>")]
    [InlineData("the word mxfile, and no file")]
    [InlineData("<mxfile")]
    public void What_cannot_be_unpacked_is_passed_over(string text) => Within(text).Should().BeEmpty();

    [Fact]
    public void What_unpacks_to_more_than_a_page_is_cut_and_said()
    {
        string bomb = Packed(new string('a', 9 << 20));
        using var folder = new Submissions.TemporaryFolder();
        var reader = new AssetReader(AssetLimits.Default, Limits.Default, CancellationToken.None);

        reader.ReadWithin("a.svg", scan => EmbeddedFiles.Open($"<mxfile><diagram>{bomb}</diagram></mxfile>", scan));

        reader.Gaps.Should().Contain(gap => gap.Reason.Contains("unpacks to more"));
    }

    [Fact]
    public void What_a_submission_may_unpack_is_counted_over_all_diagrams()
    {
        string page = Packed(new string(' ', 100_000) + Page);
        string text = $"<mxfile>{string.Concat(Enumerable.Repeat($"<diagram>{page}</diagram>", 20))}</mxfile>";
        var reader = new AssetReader(AssetLimits.Default with { UnpackedBytes = 1_000_000 }, Limits.Default, CancellationToken.None);

        reader.ReadWithin("a.svg", scan => EmbeddedFiles.Open(text, scan)).Should().HaveCountLessThan(11);

        reader.Gaps.Should().Contain(gap => gap.Reason.Contains("more than the limit"));
    }

    private static IReadOnlyList<SubmittedFile> Within(string text)
    {
        var reader = new AssetReader(AssetLimits.Default, Limits.Default, CancellationToken.None);
        return reader.ReadWithin("a.svg", scan => EmbeddedFiles.Open(text, scan));
    }

    private static string Packed(string page)
    {
        var bytes = new MemoryStream();
        using (var stream = new DeflateStream(bytes, CompressionLevel.Optimal))
            stream.Write(Encoding.ASCII.GetBytes(Uri.EscapeDataString(page)));
        return Convert.ToBase64String(bytes.ToArray());
    }

    private static byte[] Zlib(string text)
    {
        var bytes = new MemoryStream();
        using (var stream = new ZLibStream(bytes, CompressionLevel.Optimal))
            stream.Write(Encoding.ASCII.GetBytes(text));
        return bytes.ToArray();
    }
}
