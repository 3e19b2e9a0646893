using PostLint.Output;
using PostLint.Tests.Triage;

namespace PostLint.Tests.Output;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("postlint-").FullName;

    private string Target => Path.Combine(_folder, "report.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void New_file_holds_what_was_written()
    {
        AtomicFile.Write(Target, stream => stream.Write("new"u8));

        File.ReadAllText(Target).Should().Be("new");
        Directory.GetFiles(_folder).Should().ContainSingle();
    }

    [Fact]
    public void Failed_write_leaves_the_old_file_alone()
    {
        File.WriteAllText(Target, "old");

        Action failing = () => AtomicFile.Write(Target, stream =>
            {
                stream.Write("half"u8);
                throw new InvalidOperationException();
            });

        failing.Should().Throw<InvalidOperationException>();
        File.ReadAllText(Target).Should().Be("old");
        Directory.GetFiles(_folder).Should().ContainSingle();
    }

    [Fact]
    public void What_a_killed_run_left_is_removed_by_the_next()
    {
        string left = Temporary(),
            others = Path.Combine(_folder, ".report.json.mine.tmp"),
            young = Temporary(),
            written = Temporary();
        foreach (string file in (string[])[left, others, young, written])
            File.WriteAllText(file, "half");
        foreach (string file in (string[])[left, others, written])
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(-1));
        using FileStream writer = new(written, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        AtomicFile.Write(Target, stream => stream.Write("new"u8));

        Directory.GetFiles(_folder).Should().BeEquivalentTo(Target, others, young, written);
    }

    [Fact]
    public void Permissions_of_a_replaced_file_are_kept()
    {
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead;
        File.WriteAllText(Target, "old");
        File.SetUnixFileMode(Target, Mode);

        AtomicFile.Write(Target, stream => stream.Write("new"u8));

        File.GetUnixFileMode(Target).Should().Be(Mode);
        File.ReadAllText(Target).Should().Be("new");
    }

    [Fact]
    public void Symbolic_link_is_refused_and_its_target_untouched()
    {
        string elsewhere = Path.Combine(_folder, "elsewhere");
        File.WriteAllText(elsewhere, "mine");
        File.CreateSymbolicLink(Target, elsewhere);

        Writing(Target).Should().Throw<IOException>().WithMessage("cannot write *report.json: it is a symbolic link");
        File.ReadAllText(elsewhere).Should().Be("mine");
    }

    [Fact]
    public void Folder_is_refused() => Writing(_folder).Should().Throw<IOException>().WithMessage("cannot write *: it is a folder");

    [Fact]
    public void Missing_folder_is_named() =>
        Writing(Path.Combine(_folder, "no", "x.json"))
            .Should()
            .Throw<IOException>()
            .WithMessage("cannot write *x.json: its folder does not exist");

    [Fact]
    public void Temporary_files_are_known_by_name()
    {
        AtomicFile.IsTemporary(Path.GetFileName(Temporary())).Should().BeTrue();
        AtomicFile.IsTemporary(".postlint-notes.tmp").Should().BeFalse();
        AtomicFile.IsTemporary(".postlint.yml").Should().BeFalse();
    }

    [Fact]
    public void Content_that_changed_meanwhile_is_left_alone()
    {
        File.WriteAllText(Target, "somebody else’s");

        Action replacing = () => AtomicFile.Replace(Target, "old"u8.ToArray(), "new"u8.ToArray());

        replacing.Should().Throw<WriteException>().Which.Reason.Should().Contain("changed meanwhile");
        File.ReadAllText(Target).Should().Be("somebody else’s");
        Directory.GetFiles(_folder).Should().ContainSingle();
    }

    [LinuxFact]
    public void Files_change_names_in_one_step()
    {
        string other = Path.Combine(_folder, "other");
        File.WriteAllText(Target, "old");
        File.WriteAllText(other, "new");

        if (!LinuxFile.TryExchange(other, Target))
            return; // not every file system can

        (File.ReadAllText(Target), File.ReadAllText(other)).Should().Be(("new", "old"));
    }

    private string Temporary() => Path.Combine(_folder, $".postlint-{Guid.NewGuid():N}.tmp");

    private static Action Writing(string path) => () => AtomicFile.Write(path, stream => stream.Write("new"u8));
}
