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
    public void Both_workflows_are_written_and_the_second_checks_nothing_out()
    {
        _run.Start("init", "--write").Should().Be(0);
        string check = _run.Read(".github/workflows/postlint.yml"),
            report = _run.Read(".github/workflows/postlint-report.yml");
        check.Should().Contain("name: PostLint\n").And.Contain("contents: read").And.NotContain("write");
        report.Should().Contain("workflows: [PostLint]").And.Contain("uses: postlint/postlint/report@v").And.NotContain("checkout");
    }

    [Theory]
    [InlineData("profile: iclr-blog-2026", "2026-04-27-a")]
    [InlineData("# Each post tells its edition", "2026-04-27-a", "2024-05-07-b")]
    [InlineData("# Each post tells its edition", "a")]
    public void Profile_is_that_of_the_posts_and_none_where_they_do_not_agree(string line, params string[] posts)
    {
        foreach (string post in posts)
            _run.With($"_posts/{post}.md", "---\ntitle: A\n---\n\nText.\n");
        _run.Start("init", "--write").Should().Be(0);
        _run.Read(".postlint.yml").Should().Contain(line);
    }

    [Fact]
    public void What_it_writes_weakens_no_check_and_is_no_finding()
    {
        _run.With("_posts/2026-04-27-a.md", "---\ntitle: A\n---\n\nWe thank Ada Example for her help.\n");
        _run.Start("check", ".", "--reveal", "--format", "concise");
        string before = _run.Output;
        _run.Start("init", "--write").Should().Be(0);
        _run.Start("check", ".", "--reveal", "--format", "concise").Should().Be(1);
        _run.Output.Should().Be(before);
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
