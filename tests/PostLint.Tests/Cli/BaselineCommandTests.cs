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

        _run.With("_posts/2025-04-28-a.md", Post.Replace("her help", "the data", StringComparison.Ordinal));

        _run.Start("baseline", "check", ".").Should().Be(1);
    }

    [Theory]
    [InlineData(
        "The list stands at ada@examplia.edu.\n",
        "Read this first.\n\nThe list stands at ada@examplia.edu.\n\nA copy stands at ada@examplia.edu, too.\n"
    )]
    [InlineData(
        "The list stands at ada@examplia.edu.\n",
        "A copy stands at ada@examplia.edu, too.\n\nThe list stands at ada@examplia.edu.\n"
    )]
    [InlineData("The list stands at ada@examplia.edu.\n", "As said, the list stands at ada@examplia.edu by now.\n")]
    [InlineData("See ada@examplia.edu.\n\nOr: ada@examplia.edu.\n", "Nothing here.\n\nOr: ada@examplia.edu.\n")]
    public void A_known_finding_stays_known_where_it_moves_or_another_place_joins_it(string before, string after)
    {
        _run.With("_posts/2025-04-28-a.md", "---\ntitle: A\n---\n\n" + before);
        _run.Start("baseline", "create", ".").Should().Be(0);
        _run.With("_posts/2025-04-28-a.md", "---\ntitle: A\n---\n\n" + after);

        _run.Start("baseline", "check", ".").Should().Be(0);

        _run.Output.Should().NotContain("stale").And.NotContain("identity/").And.Contain("no open finding in 1 submission");
    }

    [Theory]
    [InlineData("The list stands at ada@examplia.edu.\n", "The list stands at ada@examplia.edu or ben@examplia.edu.\n")]
    [InlineData("The list stands at ada@examplia.edu.\n", "The list stands at ben@examplia.edu.\n")]
    [InlineData("The list stands at ada@examplia.edu or ben@examplia.edu.\n", "The list stands at ada@examplia.edu or eve@examplia.edu.\n")]
    public void Another_address_on_the_known_line_is_new(string before, string after)
    {
        _run.With("_posts/2025-04-28-a.md", "---\ntitle: A\n---\n\n" + before);
        _run.Start("baseline", "create", ".");
        _run.With("_posts/2025-04-28-a.md", "---\ntitle: A\n---\n\n" + after);

        _run.Start("baseline", "check", ".");

        _run.Output.Should().Contain("1 warning in 1 submission");
    }

    [Fact]
    public void Another_name_behind_the_same_words_is_new()
    {
        _run.With("_posts/2025-04-28-a.md", Post);
        _run.Start("baseline", "create", ".");
        _run.With("_posts/2025-04-28-a.md", Post.Replace("Ada Example", "Ben Sample", StringComparison.Ordinal));

        _run.Start("baseline", "check", ".").Should().Be(1);
    }

    [Fact]
    public void A_further_place_is_told_and_does_not_bring_the_finding_back()
    {
        _run.With("_posts/2025-04-28-a.md", Post);
        _run.Start("baseline", "create", ".");
        _run.With("_posts/2025-04-28-a.md", Post + "\nWe thank Ben Sample for reading a draft of this post.\n");

        _run.Start("baseline", "check", ".").Should().Be(0);

        _run.Output.Should().Contain("grown: acknowledgment/sentence in _posts/2025-04-28-a.md is known and stands also on line 9");
    }

    [Fact]
    public void Create_and_check_count_alike()
    {
        _run.With("_posts/2025-04-28-a.md", Post + "\nSee ada@examplia.edu. Or: ada@examplia.edu.\n\nAnd ada@examplia.edu.\n");
        _run.Start("baseline", "create", ".");
        string count = _run.Output.Split(' ')[0];

        _run.Start("baseline", "check", ".");

        _run.Output.Should().Contain($"{count} suppressed").And.Contain($"baseline: {count} of {count} findings are still there");
    }

    [Fact]
    public void One_that_is_not_there_is_told()
    {
        _run.With("_posts/2025-04-28-a.md", Post);

        _run.Start("baseline", "check", ".").Should().Be(2);

        _run.Error.Should().Be("postlint: .postlint-baseline.json: there is no such baseline; make one with postlint baseline create\n");
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
