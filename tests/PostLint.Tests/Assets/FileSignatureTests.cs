using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using PostLint.Submissions;

namespace PostLint.Tests.Assets;

/// <summary>A file is what it begins as, whatever its name and whatever lies in it.</summary>
public sealed class FileSignatureTests
{
    private static readonly byte[] s_text = "Three owls count sheep.\n"u8.ToArray();

    [Fact]
    public void Archive_whose_first_member_is_a_stored_document_is_an_archive()
    {
        byte[] zip = Stored(("talk.pdf", Pictures.Pdf), ("notes.txt", s_text));

        Read(zip, "a.zip").Select(file => file.Path).Should().Equal("a.zip", "a.zip!/talk.pdf", "a.zip!/notes.txt");
        Read(zip, "a.zip")[0].Formats.Should().Equal("zip");
        Read(Samples.Archive("a.tar", ("talk.pdf", Pictures.Pdf), ("notes.txt", s_text)), "a.tar")[0].Formats.Should().Equal("tar");
    }

    [Theory]
    [InlineData("true_labels.csv")]
    [InlineData("ID3tags.txt")]
    [InlineData("GIF89a.md")]
    [InlineData("%PDF-1.7.txt")]
    public void Tar_is_no_file_that_its_first_name_looks_like(string name) =>
        Read(Samples.Archive("a.tar", (name, s_text)), "a.tar").Select(file => file.Path).Should().Equal("a.tar", $"a.tar!/{name}");

    [Fact]
    public void Tar_with_a_broken_header_is_no_document_that_its_padding_looks_like()
    {
        byte[] tar = Samples.Archive("a.tar", ("notes.txt", s_text));
        "%PDF-1.7"u8.CopyTo(tar.AsSpan(400));

        IReadOnlyList<SubmittedFile> files = Read(tar, "a.tar");

        files[0].Formats.Should().Equal("tar");
        files.Should().Contain(file => file.Path == "a.tar!/notes.txt");
    }

    [Fact]
    public void Picture_with_an_archive_behind_it_is_both()
    {
        byte[] both = [.. Pictures.Gif, .. Samples.Zip(("notes.txt", s_text))];

        IReadOnlyList<SubmittedFile> files = Read(both, "a.gif");

        files[0].Formats.Should().Equal("GIF", "zip");
        files.Should().ContainSingle(file => file.Path.EndsWith("/notes.txt"));
    }

    [Fact]
    public void Document_that_is_an_archive_as_well_is_both()
    {
        IReadOnlyList<SubmittedFile> files = Read([.. Pictures.Pdf, .. Samples.Zip(("notes.txt", s_text))], "a.pdf");

        files[0].Formats.Should().Equal("PDF", "zip");
        files.Select(file => file.Path).Should().Contain("a.pdf!/notes.txt");
    }

    [Fact]
    public void Tar_that_readers_of_documents_open_is_both()
    {
        var tar = new MemoryStream();
        using (var writer = new TarWriter(tar, leaveOpen: true))
        {
            writer.WriteEntry(
                new UstarTarEntry(TarEntryType.RegularFile, "notes.txt") { DataStream = new MemoryStream([.. "%PDF-1.4\n"u8, .. s_text]) }
            );
        }

        Read([.. tar.ToArray(), .. "\nstartxref\n0\n%%EOF\n"u8], "a.tar")[0].Formats.Should().Equal("tar", "PDF");
    }

    [Fact]
    public void Page_with_an_archive_behind_it_is_both()
    {
        byte[] page = [.. "<html><body>Owls</body></html>"u8, .. Samples.Zip(("notes.txt", s_text))];

        IReadOnlyList<SubmittedFile> files = Read(Samples.Zip(("plot.html", page)), "a.zip");

        files
            .Should()
            .Contain(file => file.Path == "a.zip!/plot.html" && file.IsSeveral)
            .And.Contain(file => file.Path == "a.zip!/plot.html!/notes.txt");
    }

    [Fact]
    public void Header_of_a_document_may_stand_later_where_nothing_else_begins()
    {
        Read([.. "\r\n\r\n"u8, .. Pictures.Pdf], "a.pdf")[0].Formats.Should().Equal("PDF");
        Read("<p>A header is %PDF-1.7 and its end %%EOF elsewhere.</p>"u8.ToArray(), "a.bin")[0].Sheet.Should().BeNull();
    }

    [Theory]
    [InlineData("a.md")]
    [InlineData("a.txt")]
    public void Text_that_begins_with_a_signature_stays_text(string name)
    {
        SubmittedFile file = Read(Samples.Zip((name, "GIF89a is what GIF files begin with.\n"u8.ToArray())), "a.zip")[1];

        file.Sheet.Should().BeNull();
        file.Text!.Text.Should().StartWith("GIF89a is");
    }

    [Fact]
    public void Picture_that_is_called_text_is_a_picture() =>
        Read(Samples.Zip(("notes.txt", Pictures.Png)), "a.zip")[1].Formats.Should().Equal("PNG");

    [Fact]
    public void Text_that_is_called_a_picture_is_read_as_text()
    {
        SubmittedFile file = Read(Encoding.UTF8.GetBytes("<svg>Eulen zählen Schafe</svg>"), "a.png")[0];

        file.Sheet.Should().BeNull();
        file.Text!.Text.Should().Contain("Eulen");
    }

    [Fact]
    public void Document_with_an_archive_attached_is_a_document_alone()
    {
        byte[] zip = Samples.Zip(("notes.txt", s_text));
        byte[] pdf = new PdfBuilder().Page().Stream(4, "/Type /EmbeddedFile", zip).Save().Build();

        Read(pdf, "a.pdf")[0].Formats.Should().Equal("PDF");
    }

    private static IReadOnlyList<SubmittedFile> Read(byte[] bytes, string name) => Scanned.Of(bytes, name).Files;

    private static byte[] Stored(params (string Name, byte[] Content)[] entries)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in entries)
            {
                using Stream entry = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(content);
            }
        }
        return bytes.ToArray();
    }
}
