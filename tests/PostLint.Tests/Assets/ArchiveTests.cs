using System.Buffers.Binary;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using PostLint.Assets;
using PostLint.Submissions;
using PostLint.Syntax;
using PostLint.Tests.Submissions;

namespace PostLint.Tests.Assets;

public sealed class ArchiveTests
{
    private static readonly byte[] s_recording = Samples.Mp3("TPE1", "Ada Example");

    [Fact]
    public void Files_in_archives_are_named_by_the_whole_way()
    {
        byte[] inner = Samples.Zip(("talk.mp3", s_recording));

        Paths(Samples.Zip(("a/b.zip", inner), ("notes.txt", "hello"u8.ToArray())), "site.zip")
            .Should()
            .Equal("site.zip", "site.zip!/a/b.zip", "site.zip!/a/b.zip!/talk.mp3", "site.zip!/notes.txt");
    }

    [Fact]
    public void Comments_are_fields() =>
        Fields(WithComment("made by ada@examplia.edu"), "a.zip").Should().Contain(("ZIP:Comment", "made by ada@examplia.edu"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Tar_tells_logins(bool isPacked)
    {
        byte[] tar = Tar("adaexample", "vision-lab");

        (string, string)[] fields = [.. Fields(isPacked ? Packed(tar) : tar, isPacked ? "a.tar.gz" : "a.tar")];

        fields.Should().Contain(("TAR:UserName", "adaexample")).And.Contain(("TAR:GroupName", "vision-lab"));
        Paths(isPacked ? Packed(tar) : tar, "a.tar").Should().Contain("a.tar!/notes.txt");
    }

    [Theory]
    [InlineData(TarEntryFormat.Pax)]
    [InlineData(TarEntryFormat.Gnu)]
    [InlineData(TarEntryFormat.Ustar)]
    [InlineData(TarEntryFormat.V7)]
    public void Tar_is_packed_again_block_by_block_and_always_alike(TarEntryFormat format)
    {
        bool isOld = format is TarEntryFormat.V7;
        string longName = isOld
            ? "long.txt"
            : string.Join('/', Enumerable.Repeat("a-folder-of-owls", format is TarEntryFormat.Ustar ? 7 : 20)) + "/long.txt";
        var tar = new MemoryStream();
        using (var writer = new TarWriter(tar, format, leaveOpen: true))
        {
            foreach (string name in (string[])["notes.txt", longName])
            {
                TarEntryType type = isOld ? TarEntryType.V7RegularFile : TarEntryType.RegularFile;
                TarEntry entry = format switch
                {
                    TarEntryFormat.Pax => new PaxTarEntry(type, name) { UserName = "adaexample" },
                    TarEntryFormat.Gnu => new GnuTarEntry(type, name) { UserName = "adaexample" },
                    TarEntryFormat.Ustar => new UstarTarEntry(type, name) { UserName = "adaexample" },
                    _ => new V7TarEntry(type, name) { Uid = 1234 },
                };
                entry.DataStream = new MemoryStream("Three owls count sheep.\n"u8.ToArray());
                entry.Mode = UnixFileMode.UserRead | UnixFileMode.UserExecute;
                writer.WriteEntry(entry);
            }
        }

        byte[] Packed()
        {
            var packed = new MemoryStream();
            ArchiveRepacker.Repack(new MemoryStream(tar.ToArray()), packed, name => name == longName ? _ => "Four.\n"u8.ToArray() : null);
            return packed.ToArray();
        }
        byte[] packed = Packed();

        Packed().Should().Equal(packed);
        Encoding.Latin1.GetString(packed).Should().NotContain("adaexample");
        IReadOnlyList<SubmittedFile> files = Scanned.Of(packed, "a.tar").Files;
        files
            .Select(file => (file.Path, file.Text?.Text))
            .Skip(1)
            .Should()
            .Equal(("a.tar!/notes.txt", "Three owls count sheep.\n"), ($"a.tar!/{longName}", "Four.\n"));
        using var reader = new TarReader(new MemoryStream(packed));
        reader.GetNextEntry()!.Mode.Should().Be(UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    [Fact]
    public void Zip_is_packed_again_as_it_is_packed_and_without_its_packer()
    {
        byte[] zip = WithUser(Samples.Zip(("notes.txt", "Three owls count sheep.\n"u8.ToArray()), ("plot.txt", "Four.\n"u8.ToArray())));
        var packed = new MemoryStream();

        ArchiveRepacker.Repack(new MemoryStream(zip), packed, name => name is "plot.txt" ? _ => null : null);

        using var archive = new ZipArchive(packed);
        archive.Entries.Should().ContainSingle().Which.FullName.Should().Be("notes.txt");
        packed.ToArray().AsSpan().IndexOf("ux"u8).Should().Be(-1);
        using var reader = new StreamReader(archive.Entries[0].Open());
        reader.ReadToEnd().Should().Be("Three owls count sheep.\n");
    }

    [Fact]
    public void Zip_behind_something_else_is_not_packed_again()
    {
        byte[] zip = [.. "#!/bin/sh\n"u8, .. Samples.Zip(("notes.txt", "Owls"u8.ToArray()))];
        Action packing = () => ArchiveRepacker.Repack(new MemoryStream(zip), Stream.Null, _ => null);

        packing.Should().Throw<InvalidDataException>().WithMessage("something stands before the archive*");
    }

    /// <summary>The archive with a field of Info-ZIP at its first file, which tells user and group.</summary>
    private static byte[] WithUser(byte[] zip)
    {
        byte[] field = [.. "ux"u8, 11, 0, 1, 4, 0xD2, 4, 0, 0, 4, 0xE1, 0x10, 0, 0];
        int data = 30 + "notes.txt".Length,
            directory = zip.AsSpan().IndexOf("PK\x01\x02"u8),
            second = zip.AsSpan(data).IndexOf("PK\x03\x04"u8) + data;
        zip[28] = (byte)field.Length;
        byte[] changed = [.. zip[..data], .. field, .. zip[data..]];
        int next = changed.AsSpan(directory + 46 + field.Length).IndexOf("PK\x01\x02"u8) + directory + 46 + field.Length;
        BinaryPrimitives.WriteInt32LittleEndian(changed.AsSpan(next + 42), second + field.Length);
        int end = changed.AsSpan().LastIndexOf("PK\x05\x06"u8);
        BinaryPrimitives.WriteInt32LittleEndian(changed.AsSpan(end + 16), directory + field.Length);
        return changed;
    }

    [Fact]
    public void Gzip_tells_the_name_of_the_file() =>
        Fields([0x1F, 0x8B, 8, 8, 0, 0, 0, 0, 0, 3, .. "ada.csv"u8, 0, .. Packed("x"u8.ToArray())[10..]], "a.gz")
            .Should()
            .Contain(("GZIP:ArchivedFileName", "ada.csv"));

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("C:\\Windows\\a.txt")]
    public void Entries_that_lead_out_are_told_and_written_nowhere(string name) =>
        Fields(Samples.Zip((name, "x"u8.ToArray())), "a.zip").Should().Contain(("Archive:EntryName", name));

    [Fact]
    public void Entries_of_the_same_name_are_told() =>
        Gaps(Samples.Zip(("a.txt", "1"u8.ToArray()), ("a.txt", "2"u8.ToArray()))).Should().ContainSingle(gap => gap.Contains("same name"));

    [Fact]
    public void Encrypted_entries_are_told()
    {
        byte[] zip = Samples.Zip(("secret.txt", "hello"u8.ToArray()));
        SetFlag(zip, "PK\x03\x04"u8, 6);
        SetFlag(zip, "PK\x01\x02"u8, 8);

        Gaps(zip).Should().ContainSingle().Which.Should().Be("it is encrypted");
    }

    [Fact]
    public void Bombs_are_cut()
    {
        byte[] zip = Samples.Zip(("zeros.bin", new byte[8 << 20]));

        Gaps(zip, new AssetLimits(PartBytes: 1 << 20)).Should().ContainSingle(gap => gap.Contains("larger than 1 MB"));
        Gaps(Packed(new byte[8 << 20]), new AssetLimits(PartBytes: 1 << 20)).Should().ContainSingle(gap => gap.Contains("unpacks to more"));
        Gaps(zip, new AssetLimits(UnpackedBytes: 1 << 20)).Should().ContainSingle(gap => gap.Contains("unpacking takes more"));
    }

    [Fact]
    public void Archives_in_archives_end_at_a_depth()
    {
        byte[] nested = Samples.Zip(("a.txt", "x"u8.ToArray()));
        for (int i = 0; i < 8; i++)
            nested = Samples.Zip(("a.zip", nested));

        Gaps(nested).Should().ContainSingle(gap => gap.Contains("4 files deep"));
    }

    [Fact]
    public void Very_many_entries_are_cut()
    {
        byte[] zip = Samples.Zip([.. Enumerable.Range(0, 300).Select(i => ($"{i}.txt", "x"u8.ToArray()))]);

        Gaps(zip, new AssetLimits(Parts: 100)).Should().ContainSingle(gap => gap.Contains("more than 100"));
        Paths(zip, "a.zip", new AssetLimits(Parts: 100)).Should().HaveCount(101);
    }

    [Fact]
    public void Truncated_archives_are_told_at_every_length()
    {
        byte[] zip = Samples.Zip(("a.txt", "hello"u8.ToArray()), ("talk.mp3", s_recording));
        byte[] tar = Tar("ada", "x");
        for (int length = 30; length < zip.Length; length += 7)
            Gaps(zip[..length]).Should().NotBeEmpty();
        for (int length = 600; length < tar.Length - 1024; length += 97)
            Scanned.Of(tar[..length]);
    }

    [Theory]
    [InlineData(new byte[] { 0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0 }, "7z")]
    [InlineData(new byte[] { 0x52, 0x61, 0x72, 0x21, 0x1A, 7, 0 }, "RAR")]
    [InlineData(new byte[] { 0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 0 }, "xz")]
    [InlineData(new byte[] { 0x42, 0x5A, 0x68, 0x39, 0, 0, 0 }, "bzip2")]
    public void Other_archives_are_named(byte[] head, string name) => Gaps(head).Should().ContainSingle().Which.Should().Contain(name);

    [Fact]
    public void Links_and_devices_are_never_followed()
    {
        var bytes = new MemoryStream();
        using (var writer = new TarWriter(bytes, leaveOpen: true))
        {
            writer.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "a") { LinkName = "/etc/passwd" });
            writer.WriteEntry(new PaxTarEntry(TarEntryType.Fifo, "b"));
        }

        Fields(bytes.ToArray(), "a.tar").Should().Contain(("TAR:LinkName", "/etc/passwd"));
        Gaps(bytes.ToArray()).Should().ContainSingle(gap => gap.Contains("devices"));
        Paths(bytes.ToArray(), "a.tar").Should().ContainSingle();
    }

    [Fact]
    public void Swap_file_tells_login_and_computer()
    {
        byte[] swap = new byte[4096];
        "b0VIM 9.0"u8.CopyTo(swap);
        "adaexample"u8.CopyTo(swap.AsSpan(28));
        "adas-laptop"u8.CopyTo(swap.AsSpan(68));

        Scanned.Fields(swap, ".post.md.swp").Should().Equal(("Vim:UserName", "adaexample"), ("Vim:HostName", "adas-laptop"));
    }

    [Fact]
    public void Folder_settings_list_names()
    {
        byte[] name = Encoding.BigEndianUnicode.GetBytes("ada-example-thesis.pdf");

        Scanned
            .Fields([0, 0, 0, 1, .. "Bud1"u8, .. new byte[32], 0, 0, 0, (byte)(name.Length / 2), .. name, .. new byte[8]], ".DS_Store")
            .Should()
            .Equal(("DS_Store:FileName", "ada-example-thesis.pdf"));
    }

    [Fact]
    public void Data_addresses_are_opened()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "_posts/2026-04-27-a.md",
            $"---\ntitle: A\n---\n\n<img src=\"data:audio/mpeg;base64,{Convert.ToBase64String(s_recording)}\">\n\n<img "
                + $"src='data:image/svg+xml,%3Csvg%3E%3C!-- ada --%3E%3C/svg%3E'>\n"
        );

        Submission submission = Read(folder, ".");

        submission
            .Files.Select(file => file.Path)
            .Should()
            .Equal(
                "_posts/2026-04-27-a.md",
                "_posts/2026-04-27-a.md!/data 1 on line 5.mp3",
                "_posts/2026-04-27-a.md!/data 2 on line 7.svg"
            );
        submission.Files[2].Text!.Text.Should().Be("<svg><!-- ada --></svg>");
    }

    [Fact]
    public void Pictures_in_notebooks_are_opened()
    {
        using var folder = new TemporaryFolder();
        folder.Write("_posts/2026-04-27-a.md", "---\ntitle: A\n---\n");
        folder.Write(
            "assets/html/2026-04-27-a/a.ipynb",
            "{\"cells\": [{\"outputs\": [{\"data\": {\"image/png\": \""
                + Convert.ToBase64String(Samples.Zip(("a.txt", "x"u8.ToArray())))
                + "\\n\"}}]}]}"
        );

        Read(folder, ".").Files.Select(file => file.Path).Should().Contain("assets/html/2026-04-27-a/a.ipynb!/data 1 on line 1.png!/a.txt");
    }

    [Fact]
    public void An_archive_in_the_layout_is_a_submission()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "mine.zip",
            Samples.Zip(
                ("repo/_posts/2026-04-27-a.md", "---\ntitle: A\n---\n"u8.ToArray()),
                ("repo/assets/bibliography/2026-04-27-a.bib", "@misc{a}"u8.ToArray())
            )
        );

        Submission submission = Read(folder, "mine.zip");

        submission.Name.Should().Be("2026-04-27-a");
        submission
            .Files.Select(file => (file.Role, file.SitePath))
            .Should()
            .StartWith((FileRole.Post, "_posts/2026-04-27-a.md"))
            .And.Contain((FileRole.Bibliography, "assets/bibliography/2026-04-27-a.bib"));
    }

    [Fact]
    public void A_rendered_site_is_a_submission_without_the_samples_of_others()
    {
        const string Page = "<html><body><article class=\"post\"><h1>A</h1>";
        using var folder = new TemporaryFolder();
        folder.Write(
            "site.zip",
            Samples.Zip(
                ("_site/index.html", Encoding.UTF8.GetBytes("<html>Somebody else</html>")),
                ("_site/2021/09/01/sample-submission/index.html", Encoding.UTF8.GetBytes(Page + new string('x', 500) + "by somebody else")),
                ("_site/2022/03/25/warm-up/index.html", Encoding.UTF8.GetBytes(Page + "Mine")),
                ("_site/public/images/2022-03-25-warm-up/a.svg", Encoding.UTF8.GetBytes("<svg/>"))
            )
        );

        Submission submission = Read(folder, "site.zip");

        submission.Name.Should().Be("warm-up");
        submission
            .Files.Select(file => file.Path)
            .Should()
            .Equal("site.zip!/_site/2022/03/25/warm-up/index.html", "site.zip", "site.zip!/_site/public/images/2022-03-25-warm-up/a.svg");
    }

    [Fact]
    public void Of_the_posts_of_a_site_the_newest_is_handed_in()
    {
        const string Page = "<html><body><article class=\"post\"><h1>A</h1>";
        using var folder = new TemporaryFolder();
        folder.Write(
            "site.zip",
            Samples.Zip(
                ("_site/2022/03/25/earlier/index.html", Encoding.UTF8.GetBytes(Page + new string('x', 500) + "by Ben Sample")),
                ("_site/2023/05/01/warm-up/index.html", Encoding.UTF8.GetBytes(Page + "Mine")),
                (
                    "_site/feed.xml",
                    (
                        "<feed><link href=\"https://ada-example.github.io/feed.xml\" rel=\"self\"/><entry><link "u8
                        + "href=\"https://ben-sample.github.io/\"/></entry></feed>"u8
                    ).ToArray()
                ),
                ("_site/CNAME", "blog.examplia.dev\n"u8.ToArray()),
                ("_site/robots.txt", "User-agent: *\nSitemap: https://blog.examplia.dev/sitemap.xml\n"u8.ToArray())
            )
        );

        Submission submission = Read(folder, "site.zip");

        submission.Name.Should().Be("warm-up");
        submission
            .Files.Where(file => file.Sheet is not null)
            .SelectMany(file => file.Sheet!.Fields.Select(file.Sheet.ValueOf))
            .Should()
            .Equal("https://ada-example.github.io/feed.xml", "https://blog.examplia.dev/", "https://blog.examplia.dev/sitemap.xml");
    }

    [Theory]
    [InlineData("broken.zip", "PK\x03\x04 this is no archive")]
    [InlineData("empty.zip", "")]
    [InlineData("text.tar", "hello")]
    public void An_archive_without_a_post_is_told(string name, string content)
    {
        using var folder = new TemporaryFolder();
        folder.Write(name, content);

        Read(folder, name).Unread.Should().ContainSingle().Which.Reason.Should().Be("no post was found in it");
    }

    private static Submission Read(TemporaryFolder folder, string path)
    {
        var reader = new SubmissionReader { WorkingDirectory = folder.Path };
        return reader.Read(reader.Discover([path]).Sources.Single());
    }

    private static IEnumerable<string> Paths(byte[] bytes, string name, AssetLimits? limits = null) =>
        Scanned.Of(bytes, name, limits).Files.Select(file => file.Path);

    private static IEnumerable<string> Gaps(byte[] bytes, AssetLimits? limits = null) =>
        Scanned.Of(bytes, "a.bin", limits).Gaps.Select(gap => gap.Reason);

    private static IEnumerable<(string, string)> Fields(byte[] bytes, string name) => Scanned.Fields(bytes, name);

    private static byte[] WithComment(string comment)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            archive.Comment = comment;
        return bytes.ToArray();
    }

    private static byte[] Tar(string user, string group)
    {
        var bytes = new MemoryStream();
        using (var writer = new TarWriter(bytes, TarEntryFormat.Ustar, leaveOpen: true))
        {
            writer.WriteEntry(
                new UstarTarEntry(TarEntryType.RegularFile, "notes.txt")
                {
                    UserName = user,
                    GroupName = group,
                    DataStream = new MemoryStream(new byte[2_000]),
                }
            );
        }
        return bytes.ToArray();
    }

    private static byte[] Packed(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
            stream.Write(bytes);
        return packed.ToArray();
    }

    private static void SetFlag(byte[] zip, ReadOnlySpan<byte> mark, int offset) => zip[zip.AsSpan().IndexOf(mark) + offset] |= 1;
}
