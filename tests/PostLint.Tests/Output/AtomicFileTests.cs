using PostLint.Output;

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
        string left = Path.Combine(_folder, $".report.json.{Guid.NewGuid():N}.tmp"), others = Path.Combine(_folder, ".report.json.mine.tmp"), young = Path.Combine(_folder, $".report.json.{Guid.NewGuid():N}.tmp");
        foreach (string file in (string[])[left, others, young]) File.WriteAllText(file, "half");
        File.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddMinutes(-1));
        File.SetLastWriteTimeUtc(others, DateTime.UtcNow.AddMinutes(-1));

        AtomicFile.Write(Target, stream => stream.Write("new"u8));

        Directory.GetFiles(_folder).Should().BeEquivalentTo(Target, others, young);
    }

    [Fact]
    public void Permissions_of_a_replaced_file_are_kept()
    {
        if (OperatingSystem.IsWindows()) return;
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
        Writing(Path.Combine(_folder, "no", "x.json")).Should().Throw<IOException>().WithMessage("cannot write *x.json: its folder does not exist");

    private static Action Writing(string path) => () => AtomicFile.Write(path, stream => stream.Write("new"u8));
}
