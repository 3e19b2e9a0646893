namespace PostLint.Tests.Cli;

public sealed class InitCommandTests : IDisposable
{
    private readonly Run _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Files_are_shown_before_they_are_written()
    {
        _run.Start("init", "--profile", "iclr-blog-2026").Should().Be(0);
        _run.Output.Should()
            .Contain("profile: iclr-blog-2026")
            .And.Contain(".github/workflows/postlint.yml would be written")
            .And.Contain("Nothing is written yet");
        File.Exists(Path.Combine(_run.Folder, ".postlint.yml")).Should().BeFalse();

        _run.Start("init", "--profile", "iclr-blog-2026", "--write").Should().Be(0);

        _run.Read(".github/workflows/postlint.yml").Should().Contain("uses: postlint/postlint@v").And.NotContain("uses: ./");
        _run.Read(".pre-commit-config.yaml").Should().Contain("id: postlint");
        _run.With("_posts/2026-04-27-a.md", "---\ntitle: A\n---\n").Start("config", "show").Should().Be(0);
        _run.Output.Should().Contain("profile: iclr-blog-2026");
    }

    [Fact]
    public void Nothing_is_overwritten()
    {
        _run.With(".postlint.yml", "profile: double-blind\n");

        _run.Start("init", "--profile", "iclr-blog-2026", "--write").Should().Be(1);

        _run.Output.Should().Contain(".postlint.yml is there already and stays as it is").And.Contain(".pre-commit-config.yaml written");
        _run.Read(".postlint.yml").Should().Be("profile: double-blind\n");
    }
}
