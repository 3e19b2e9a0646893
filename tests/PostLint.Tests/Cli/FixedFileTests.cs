using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using PostLint.Fixing;
using PostLint.Output;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Tests.Assets;
using PostLint.Tests.Triage;

namespace PostLint.Tests.Cli;

/// <summary>What a file has beside its content, and who else is at it, when <c>fix</c> fixes it.</summary>
public sealed class FixedFileTests : IDisposable
{
    private const string Post = "---\ntitle: A\nauthors:\n  - name: Anonymous\n#  - name: Ada Example\n---\n\nOwls count sheep.\n";
    private const string Path = "_posts/2026-04-27-a.md";
    private readonly Run _run = new();

    public void Dispose() => _run.Dispose();

    [RootFact]
    public void Owner_and_group_stay_and_files_of_others_are_writable()
    {
        _run.With(Path, Post);
        Program("chown", "1234:4321", Full(Path));
        Program("chmod", "0644", Full(Path));

        _run.Start("fix", ".", "--isolated", "--select", "identity");

        _run.Read(Path).Should().NotContain("Ada");
        LinuxFile.Status status = LinuxFile.StatusOf(Full(Path))!.Value;
        (status.Owner, status.Group, status.Mode & 0xFFF).Should().Be((1234u, 4321u, 0x1A4));
    }

    [ProgramFact("setfattr")]
    public void Extended_attributes_stay()
    {
        _run.With(Path, Post);
        Program("setfattr", "-n", "user.note", "-v", "owls", Full(Path));

        _run.Start("fix", ".", "--isolated", "--select", "identity");

        _run.Read(Path).Should().NotContain("Ada");
        Program("getfattr", "--only-values", "-n", "user.note", Full(Path)).Should().Be("owls");
    }

    [Fact]
    public void Line_ends_and_byte_order_mark_stay()
    {
        _run.Write(Path, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Post.Replace("\n", "\r\n", StringComparison.Ordinal))]);

        _run.Start("fix", ".", "--isolated", "--select", "identity");

        string left = Post.Replace("#  - name: Ada Example\n", "", StringComparison.Ordinal)
            .Replace("\n", "\r\n", StringComparison.Ordinal);
        _run.ReadBytes(Path).Should().Equal([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(left)]);
    }

    [LinuxFact]
    public void Second_name_of_a_file_is_told_and_the_file_left_alone()
    {
        _run.With(Path, Post);
        Program("ln", Full(Path), Full("elsewhere.txt"));

        _run.Start("fix", ".", "--isolated", "--select", "identity").Should().Be(2);

        _run.Output.Should().Contain($"not fixed: {Path}: it has another name (a hard link)");
        _run.Read(Path).Should().Be(Post);
    }

    [LinuxFact]
    public void Protected_file_is_told()
    {
        _run.With(Path, Post);
        Program("chmod", "0444", Full(Path));

        _run.Start("fix", ".", "--isolated", "--select", "identity").Should().Be(2);

        _run.Output.Should().Contain($"not fixed: {Path}: it is write-protected");
    }

    [Fact]
    public void File_of_several_formats_is_told_and_left_alone()
    {
        _run.With(Path, "---\ntitle: A\n---\n");
        byte[] picture = PngTests.Png(("IHDR", new byte[13]), ("tEXt", "Author\0Ada Example"u8.ToArray()), ("IDAT", [1]), ("IEND", []));
        byte[] both = [.. picture, .. Samples.Zip(("notes.txt", "Owls"u8.ToArray()))];
        _run.Write("assets/img/2026-04-27-a/a.png", both);

        _run.Start("fix", ".", "--isolated").Should().Be(2);

        _run.Output.Should().Contain("submission/several-formats").And.Contain("a.png: it is PNG and zip at once");
        _run.ReadBytes("assets/img/2026-04-27-a/a.png").Should().Equal(both);
    }

    [Fact]
    public void File_that_was_written_since_is_left_alone()
    {
        _run.With(Path, Post);
        var reader = new SubmissionReader { WorkingDirectory = _run.Folder };
        SubmittedFile file = reader.Read(reader.Discover(["."]).Sources[0]).Files[0];
        var fix = new FileFix(file, FixKind.Text, TextEdits.Of([]), []);
        Fixer.Refusal(fix, Full(Path)).Should().BeNull();

        File.SetLastWriteTimeUtc(Full(Path), DateTime.UtcNow.AddHours(1));

        Fixer.Refusal(fix, Full(Path)).Should().Be("it has changed since it was read; run the command again");
        Action applying = () => Fixer.Apply(fix, Full(Path));
        applying.Should().Throw<InvalidDataException>().WithMessage("it has changed since it was read*");
    }

    [Fact]
    public void What_a_killed_run_left_is_not_linted_and_goes()
    {
        string left = $"_posts/.postlint-{Guid.NewGuid():N}.tmp";
        _run.With(Path, Post).With(left, "We thank Ada Example.");
        File.SetLastWriteTimeUtc(Full(left), DateTime.UtcNow.AddHours(-1));

        _run.Start("check", ".", "--isolated");
        _run.Output.Should().NotContain(".tmp");
        _run.Start("fix", ".", "--isolated");

        Directory.GetFiles(Full("_posts")).Should().ContainSingle();
    }

    [LinuxFact]
    public void Pipes_are_told_and_never_opened()
    {
        _run.With(Path, "---\ntitle: A\n---\n");
        Directory.CreateDirectory(Full("assets/img/2026-04-27-a"));
        MakePipe(Full("assets/img/2026-04-27-a/f.png"), 0x1A4).Should().Be(0);
        MakePipe(Full("_posts/2026-04-27-b.md"), 0x1A4).Should().Be(0);

        _run.Start("check", ".", "--isolated").Should().Be(2);
        _run.Output.Should().Contain("f.png: it is a pipe (FIFO), which is never opened").And.Contain("b.md: it is a pipe");
        _run.Start("check", "_posts/2026-04-27-b.md", "--isolated").Should().Be(2);
        _run.Start("metadata", "assets/img/2026-04-27-a/f.png").Should().Be(2);
        _run.Output.Should().Contain("it is a pipe (FIFO), which is never opened");
    }

    [LinuxFact]
    public void Paths_beyond_the_limit_are_told_and_the_rest_is_read()
    {
        _run.With(Path, Post);
        string part = new('d', 200),
            images = Full("assets/img/2026-04-27-a");
        Directory.CreateDirectory(images);
        Program("sh", "-c", $"cd '{images}' && for i in $(seq 25); do mkdir {part}; cd -P {part}; done; echo x > deep.svg");

        _run.Start("check", ".", "--isolated").Should().Be(2);
        _run.Output.Should().Contain("identity/commented-author").And.Contain("paths longer than the system allows");
        _run.Output.Split('\n').Should().OnlyContain(line => line.Length < 600, "the middle of a long path tells nobody anything");
        Program("rm", "-rf", images);
    }

    [LinuxFact]
    public void Names_that_are_no_text_are_told()
    {
        _run.With(Path, Post).With("assets/img/2026-04-27-a/a.svg", "<svg/>");
        Program("sh", "-c", $"cd '{Full("assets/img/2026-04-27-a")}' && cp a.svg \"$(printf 'bad\\377.svg')\"");

        _run.Start("check", ".", "--isolated").Should().Be(2);

        _run.Output.Should().Contain("its name is not valid UTF-8; rename it");
        Program("sh", "-c", $"rm -rf '{Full("assets")}'");
    }

    [Theory]
    [InlineData(28, "the disk is full")]
    [InlineData(30, "the file system is read-only")]
    [InlineData(9_999, "it fails")]
    public void Failures_of_the_disk_are_said_in_words(int number, string reason) =>
        IoReason.Of(new IOException("/home/ada/x: no", number), "it fails").Should().Be(reason);

    [Fact]
    public void Archives_in_archives_are_packed_again_each_by_itself()
    {
        byte[] author = Encoding.Latin1.GetBytes("Author\0Ada Example"),
            picture = PngTests.Png(("IHDR", new byte[13]), ("tEXt", author), ("IEND", []));
        byte[] drawing = (
                "<svg><metadata><dc:creator><cc:Agent><dc:title>Ada "u8
                + "Example</dc:title></cc:Agent></dc:creator></metadata><rect/></svg>"u8
            ).ToArray(),
            notes = "Three owls count sheep.\n"u8.ToArray();
        byte[] inner = Samples.Zip(("deep/a.png", picture), ("deep/a.svg", drawing), ("notes.txt", notes));
        byte[] middle = Samples.Zip(("inner.zip", inner), ("plot.txt", notes));
        const string Outer = "assets/img/2026-04-27-a/outer.zip";
        _run.With(Path, Post).Write(Outer, Samples.Zip(("middle.zip", middle), ("same.zip", Samples.Zip(("notes.txt", notes)))));
        byte[] before = _run.ReadBytes(Outer);

        _run.Start("fix", ".", "--isolated", "--reveal").Should().BeLessThan(2, _run.Output);

        _run.Output.Should().Contain($"fixed: {Outer}");
        Dictionary<string, byte[]> outer = Unpacked(_run.ReadBytes(Outer)),
            mid = Unpacked(outer["middle.zip"]),
            deep = Unpacked(mid["inner.zip"]);
        outer.Keys.Should().Equal("middle.zip", "same.zip");
        outer["same.zip"].Should().Equal(Unpacked(before)["same.zip"]);
        deep.Keys.Should().Equal("deep/a.png", "deep/a.svg", "notes.txt");
        deep["notes.txt"].Should().Equal(notes);
        foreach (byte[] file in deep.Values.Concat(mid.Values))
            Encoding.Latin1.GetString(file).Should().NotContain("Ada Example");
        _run.Start("check", ".", "--isolated", "--reveal", "--quiet").Should().BeLessThan(3);
        _run.Output.Should().NotContain("outer.zip!/middle.zip!/inner.zip!/deep/a");
    }

    private static Dictionary<string, byte[]> Unpacked(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(
            entry => entry.FullName,
            entry =>
            {
                using Stream content = entry.Open();
                var bytes = new MemoryStream();
                content.CopyTo(bytes);
                return bytes.ToArray();
            }
        );
    }

    private string Full(string path) => System.IO.Path.Combine(_run.Folder, path);

    private static string Program(string name, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(name, arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(0, $"{name} ends well");
        return output;
    }

    [DllImport("libc", EntryPoint = "mkfifo")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MakePipe([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint mode);
}
