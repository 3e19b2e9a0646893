using System.CommandLine;
using System.Runtime.InteropServices;
using PostLint.Tests.Triage;

namespace PostLint.Tests.Cli;

/// <summary>A pipe where a command line or a setting names a file: whoever opened it would wait for ever.</summary>
public sealed class GivenFileTests : IDisposable
{
    private const string Post = "_posts/2026-04-27-a.md";

    // What files are called decides who reads them.
    private static readonly string[] s_names =
    [
        "pipe.yml",
        "pipe.csv",
        "pipe.json",
        "pipe.jsonl",
        "pipe.dll",
        "pipe.md",
        "pipe.zip",
        "pipe",
    ];

    private readonly Run _run = new Run().With(Post, "---\ntitle: A\n---\n\nText.\n");

    public static TheoryData<string> Commands => [.. EveryCommand.All.Select(leaf => leaf.Name)];

    public void Dispose() => _run.Dispose();

    [LinuxTheory]
    [MemberData(nameof(Commands))]
    public void No_command_opens_a_pipe(string name)
    {
        foreach (string pipe in s_names)
            MakePipe(pipe);
        Command command = EveryCommand.All.Single(leaf => leaf.Name == name).Command;
        IEnumerable<string[]> options = command
            .Options.Where(option => option.ValueType != typeof(bool) && option.ValueType != typeof(int))
            .SelectMany(option => s_names.Select(pipe => (string[])[option.Name, pipe, .. command.Arguments.Select(_ => Post)]));
        IEnumerable<string[]> arguments = s_names.Select(pipe => command.Arguments.Select(_ => pipe).ToArray());

        foreach (string[] words in options.Concat(arguments))
        {
            string[] line = [.. name.Split(' '), .. words];
            _run.Start(line).Should().BeLessThan(3, string.Join(' ', line));
        }
    }

    [LinuxTheory]
    [InlineData("check", "--roster", "pipe.csv")]
    [InlineData("check", "--roster", "pipe.json")]
    [InlineData("check", "--pack", "pipe.yml")]
    [InlineData("check", "--pack", "pipe.dll")]
    [InlineData("check", "--profile", "pipe.yml")]
    [InlineData("fix", "--profile", "pipe.yml")]
    [InlineData("triage", "--roster", "pipe.csv")]
    [InlineData("triage", "--pack", "pipe.yml")]
    [InlineData("baseline check", "--file", "pipe.json")]
    [InlineData("baseline prune", "--file", "pipe.json")]
    public void A_pipe_is_told_and_nothing_is_done(string command, string option, string pipe)
    {
        MakePipe(pipe);

        _run.Start([.. command.Split(' '), ".", option, pipe]).Should().Be(2);

        _run.Error.Should().Be($"postlint: {pipe}: the file cannot be read: it is a pipe (FIFO), which is never opened\n");
        _run.Output.Should().BeEmpty();
    }

    [LinuxFact]
    public void A_link_to_a_pipe_is_told()
    {
        MakePipe("pipe");
        File.CreateSymbolicLink(Full("authors.csv"), Full("pipe"));

        _run.Start("check", ".", "--roster", "authors.csv").Should().Be(2);

        _run.Error.Should().Contain("authors.csv: the file cannot be read: it is a pipe (FIFO)");
    }

    [LinuxFact]
    public void A_device_is_told()
    {
        _run.Start("check", ".", "--roster", "/dev/zero").Should().Be(2);

        _run.Error.Should().Contain("it is a device, which is never opened");
    }

    [LinuxFact]
    public void Pipes_in_place_of_gits_own_files_are_never_opened()
    {
        Directory.CreateDirectory(Full(".git"));
        MakePipe(".git/index");
        MakePipe(".gitignore");

        _run.Start("check", ".").Should().Be(2);

        _run.Output.Should().Contain("not read: .gitignore: it is a pipe (FIFO), which is never opened");
    }

    [Fact]
    public void A_folder_in_place_of_the_configuration_is_told()
    {
        Directory.CreateDirectory(Full(".postlint.yml"));

        _run.Start("check", ".").Should().Be(2);

        _run.Error.Should().Be("postlint: .postlint.yml: the file cannot be read: it is a folder\n");
    }

    private string Full(string path) => Path.Combine(_run.Folder, path);

    private void MakePipe(string path) => MakePipe(Full(path), 0x1B6).Should().Be(0);

    [DllImport("libc", EntryPoint = "mkfifo")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MakePipe([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint mode);
}
