namespace PostLint.Tests.Cli;

public sealed class BaselineCommandTests : IDisposable
{
    private const string Post = "---\ntitle: A\n---\n\nWe thank Ada Example for her help.\n\nText.\n";
    private readonly Run _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void What_is_known_is_told_no_more()
    {
        _run.With("_posts/2025-04-28-a.md", Post);
        _run.Start("baseline", "create", ".").Should().Be(0);

        _run.Start("baseline", "check", ".").Should().Be(0);

        _run.Output.Should().Contain("suppressed").And.NotContain("acknowledgment/sentence");
    }

    [Fact]
    public void It_holds_no_text_and_no_line()
    {
        _run.With("_posts/2025-04-28-a.md", Post);

        _run.Start("baseline", "create", ".");

        _run.Read(".postlint-baseline.json").Should().NotContainAny("Ada", "thank", "line").And.Contain("acknowledgment/sentence");
    }

    [Fact]
    public void Moved_lines_stay_matched_and_changed_content_comes_back()
    {
        _run.With("_posts/2025-04-28-a.md", Post);
        _run.Start("baseline", "create", ".");
        _run.With("_posts/2025-04-28-a.md", Post.Replace("We thank", "More.\n\nAnd more.\n\nWe  thank", StringComparison.Ordinal));
        _run.Start("baseline", "check", ".").Should().Be(0);

        _run.With("_posts/2025-04-28-a.md", Post + "\nWe thank Ben Sample for reading a draft of this post.\n");

        _run.Start("baseline", "check", ".").Should().Be(1);
    }

    [Fact]
    public void What_is_stale_is_told_and_pruned()
    {
        _run.With("_posts/2025-04-28-a.md", Post);
        _run.Start("baseline", "create", ".");
        _run.With("_posts/2025-04-28-a.md", "---\ntitle: A\n---\n\nText.\n");

        _run.Start("baseline", "check", ".");
        _run.Output.Should().Contain("stale: acknowledgment/sentence in _posts/2025-04-28-a.md");
        _run.Start("baseline", "prune", ".").Should().Be(0);

        _run.Start("baseline", "check", ".");
        _run.Output.Should().NotContain("stale");
    }

    [Fact]
    public void One_that_is_there_is_not_overwritten_and_a_broken_one_is_told()
    {
        _run.With("_posts/2025-04-28-a.md", Post).With(".postlint-baseline.json", "{}");

        _run.Start("baseline", "create", ".").Should().Be(2);
        _run.Start("baseline", "check", ".").Should().Be(2);

        _run.Error.Should().Contain("it is there already").And.Contain("it is no baseline of this version");
        _run.Read(".postlint-baseline.json").Should().Be("{}");
    }
}
