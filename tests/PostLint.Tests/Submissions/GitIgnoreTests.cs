using System.Diagnostics;
using PostLint.Submissions;

namespace PostLint.Tests.Submissions;

public sealed class GitIgnoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public GitIgnoreTests() => Directory.CreateDirectory(_folder.In(".git"));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("build", "build", true, true)]
    [InlineData("build", "a/build", true, true)]
    [InlineData("build/", "build", true, true)]
    [InlineData("build/", "build", false, false)]
    [InlineData("/build", "a/build", true, false)]
    [InlineData("a/build", "a/build", true, true)]
    [InlineData("a/build", "b/a/build", true, false)]
    [InlineData("*.md", "a/b.md", false, true)]
    [InlineData("a/*.md", "a/b/c.md", false, false)]
    [InlineData("a/**/c.md", "a/c.md", false, true)]
    [InlineData("a/**/c.md", "a/b/b/c.md", false, true)]
    [InlineData("**/c.md", "a/b/c.md", false, true)]
    [InlineData("a/**", "a", true, false)]
    [InlineData("a/**", "a/b.md", false, true)]
    [InlineData("*.md\n!keep.md", "keep.md", false, false)]
    [InlineData("!keep.md\n*.md", "keep.md", false, true)]
    [InlineData("# *.md", "a.md", false, false)]
    [InlineData("\\#a.md", "#a.md", false, true)]
    [InlineData("\\!a.md", "!a.md", false, true)]
    [InlineData("a.md   ", "a.md", false, true)]
    [InlineData("a.md\\ ", "a.md ", false, true)]
    [InlineData("a.md\r", "a.md", false, true)]
    [InlineData("\uFEFFa.md", "a.md", false, true)]
    [InlineData("[ab].md", "b.md", false, true)]
    [InlineData("[!ab].md", "b.md", false, false)]
    [InlineData("[^ab].md", "c.md", false, true)]
    [InlineData("[a-c]?.md", "bx.md", false, true)]
    [InlineData("[", "[", false, false)]
    [InlineData("", "a.md", false, false)]
    [InlineData("/", "a", true, false)]
    [InlineData("A.md", "a.md", false, false)]
    public void Patterns_hide_what_git_hides(string patterns, string path, bool isFolder, bool hides)
    {
        _folder.Write(".gitignore", patterns + "\n");

        new GitIgnore(_folder.Path).Matches(_folder.In(path), isFolder).Should().Be(hides);
    }

    [Fact]
    public void Git_itself_says_the_same()
    {
        const string Patterns = "*.log\n!keep.log\n/top\nmid/dle\ndeep/**/end\n**/any\nfolder/\n[x-z]*.md\ntrail/**\n\\!bang\n  lead\n";
        string[] paths =
        [
            "a.log",
            "keep.log",
            "x/keep.log",
            "top",
            "x/top",
            "mid/dle",
            "x/mid/dle",
            "deep/end",
            "deep/a/b/end",
            "any",
            "x/y/any",
            "folder",
            "x.md",
            "ax.md",
            "trail/a",
            "!bang",
            "lead",
            "  lead",
            "x/zoo.md",
        ];
        Directory.Delete(_folder.In(".git"));
        Git("init", "-q");
        _folder.Write(".gitignore", Patterns);
        foreach (string path in paths)
            _folder.Write(path, "x");
        HashSet<string> hidden =
        [
            .. Git(["check-ignore", "--no-index", .. paths])
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Trim('"')),
        ];

        GitIgnore ignore = new GitIgnore(_folder.Path);

        paths.Where(path => ignore.Matches(_folder.In(path), isFolder: false)).Should().BeEquivalentTo(hidden);
    }

    [Fact]
    public void Deeper_files_go_before_those_above_and_speak_of_their_own_folder()
    {
        _folder.Write(".gitignore", "*.md\n");
        _folder.Write("a/.gitignore", "!b.md\n/c.txt\n");
        GitIgnore ignore = new GitIgnore(GitIgnore.RootOf(_folder.In("a"))!);

        ignore.Matches(_folder.In("a/b.md"), isFolder: false).Should().BeFalse();
        ignore.Matches(_folder.In("b.md"), isFolder: false).Should().BeTrue();
        ignore.Matches(_folder.In("a/c.txt"), isFolder: false).Should().BeTrue();
        ignore.Matches(_folder.In("c.txt"), isFolder: false).Should().BeFalse();
    }

    [Fact]
    public void Nothing_hides_in_a_work_tree_within_or_outside_of_one()
    {
        _folder.Write(".gitignore", "*.md\n");
        _folder.Write("inner/.git/HEAD", "ref: refs/heads/main\n");
        _folder.Write("inner/.gitignore", "*.txt\n");
        GitIgnore ignore = new GitIgnore(_folder.Path);

        ignore.Matches(_folder.In("inner/a.md"), isFolder: false).Should().BeFalse();
        ignore.Matches(_folder.In("inner/x/a.txt"), isFolder: false).Should().BeFalse();
    }

    [Theory]
    [InlineData("2")]
    [InlineData("4")]
    public void What_git_tracks_is_read_whatever_the_patterns_say(string version)
    {
        Directory.Delete(_folder.In(".git"));
        Git("init", "-q");
        Git("config", "index.version", version);
        string[] names = ["build/_posts/2030-04-01-old.md", "build/_posts/2030-04-01-new.md", "_posts/2030-04-01-a.md", "drafts/b.md"];
        foreach (string name in names)
        {
            _folder.Write(name, "---\ntitle: A\n---\n\nText.\n");
        }
        _folder.Write(".gitignore", "build\ndrafts/\n");
        Git("add", "-f", "build/_posts/2030-04-01-old.md", "_posts");
        var reader = new SubmissionReader { WorkingDirectory = _folder.Path, HonoursGitIgnore = true };

        Discovery found = reader.Discover(["."]);

        found.Sources.Select(source => source.Name).Should().Equal("2030-04-01-a", "2030-04-01-old");
        found.Ignored.Should().Be(2);
    }

    [Fact]
    public void It_holds_in_folders_and_not_for_what_is_named_or_where_nobody_asks()
    {
        _folder.Write("_posts/2030-04-01-a.md", "Text.");
        _folder.Write("build/_posts/2030-04-01-b.md", "Text.");
        _folder.Write(".gitignore", "build\n");
        var reader = new SubmissionReader { WorkingDirectory = _folder.Path, HonoursGitIgnore = true };

        reader.Discover(["."]).Sources.Select(source => source.Name).Should().Equal("2030-04-01-a");
        reader.Discover(["build/_posts/2030-04-01-b.md"]).Sources.Select(source => source.Name).Should().Equal("2030-04-01-b");
        reader.Discover(["build"]).Sources.Select(source => source.Name).Should().Equal("2030-04-01-b");
        new SubmissionReader { WorkingDirectory = _folder.Path }
            .Discover(["."])
            .Sources.Should()
            .HaveCount(2);
    }

    private string Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        using Process git = Process.Start(start)!;
        string output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return output;
    }
}
