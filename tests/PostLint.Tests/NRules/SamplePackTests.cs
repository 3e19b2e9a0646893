using System.Text.Json;
using PostLint.Tests.Cli;

namespace PostLint.Tests.NRules;

/// <summary>A compiled pack in NRules' language is known wherever other rules are.</summary>
public sealed class SamplePackTests
{
    private const string Rule = "sample/demos-on-one-host";

    private const string Post = """
        # Post

        ## Demos

        [one](https://demos.example/a), [two](https://demos.example/b) and [three](https://demos.example/c)

        """;

    private static readonly string s_pack = Path.Combine(AppContext.BaseDirectory, "PostLint.SamplePack.dll");

    [Fact]
    public void The_list_of_rules_names_them()
    {
        using var run = new Run();

        run.Start("rules", "--pack", s_pack).Should().Be(0);
        run.Output.Should().MatchRegex("(?m)^sample/demos-on-one-host +warning +All demos lie on one host$");

        run.Start("rules", "--format", "json", "--pack", s_pack).Should().Be(0);
        using JsonDocument rules = JsonDocument.Parse(run.Output);
        rules
            .RootElement.EnumerateArray()
            .Single(rule => rule.GetProperty("id").GetString() == Rule)
            .GetProperty("why")
            .GetString()
            .Should()
            .Be("Who hosts them is likely to have written the post.");
    }

    [Fact]
    public void Explain_shows_the_card_and_its_examples()
    {
        using var run = new Run();

        run.Start("explain", Rule, "--pack", s_pack).Should().Be(0);

        run.Output.Should()
            .StartWith($"{Rule} (warning)\nAll demos lie on one host.\n")
            .And.Contain("Fix: Hand the demos in with the post.")
            .And.Contain("Bad (")
            .And.Contain("    ## Demos")
            .And.Contain("Good (");
    }

    [Fact]
    public void Their_examples_are_tested()
    {
        using var run = new Run();

        run.Start("packs", "test", s_pack).Should().Be(0);

        run.Output.Should().Contain("2 rules, 4 examples, all as they should be");
    }

    [Theory]
    [InlineData("error", 1, "post.md:3:1 error sample/demos-on-one-host")]
    [InlineData("note", 0, "post.md:3:1 note sample/demos-on-one-host")]
    [InlineData("off", 0, "")]
    public void Profiles_and_configurations_set_their_severity(string severity, int code, string line)
    {
        using var run = new Run();
        run.With("post.md", Post)
            .With("profile.yml", $"name: own\nsummary: Own.\nextends: double-blind\nrules:\n  {Rule}: {{ severity: {severity} }}\n")
            .With("configured/post.md", Post)
            .With("configured/.postlint.yml", $"severities:\n  {Rule}: {severity}\n");

        run.Start("check", "post.md", "--isolated", "--quiet", "--pack", s_pack, "--select", "sample", "--profile", "profile.yml")
            .Should()
            .Be(code, run.Error);
        run.Output.Split('\n')[0].Should().Be(line);

        run.WorkingFolder = Path.Combine(run.Folder, "configured");
        run.Start("check", "post.md", "--quiet", "--pack", s_pack, "--select", "sample").Should().Be(code, run.Error);
        run.Output.Split('\n')[0].Should().Be(line);
    }

    [Fact]
    public void A_directive_suppresses_them_with_its_reason()
    {
        using var run = new Run();
        run.With(
            "post.md",
            Post.Replace(
                "## Demos",
                $"<!-- postlint-disable-next-block {Rule} -- the host is the venue's -->\n\n## Demos",
                StringComparison.Ordinal
            )
        );

        run.Start("check", "post.md", "--isolated", "--format", "json", "--pack", s_pack, "--select", "sample").Should().Be(0, run.Error);

        using JsonDocument report = JsonDocument.Parse(run.Output);
        JsonElement finding = Findings(report).Should().ContainSingle().Subject;
        finding.GetProperty("rule").GetString().Should().Be(Rule);
        finding.GetProperty("suppression").GetRawText().Should().Contain("in-source");
    }

    [Fact]
    public void A_configuration_suppresses_them_with_its_reason()
    {
        using var run = new Run();
        run.With("post.md", Post)
            .With(
                ".postlint.yml",
                $"suppressions:\n  - {{ rule: {Rule}, path: post.md, value: '## Demos', reason: The host is the venue's. }}\n"
            );

        run.Start("check", "post.md", "--quiet", "--pack", s_pack, "--select", "sample").Should().Be(0, run.Error);

        run.Output.Should().NotContain(Rule);
    }

    [Fact]
    public void Sarif_describes_them_and_shows_what_they_rest_on()
    {
        using var run = new Run();
        run.With("post.md", Post);

        run.Start("check", "post.md", "--isolated", "--format", "sarif", "--pack", s_pack, "--select", "sample").Should().Be(0, run.Error);

        using JsonDocument report = JsonDocument.Parse(run.Output);
        JsonElement first = report.RootElement.GetProperty("runs")[0];
        JsonElement result = first.GetProperty("results").EnumerateArray().Should().ContainSingle().Subject;
        result.GetProperty("ruleId").GetString().Should().Be(Rule);
        JsonElement card = first.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()];
        card.GetProperty("id").GetString().Should().Be(Rule);
        card.GetProperty("shortDescription").GetRawText().Should().Contain("All demos lie on one host");
        // The heading, and each of the three links.
        result.GetProperty("relatedLocations").GetArrayLength().Should().BeGreaterThanOrEqualTo(3);
        run.Output.Should().NotContain("demos.example");
    }

    [Fact]
    public void Json_shows_what_they_rest_on()
    {
        using var run = new Run();
        run.With("post.md", Post);

        run.Start("check", "post.md", "--isolated", "--format", "json", "--pack", s_pack, "--select", "sample").Should().Be(0, run.Error);

        using JsonDocument report = JsonDocument.Parse(run.Output);
        JsonElement finding = Findings(report).Should().ContainSingle().Subject;
        finding.GetProperty("evidence").GetArrayLength().Should().Be(4); // the heading and each of the links
        run.Output.Should().NotContain("demos.example");
    }

    [Fact]
    public void Select_names_one_of_them_and_ignore_leaves_one_out()
    {
        using var run = new Run();
        run.With("post.md", Post + "\n## Demos\n");

        run.Start("check", "post.md", "--isolated", "--quiet", "--pack", s_pack, "--select", "sample/same-words").Should().Be(0);
        run.Output.Should().Contain("note sample/same-words").And.NotContain(Rule);

        run.Start("check", "post.md", "--isolated", "--quiet", "--pack", s_pack, "--select", "sample", "--ignore", Rule).Should().Be(0);
        run.Output.Should().Contain("note sample/same-words").And.NotContain(Rule);
    }

    [Fact]
    public void A_join_that_tries_too_much_is_stopped_and_told_and_the_others_run()
    {
        using var run = new Run();
        string many = string.Concat(Enumerable.Range(0, 2_500).Select(n => $"## H{n}\n\n"));
        run.With("post.md", Post + many);

        run.Start("check", "post.md", "--isolated", "--pack", s_pack, "--select", "sample").Should().Be(2, run.Error);

        run.Output.Should()
            .Contain("warning sample/demos-on-one-host")
            .And.Contain("not fully checked: sample/same-words was stopped after 4000000 tries");
    }

    [Theory]
    [InlineData("matcher")]
    [InlineData("nrules")]
    public void Why_not_answers_in_each_engine(string engine)
    {
        using var run = new Run();
        run.With("post.md", Post.Replace("demos.example/c", "other.example/c", StringComparison.Ordinal));

        run.Start("check", "post.md", "--isolated", "--engine", engine, "--pack", s_pack, "--why-not", Rule, "post.md:3").Should().Be(0);

        run.Output.Should().Contain("what is missing stands in a query or in Not");
    }

    private static IEnumerable<JsonElement> Findings(JsonDocument report) =>
        report
            .RootElement.GetProperty("submissions")[0]
            .GetProperty("findings")
            .EnumerateArray()
            .Where(finding => finding.GetProperty("rule").GetString()!.StartsWith("sample/", StringComparison.Ordinal));
}
