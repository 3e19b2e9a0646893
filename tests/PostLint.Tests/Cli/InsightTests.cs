namespace PostLint.Tests.Cli;

/// <summary>What authors of rules look at: the tree, the facts, and why a rule is silent.</summary>
public sealed class InsightTests
{
    private const string Post =
        "---\ntitle: Roots\ndescription: How they grow.\n---\n\n## Code\n\nOur code is at https://github.com/ada-example/roots\u0007.\n";

    [Fact]
    public void A_tree_shows_kinds_and_places_and_masks_texts()
    {
        using var run = new Run();
        run.With("post.md", Post);

        run.Start("tree", "post.md").Should().Be(0);

        run.Output.Should()
            .StartWith("Document 1:1-9:1 prose\n  FrontMatter 1:1-4:4 front-matter\n    Property title 2:1-2:13 front-matter\n")
            .And.NotContain("Roots")
            .And.NotContain("ada-example");
        run.Start("tree", "post.md", "--reveal").Should().Be(0);
        run.Output.Should().Contain("Scalar 2:8-2:13 front-matter “Roots”").And.NotContain("\u0007").And.Contain("\\x07");
        run.Start("tree", "none.md").Should().Be(2);
        run.Error.Should().Contain("there is no such file");
    }

    [Fact]
    public void Facts_are_told_with_places_and_conclusions_with_their_rules()
    {
        using var run = new Run();
        run.With("post.md", Post);

        run.Start("facts", "post.md", "--isolated").Should().Be(0);
        run.Output.Should().Contain("post.md:8:16").And.NotContain("ada-example").And.Contain("(concluded by ");
        run.Start("facts", "post.md", "--isolated", "--kind", "WebLink", "--reveal").Should().Be(0);
        run.Output.Should()
            .MatchRegex("^post.md:8:16 prose: WebLink \\{ Address = “https://github.com/ada-example/roots.*, Use = Text.*\n$");
        run.Start("facts", "post.md", "--isolated", "--kind", "WebLinks").Should().Be(2);
        run.Error.Should().Contain("did you mean WebLink?");
    }

    [Theory]
    [InlineData("matcher")]
    [InlineData("nrules")]
    public void Why_not_says_which_condition_fails_first(string engine)
    {
        using var run = new Run();
        run.With("post.md", Post.Replace("Our code", "The code", StringComparison.Ordinal));

        run.Start("check", "post.md", "--isolated", "--engine", engine, "--why-not", "identity/own-repository", "post.md:8").Should().Be(0);

        run.Output.Should()
            .StartWith("identity/own-repository at post.md:8\n  identity/own-repository begins at each ")
            .And.Contain("Mention: condition 2 of 7 fails, And<Phrase> in the same sentence (")
            .And.NotContain("ada-example");
    }

    [Fact]
    public void A_rule_that_reports_is_said_to()
    {
        using var run = new Run();
        run.With("post.md", Post);

        run.Start("check", "post.md", "--isolated", "--why-not", "identity/own-repository", "post.md:8").Should().Be(0);

        run.Output.Should().Contain("the rule reports it");
    }

    [Theory]
    [InlineData("identity/own-repo", "post.md:8", "did you mean identity/own-repository?")]
    [InlineData("identity/own-repository", "post.md", "the second value names no line; write FILE:LINE")]
    [InlineData("identity/own-repository", "other.md:3", "no file other.md is checked")]
    [InlineData("identity/own-repository", "post.md:900", "post.md has 9 lines")]
    public void What_cannot_be_answered_is_told(string rule, string place, string message)
    {
        using var run = new Run();
        run.With("post.md", Post);

        run.Start("check", "post.md", "--isolated", "--why-not", rule, place).Should().Be(2);

        run.Error.Should().Contain(message);
    }

    [Fact]
    public void Why_not_needs_both_of_its_values()
    {
        using var run = new Run();
        run.With("post.md", Post);

        run.Start("check", "post.md", "--why-not", "identity/own-repository").Should().Be(2);

        run.Error.Should().Contain("--why-not needs 2 values: RULE FILE:LINE");
    }

    [Theory]
    [InlineData("engine: nrules\n", 1, "")]
    [InlineData("engine: rete\n", 2, ".postlint.yml:1:9")]
    public void A_configuration_names_the_engine(string configuration, int code, string message)
    {
        using var run = new Run();
        run.With("post.md", Post).With(".postlint.yml", configuration);

        run.Start("check", "post.md").Should().Be(code);

        (run.Error + "$").Should().Contain(message.Length == 0 ? "$" : message);
    }
}
