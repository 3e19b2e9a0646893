using System.Diagnostics;
using System.Text;
using PostLint.Tests.Assets;
using PostLint.Tests.Submissions;

namespace PostLint.Tests.Cli;

public sealed class FixCommandTests : IDisposable
{
    private const string Post =
        "---\ntitle: A\nauthors:\n  - name: Anonymous\n#  - name: Ada Example\n---\n\nWe thank Ada Example for her help.\n";
    private readonly Run _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Fixes_tells_and_lints_again()
    {
        _run.With("_posts/2026-04-27-a.md", Post);

        _run.Start("fix", ".", "--isolated").Should().Be(1);

        _run.Output.Should()
            .StartWith("fixed: _posts/2026-04-27-a.md: identity/commented-author\n")
            .And.Contain("acknowledgment/sentence")
            .And.NotContain("A comment still holds");
        _run.Read("_posts/2026-04-27-a.md").Should().NotContain("#  - name").And.Contain("We thank");
    }

    [Fact]
    public void Unsafe_fixes_and_rules_are_chosen()
    {
        _run.With("_posts/2026-04-27-a.md", Post);

        _run.Start("fix", ".", "--isolated", "--unsafe", "--select", "acknowledgment").Should().Be(1);

        _run.Read("_posts/2026-04-27-a.md").Should().Contain("#  - name").And.NotContain("We thank");
    }

    [Fact]
    public void Difference_changes_nothing_and_is_masked_unless_revealed()
    {
        _run.With("_posts/2026-04-27-a.md", Post);

        _run.Start("fix", ".", "--isolated", "--diff").Should().Be(0);
        _run.Output.Should()
            .Be(
                "would be changed in 1 place: _posts/2026-04-27-a.md: identity/commented-author\n"
                    + "the changes are not shown, since they hold the names that they take out; --reveal shows them\n"
            );

        _run.Start("fix", ".", "--isolated", "--diff", "--reveal").Should().Be(0);
        _run.Output.Should().Contain("-#  - name: Ada Example\n");
        _run.Read("_posts/2026-04-27-a.md").Should().Be(Post);
    }

    [Theory]
    [InlineData("--check")]
    [InlineData("--check", "--diff")]
    public void A_check_writes_nothing_and_its_exit_code_says_whether_a_fix_would(params string[] options)
    {
        _run.With("_posts/2026-04-27-a.md", Post).With("_posts/2026-04-27-b.md", "---\ntitle: B\n---\n\nText.\n");

        _run.Start(["fix", "_posts/2026-04-27-a.md", "--isolated", .. options]).Should().Be(1);
        _run.Output.Should().Contain("would be changed in 1 place: _posts/2026-04-27-a.md");
        _run.Start(["fix", "_posts/2026-04-27-b.md", "--isolated", .. options]).Should().Be(0);
        _run.Output.Should().Be("nothing to fix\n");
        _run.Start(["fix", "_posts/2026-04-27-a.md", "--isolated", "--ignore", "identity", .. options]).Should().Be(0);

        _run.Read("_posts/2026-04-27-a.md").Should().Be(Post);
    }

    [Fact]
    public void Standard_input_is_not_printed_by_a_check()
    {
        _run.Input = Encoding.UTF8.GetBytes(Post);

        _run.Start("fix", "-", "--isolated", "--check").Should().Be(1);

        _run.Output.Should().StartWith("would be changed").And.NotContain("title: A");
    }

    [Fact]
    public void Pictures_lose_their_metadata()
    {
        _run.With("_posts/2026-04-27-a.md", "---\ntitle: A\n---\n");
        _run.Write(
            "assets/img/2026-04-27-a/a.png",
            PngTests.Png(("IHDR", new byte[13]), ("tEXt", "Author\0Ada Example"u8.ToArray()), ("IDAT", [1, 2, 3]), ("IEND", []))
        );

        _run.Start("fix", ".", "--isolated").Should().Be(0);

        _run.Output.Should().Contain("fixed: assets/img/2026-04-27-a/a.png: identity/asset-author");
        _run.ReadBytes("assets/img/2026-04-27-a/a.png")
            .Should()
            .Equal(PngTests.Png(("IHDR", new byte[13]), ("IDAT", [1, 2, 3]), ("IEND", [])));
    }

    [Fact]
    public void What_systems_left_is_deleted()
    {
        _run.With("_posts/2026-04-27-a.md", "---\ntitle: A\n---\n");
        _run.Write("assets/img/2026-04-27-a/.DS_Store", [0, 0, 0, 1, .. "Bud1"u8, 0, 0, 0, 0]);
        _run.Write("assets/img/2026-04-27-a/._a.png", [0, 5, 0x16, 7, 0, 2, 0, 0]);
        _run.Write("assets/img/2026-04-27-a/a.png~", [1]);

        _run.Start("fix", ".", "--isolated");

        _run.Output.Should()
            .Contain("fixed: assets/img/2026-04-27-a/.DS_Store: submission/dropping\nfixed: assets/img/2026-04-27-a/._a.png")
            .And.Contain("not fixed: assets/img/2026-04-27-a/a.png~: it may be of use");
        Directory.GetFiles(Path.Combine(_run.Folder, "assets/img/2026-04-27-a")).Should().ContainSingle();
    }

    [Theory]
    [InlineData("a.zip")]
    [InlineData("a.tar")]
    [InlineData("a.tgz")]
    public void Archives_are_packed_again(string name)
    {
        byte[] picture = PngTests.Png(
                ("IHDR", new byte[13]),
                ("tEXt", "Author\0Ada Example"u8.ToArray()),
                ("IDAT", [1, 2, 3]),
                ("IEND", [])
            ),
            dropping = [0, 0, 0, 1, .. "Bud1"u8, 0, 0, 0, 0];
        _run.Write(
            name,
            Samples.Archive(
                name,
                ("_posts/2026-04-27-a.md", Encoding.UTF8.GetBytes(Post)),
                ("assets/img/2026-04-27-a/a.png", picture),
                (".DS_Store", dropping),
                ("__MACOSX/._a.png", [0, 5, 0x16, 7, 0, 2, 0, 0])
            )
        );

        _run.Start("fix", name, "--isolated", "--diff", "--reveal").Should().Be(0);
        _run.Output.Should()
            .Contain($"would be packed again: {name}")
            .And.Contain("-#  - name: Ada Example")
            .And.Contain($"would be deleted: {name}!/.DS_Store")
            .And.Contain("PNG:Author");
        _run.Start("fix", name, "--isolated").Should().Be(1);

        _run.Output.Should()
            .MatchRegex($"^fixed: {name}: identity/asset-author, (identity/asset-login, )?identity/commented-author, submission/dropping\n")
            .And.Contain("acknowledgment/sentence")
            .And.NotContain("UserName");
        IReadOnlyList<PostLint.Submissions.SubmittedFile> files = Scanned.Of(_run.ReadBytes(name), name).Files;
        files.Select(file => file.Path).Should().Equal(name, $"{name}!/_posts/2026-04-27-a.md", $"{name}!/assets/img/2026-04-27-a/a.png");
        files[1].Text!.Text.Should().Be(Post.Replace("#  - name: Ada Example\n", "", StringComparison.Ordinal));
        files[0].Sheet!.Fields.Should().BeEmpty();
        files[2].Sheet!.Fields.Should().BeEmpty();
    }

    [Fact]
    public void What_cannot_be_fixed_is_told()
    {
        _run.With("_posts/2026-04-27-a.md", "---\ntitle: A\n---\n");
        _run.Write("assets/img/2026-04-27-a/a.mp3", Samples.Mp3("TENC", "Ada Example"));

        _run.Start("fix", ".", "--isolated").Should().Be(2);

        _run.Output.Should()
            .Contain("not fixed: assets/img/2026-04-27-a/a.mp3: its format cannot be rewritten; export it again without metadata");
    }

    [Fact]
    public void Standard_input_comes_out_fixed()
    {
        _run.Input = Encoding.UTF8.GetBytes(Post);

        _run.Start("fix", "-", "--isolated");

        _run.Output.Should().Be(Post.Replace("#  - name: Ada Example\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_to_fix_is_said()
    {
        _run.With("_posts/2026-04-27-a.md", "---\ntitle: A\n---\n");

        _run.Start("fix", ".", "--isolated").Should().Be(0);

        _run.Output.Should().StartWith("nothing to fix\n");
    }

    [Fact]
    public void Killed_at_any_moment_each_file_is_the_old_or_the_new()
    {
        var random = new Random(7);
        for (int i = 0; i < 20; i++)
        {
            using var folder = new TemporaryFolder();
            var files = new List<(string Path, byte[] Before)>();
            for (int post = 0; post < 12; post++)
                files.Add(Write(folder, $"_posts/2026-04-{post + 10}-a.md", Post + new string('x', 20_000)));
            using Process process = Process.Start(
                new ProcessStartInfo(
                    "dotnet",
                    [Path.Combine(AppContext.BaseDirectory, "PostLint.Cli.dll"), "fix", ".", "--isolated", "--quiet"]
                )
                {
                    WorkingDirectory = folder.Path,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            Thread.Sleep(200 + random.Next(600));
            process.Kill();
            process.WaitForExit();

            foreach ((string path, byte[] before) in files)
            {
                byte[] now = File.ReadAllBytes(path);
                string fixedText = Encoding.UTF8.GetString(before).Replace("#  - name: Ada Example\n", "", StringComparison.Ordinal);
                (now.AsSpan().SequenceEqual(before) || Encoding.UTF8.GetString(now) == fixedText)
                    .Should()
                    .BeTrue("a killed run leaves no half file");
            }
        }
    }

    private static (string, byte[]) Write(TemporaryFolder folder, string name, string text)
    {
        folder.Write(name, text);
        return (folder.In(name), Encoding.UTF8.GetBytes(text));
    }
}
