using System.Text;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Tests.Assets;

/// <summary>
/// Each format with each field of it that may identify somebody: a file that holds the field and nothing else is found by the right rule.
/// </summary>
public sealed class FieldMatrix
{
    private const string Author = "identity/asset-author",
        Performer = "identity/asset-performer",
        Organisation = "identity/asset-organisation",
        Designer = "identity/asset-designer",
        Contact = "identity/asset-contact",
        Path = "identity/asset-path",
        Email = "identity/asset-email",
        Account = "identity/asset-account";

    private static readonly Linter s_linter = new(BuiltInPack.Create(), new Profile("test", "", new Dictionary<string, RuleSetting>()));

    private static readonly (string Format, string Field, string Rule, string File, byte[] Bytes)[] s_cells =
    [
        ("MP3", "TPE1", Performer, "a.mp3", Samples.Mp3("TPE1", "Ada Example")),
        ("MP3", "TPE1, version 2.4", Performer, "a.mp3", Samples.Mp3("TPE1", "Ada Example", version: 4)),
        ("MP3", "TOPE", Performer, "a.mp3", Samples.Mp3("TOPE", "Ada Example")),
        ("MP3", "TCOM", Performer, "a.mp3", Samples.Mp3("TCOM", "Ada Example")),
        ("MP3", "TENC", Author, "a.mp3", Samples.Mp3("TENC", "Ada Example")),
        ("MP3", "TOWN", Author, "a.mp3", Samples.Mp3("TOWN", "Ada Example")),
        ("MP3", "TPUB", Author, "a.mp3", Samples.Mp3("TPUB", "Ada Example")),
        ("MP3", "TCOP", Author, "a.mp3", Samples.Mp3("TCOP", "2024 Ada Example")),
        ("MP3", "WOAR", Contact, "a.mp3", Samples.Mp3("WOAR", "https://ada.example.org")),
        ("MP3", "COMM", Email, "a.mp3", Samples.Mp3("COMM", "recorded by ada@examplia.edu")),
        ("MP3", "TOFN", Path, "a.mp3", Samples.Mp3("TOFN", "/home/adaexample/talk.wav")),
        ("MP3", "ID3v1 artist", Performer, "a.mp3", Samples.Mp3Version1("Ada Example")),
        ("WAV", "IART", Performer, "a.wav", Samples.Wav("IART", "Ada Example")),
        ("WAV", "IENG", Performer, "a.wav", Samples.Wav("IENG", "Ada Example")),
        ("WAV", "ICOP", Author, "a.wav", Samples.Wav("ICOP", "(c) 2024 Ada Example")),
        ("WAV", "ITCH", Author, "a.wav", Samples.Wav("ITCH", "Ada Example")),
        ("WAV", "ICMT", Path, "a.wav", Samples.Wav("ICMT", "C:\\Users\\adaexample\\talk.wav")),
        ("WAV", "bext originator", Author, "a.wav", Samples.BroadcastWav("Ada Example")),
        ("FLAC", "ARTIST", Performer, "a.flac", Samples.Flac("ARTIST=Ada Example")),
        ("FLAC", "ORGANIZATION", Organisation, "a.flac", Samples.Flac("ORGANIZATION=University of Examplia")),
        ("FLAC", "CONTACT", Contact, "a.flac", Samples.Flac("CONTACT=https://ada.example.org")),
        ("OGG", "ARTIST", Performer, "a.ogg", Samples.Ogg("ARTIST=Ada Example")),
        ("OGG", "COPYRIGHT", Author, "a.ogg", Samples.Ogg("COPYRIGHT=2024 Ada Example")),
        ("WebM", "ARTIST", Performer, "a.webm", Samples.WebM("ARTIST", "Ada Example")),
        ("WebM", "COPYRIGHT", Author, "a.webm", Samples.WebM("COPYRIGHT", "2024 Ada Example")),
        ("WebM", "PURL", Path, "a.webm", Samples.WebM("COMMENT", "file:///home/adaexample/talk.mov")),
        ("font", "designer", Designer, "a.ttf", Samples.Font(9, "Ada Example")),
        ("font", "copyright", Designer, "a.otf", Samples.Font(0, "Copyright 2024 Ada Example")),
        ("WOFF", "designer", Designer, "a.woff", Samples.Woff(9, "Ada Example")),
        ("WOFF 2", "manufacturer", Designer, "a.woff2", Samples.Woff2(8, "Ada Example")),
        (
            "docx",
            "creator",
            Author,
            "a.docx",
            Samples.Docx(
                "docProps/core.xml",
                """<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc"><dc:creator>Ada Example</dc:creator></cp:coreProperties>"""
            )
        ),
        (
            "docx",
            "lastModifiedBy",
            Author,
            "a.docx",
            Samples.Docx(
                "docProps/core.xml",
                """<cp:coreProperties xmlns:cp="urn:cp"><cp:lastModifiedBy>Ada Example</cp:lastModifiedBy></cp:coreProperties>"""
            )
        ),
        (
            "docx",
            "company",
            Organisation,
            "a.docx",
            Samples.Docx("docProps/app.xml", "<Properties><Company>Examplia Dynamics</Company></Properties>")
        ),
        ("docx", "manager", Author, "a.docx", Samples.Docx("docProps/app.xml", "<Properties><Manager>Ada Example</Manager></Properties>")),
        (
            "docx",
            "comment's author",
            Author,
            "a.docx",
            Samples.Docx(
                "word/comments.xml",
                """<w:comments xmlns:w="urn:w"><w:comment w:author="Ada Example" w:initials="AE"/></w:comments>"""
            )
        ),
        (
            "docx",
            "change's author",
            Author,
            "a.docx",
            Samples.Docx("word/document.xml", """<w:document xmlns:w="urn:w"><w:ins w:author="Ada Example"/></w:document>""")
        ),
        (
            "pptx",
            "comment's author",
            Author,
            "a.pptx",
            Samples.Docx(
                "ppt/commentAuthors.xml",
                """<p:cmAuthorLst xmlns:p="urn:p"><p:cmAuthor name="Ada Example" initials="AE"/></p:cmAuthorLst>"""
            )
        ),
        (
            "xlsx",
            "saved path",
            Path,
            "a.xlsx",
            Samples.Docx(
                "xl/workbook.xml",
                """<workbook xmlns:x15ac="urn:x"><x15ac:absPath url="C:\Users\adaexample\figures\"/></workbook>"""
            )
        ),
        ("odt", "initial creator", Author, "a.odt", Samples.Odt("<meta:initial-creator>Ada Example</meta:initial-creator>")),
        ("odt", "creator", Author, "a.odt", Samples.Odt("<dc:creator>Ada Example</dc:creator>")),
        ("odt", "printed by", Author, "a.odt", Samples.Odt("<meta:printed-by>Ada Example</meta:printed-by>")),
        ("doc", "author", Author, "a.doc", Samples.Doc(4, "Ada Example")),
        ("doc", "last saved by", Author, "a.doc", Samples.Doc(8, "Ada Example")),
        (
            "ipynb",
            "authors",
            Author,
            "a.ipynb",
            Encoding.UTF8.GetBytes("""{"cells": [], "metadata": {"authors": [{"name": "Ada Example"}]}}""")
        ),
        (
            "ipynb",
            "Colab's user",
            Author,
            "a.ipynb",
            Encoding.UTF8.GetBytes(
                (
                    """{"cells": [{"cell_type": "code", "source": "1", "metadata": {"executionInfo": {"user": {"displayName":"""
                    + """ "Ada Example"}}}}]}"""
                )
            )
        ),
        (
            "ipynb",
            "Colab's user id",
            Account,
            "a.ipynb",
            Encoding.UTF8.GetBytes(
                (
                    """{"cells": [{"cell_type": "code", "source": "1", "metadata": {"executionInfo": {"user": {"userId":"""
                    + """ "01234567890123456789"}}}}]}"""
                )
            )
        ),
        (
            "ipynb",
            "Papermill's path",
            Path,
            "a.ipynb",
            Encoding.UTF8.GetBytes("""{"cells": [], "metadata": {"papermill": {"input_path": "/home/adaexample/run.ipynb"}}}""")
        ),
        (
            "ipynb",
            "path in an output",
            "identity/user-path",
            "a.ipynb",
            Encoding.UTF8.GetBytes(
                """{"cells": [{"cell_type": "code", "source": "1", "outputs": [{"text": ["File \"/home/adaexample/run.py\""]}]}]}"""
            )
        ),
        (
            "ipynb",
            "login line",
            "identity/login-line",
            "a.ipynb",
            Encoding.UTF8.GetBytes(
                (
                    """{"cells": [{"cell_type": "code", "source": "1", "outputs": [{"text": ["wandb: Currently logged in as: """
                    + """adaexample\n"]}]}]}"""
                )
            )
        ),
        (
            "svg",
            "sodipodi:absref",
            "identity/user-path",
            "a.svg",
            Svg("""<image sodipodi:absref="/home/adaexample/photo.png" width="1"/>""")
        ),
        (
            "svg",
            "inkscape:export-filename",
            "identity/user-path",
            "a.svg",
            Svg("""<g inkscape:export-filename="C:\Users\adaexample\figure.png"/>""")
        ),
        ("svg", "file: address", "identity/user-path", "a.svg", Svg("""<image xlink:href="file:///Users/adaexample/photo.png"/>""")),
        ("svg", "dc:creator", Author, "a.svg", Svg("<metadata><dc:creator>Ada Example</dc:creator></metadata>")),
        ("svg", "comment", "identity/email", "a.svg", Svg("<!-- drawn by ada@examplia.edu -->")),
        ("svg", "text", "identity/email", "a.svg", Svg("<text>ada@examplia.edu</text>")),
        (
            "plotly",
            "account",
            "identity/account-embed",
            "a.html",
            Encoding.UTF8.GetBytes("""<div><iframe src="https://chart-studio.plotly.com/~adaexample/12.embed"></iframe></div>""")
        ),
        (
            "altair",
            "path of the data",
            "identity/user-path",
            "a.html",
            Encoding.UTF8.GetBytes("""<script>vegaEmbed("#vis", {"data": {"url": "file:///home/adaexample/data.csv"}});</script>""")
        ),
        (
            "source map",
            "sources",
            "identity/user-path",
            "a.js.map",
            Encoding.UTF8.GetBytes("""{"version": 3, "sources": ["/Users/adaexample/site/src/figure.ts"], "mappings": ""}""")
        ),
        ("JSON", "path", "identity/user-path", "a.json", Encoding.UTF8.GetBytes("""{"checkpoint": "/home/adaexample/runs/1"}""")),
        ("CSV", "path", "identity/user-path", "a.csv", Encoding.UTF8.GetBytes("run,path\n1,/home/adaexample/runs/1\n")),
    ];

    private static byte[] Svg(string content) =>
        Encoding.UTF8.GetBytes(
            (
                $"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http:"""
                + $"""//purl.org/dc/elements/1.1/" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:"""
                + $"""inkscape="http://www.inkscape.org/namespaces/inkscape">{content}</svg>"""
            )
        );

    public static TheoryData<string> Cells => [.. s_cells.Select(cell => $"{cell.Format}: {cell.Field}")];

    [Theory]
    [MemberData(nameof(Cells))]
    public void Field_is_found_by_the_right_rule(string name)
    {
        var cell = s_cells.Single(cell => $"{cell.Format}: {cell.Field}" == name);

        RulesOf(cell.File, cell.Bytes).Should().Contain(cell.Rule);
    }

    private static string[] RulesOf(string name, byte[] bytes)
    {
        IReadOnlyList<SubmittedFile> files =
            FileKinds.AssetRoleOf(name) is FileRole.TextAsset
                ? [new(name, FileRole.TextAsset, new SourceText(name, Encoding.UTF8.GetString(bytes)), [])]
                : Scanned.Of(bytes, name).Files;
        return [.. s_linter.Lint(new Submission("matrix", files, [])).Findings.Select(finding => finding.Rule.Id)];
    }
}
