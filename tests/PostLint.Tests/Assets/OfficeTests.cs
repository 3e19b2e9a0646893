using System.Text;
using PostLint.Submissions;

namespace PostLint.Tests.Assets;

public sealed class OfficeTests
{
    [Theory]
    [InlineData(
        "ppt/slides/slide1.xml",
        """<p:sld xmlns:p="p"><p:cNvPr id="1" name="Picture 1" descr="/home/mquill/loss.png"/></p:sld>""",
        "XML:AlternativeText",
        "/home/mquill/loss.png"
    )]
    [InlineData(
        "word/document.xml",
        """<w:document xmlns:w="w" xmlns:wp="wp"><wp:docPr id="1" name="C:\Users\mquill\loss.png"/></w:document>""",
        "XML:PictureName",
        "C:\\Users\\mquill\\loss.png"
    )]
    [InlineData(
        "word/document.xml",
        """<w:document xmlns:w="w"><w:ins w:author="Mara Quill"/></w:document>""",
        "XML:CommentAuthor",
        "Mara Quill"
    )]
    [InlineData(
        "word/header2.xml",
        """<w:hdr xmlns:w="w"><w:instrText>INCLUDEPICTURE "C:\\Users\\mquill\\a.png"</w:instrText></w:hdr>""",
        "XML:FieldCode",
        "INCLUDEPICTURE \"C:\\\\Users\\\\mquill\\\\a.png\""
    )]
    [InlineData(
        "word/_rels/settings.xml.rels",
        """<Relationships><Relationship Id="r" TargetMode="External" Target="file:///C:\Users\mquill\lab.dotx"/></Relationships>""",
        "XML:LinkedFile",
        "file:///C:\\Users\\mquill\\lab.dotx"
    )]
    [InlineData(
        "xl/drawings/drawing1.xml",
        """<x:wsDr xmlns:x="x"><x:cNvPr id="2" name="Chart" title="from /Users/mquill/runs"/></x:wsDr>""",
        "XML:AlternativeText",
        "from /Users/mquill/runs"
    )]
    [InlineData(
        "customXml/item1.xml",
        """<c:properties xmlns:c="c"><c:UserInfo><c:DisplayName>Mara Quill</c:DisplayName></c:UserInfo></c:properties>""",
        "XML:DisplayName",
        "Mara Quill"
    )]
    [InlineData(
        "docProps/custom.xml",
        """<Properties xmlns:vt="vt"><property name="Reviewer"><vt:lpwstr>Mara Quill</vt:lpwstr></property></Properties>""",
        "XML:Reviewer",
        "Mara Quill"
    )]
    public void What_stands_beside_the_text_is_a_field(string part, string xml, string field, string value) =>
        Scanned.Fields(Samples.Docx(part, xml)).Should().Contain((field, value));

    [Theory]
    [InlineData(
        """<office:a xmlns:office="o" xmlns:draw="d" xmlns:xlink="x"><draw:image xlink:href="file:///home/mquill/a.png"/></office:a>""",
        "XML:LinkedFile",
        "file:///home/mquill/a.png"
    )]
    [InlineData(
        """<office:a xmlns:office="o" xmlns:svg="s"><svg:desc>loss of /home/mquill/run</svg:desc></office:a>""",
        "XML:AlternativeText",
        "loss of /home/mquill/run"
    )]
    public void So_it_is_in_open_documents(string xml, string field, string value) =>
        Scanned
            .Fields(
                Samples.Zip(
                    ("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray()),
                    ("content.xml", Encoding.UTF8.GetBytes(xml))
                )
            )
            .Should()
            .Contain((field, value));

    [Fact]
    public void The_template_of_an_open_document_is_a_field() =>
        Scanned
            .Fields(Samples.Odt("""<meta:template xmlns:xlink="x" xlink:href="file:///home/mquill/lab.ott"/>"""))
            .Should()
            .Contain(("XMP-meta:Template", "file:///home/mquill/lab.ott"));

    [Theory]
    [InlineData(
        "word/document.xml",
        (
            """<w:d xmlns:w="w"><w:p><w:r><w:t>Slides of </w:t></w:r><w:r><w:t>Mara Quill</w:t></w:r></w:p><w:p><w:t>at the """
            + """&lt;lab&gt;</w:t></w:p></w:d>"""
        )
    )]
    [InlineData(
        "content.xml",
        """<o:d xmlns:o="o" xmlns:t="t"><t:p>Slides of <t:span>Mara</t:span><t:s/> Quill</t:p><t:p>at the &lt;lab&gt;</t:p></o:d>"""
    )]
    public void What_is_written_becomes_a_page(string part, string xml)
    {
        IReadOnlyList<SubmittedFile> files = Scanned
            .Of(Samples.Zip(("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray()), (part, Encoding.UTF8.GetBytes(xml))))
            .Files;

        files
            .Should()
            .ContainSingle(file => file.Path == "a.bin!/text.html")
            .Which.Text!.Text.Should()
            .Be("Slides of Mara Quill<p>\nat the &lt;lab&gt;<p>\n");
    }

    [Fact]
    public void The_text_of_all_parts_is_no_longer_than_is_read()
    {
        byte[] page = Encoding.ASCII.GetBytes($"<w:d xmlns:w='w'><w:t>{new string('a', 1 << 20)}</w:t></w:d>");
        IReadOnlyList<SubmittedFile> files = Scanned
            .Of(
                Samples.Zip([
                    ("[Content_Types].xml", "<Types/>"u8.ToArray()),
                    .. Enumerable.Range(0, 12).Select(n => ($"word/part{n}.xml", page)),
                ])
            )
            .Files;

        files.Should().ContainSingle(file => file.Path.EndsWith("text.html")).Which.Text!.Text.Length.Should().BeLessThan(6 << 20);
    }
}
