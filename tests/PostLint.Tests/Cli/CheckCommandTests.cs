using System.Text;
using System.Text.Json;

namespace PostLint.Tests.Cli;

public class CheckCommandTests
{
    private const string Leaking =
        "---\ntitle: T\nauthors:\n  - name: Anonymous\n# authors:\n#   - name: Ada Example\n---\n\nWarm-up keeps steps small.\n";
    private const string Clean = "---\ntitle: T\nauthors:\n  - name: Anonymous\n---\n\nWarm-up keeps steps small.\n";

    [Fact]
    public void A_clean_post_leaves_no_trace_and_exit_code_0()
    {
        string whole =
            Clean.Replace(
                "title: T",
                "layout: distill\ntitle: T\ndescription: We look at warm-up. It helps.\ndate: 2024-05-07\ntoc:\n  - name: Warm-up",
                StringComparison.Ordinal
            )
            + "\n## Warm-up\n\n"
            + string.Concat(Enumerable.Repeat("Small steps keep the training of a network calm at first.\n", 150));
        using Run run = new Run().With("_posts/2024-05-07-a.md", whole);
        run.Start("check", "_posts/2024-05-07-a.md").Should().Be(0);
        run.Output.Should()
            .Be("profile: iclr-blog-2024, edition inferred from the file name’s date\nno direct trace found in 1 submission\n")
            .And.NotContain("anonymous");
    }

    [Fact]
    public void A_leak_is_masked_outside_a_terminal()
    {
        using Run run = new Run().With("a.md", Leaking);
        run.Start("check", "a.md").Should().Be(1);
        run.Output.Should().Contain("a.md:6:13 error identity/commented-author").And.NotContain("Ada").And.NotContain("Example");
    }

    [Fact]
    public void A_leak_is_shown_with_its_line_on_a_terminal()
    {
        using Run run = new Run { IsTerminal = true }
            .With("a.md", Leaking)
            .Set("NO_COLOR", "1");
        run.Start("check", "a.md").Should().Be(1);
        run.Output.Should().Contain("      6 | #   - name: Ada Example\n        |             ^^^^^^^^^^^\n").And.NotContain("\u001b");
    }

    [Fact]
    public void Automatic_services_see_masks_even_on_a_terminal()
    {
        using Run run = new Run { IsTerminal = true }
            .With("a.md", Leaking)
            .Set("CI", "true");
        run.Start("check", "a.md");
        run.Output.Should().NotContain("Ada");
    }

    [Fact]
    public void Reveal_shows_names_everywhere_and_why_their_evidence()
    {
        using Run run = new Run().With("a.md", Leaking).Set("CI", "true");
        run.Start("check", "a.md", "--reveal", "--why");
        run.Output.Should().Contain("Ada Example").And.Contain("because of author entry at a.md:6:13");
    }

    [Theory]
    [InlineData("error", 0)]
    [InlineData("warning", 1)]
    [InlineData("never", 0)]
    public void Fail_on_sets_the_exit_code(string level, int code)
    {
        using Run run = new Run().With("a.md", "The record is at https://orcid.org/0000-0002-1825-0097.\n");
        run.Start("check", "a.md", "--fail-on", level).Should().Be(code);
    }

    [Fact]
    public void Several_formats_are_written_in_one_run_and_masked()
    {
        using Run run = new Run().With("a.md", Leaking);
        run.Start("check", "a.md", "--format", "sarif=out.sarif", "--format", "json=out.json", "--format", "text").Should().Be(1);
        run.Output.Should().Contain("1 error in 1 submission");
        JsonDocument.Parse(run.Read("out.json")).RootElement.GetProperty("version").GetInt32().Should().Be(1);
        JsonElement result = JsonDocument.Parse(run.Read("out.sarif")).RootElement.GetProperty("runs")[0].GetProperty("results")[0];
        result.GetProperty("ruleId").GetString().Should().Be("identity/commented-author");
        (run.Read("out.json") + run.Read("out.sarif")).Should().NotContain("Ada");
    }

    [Fact]
    public void Standard_input_is_linted_under_its_virtual_path()
    {
        using var run = new Run { Input = Encoding.UTF8.GetBytes(Leaking) };
        run.Start("check", "-", "--stdin-path", "_posts/2024-05-07-b.md").Should().Be(1);
        run.Output.Should().Contain("_posts/2024-05-07-b.md:6:13 error").And.Contain("profile: iclr-blog-2024");
    }

    [Fact]
    public void What_cannot_be_read_is_told_and_the_rest_goes_on()
    {
        using Run run = new Run().With("a.md", Leaking);
        run.Start("check", "a.md", "missing.md", "--format", "json").Should().Be(2);
        JsonDocument.Parse(run.Output).RootElement.GetProperty("unread").GetArrayLength().Should().Be(1);
        run.Output.Should().Contain("identity/commented-author");
    }

    [Theory]
    [InlineData("did you mean --format?", "check", "a.md", "--formt", "json")]
    [InlineData("not “yaml”", "check", "a.md", "--format", "yaml")]
    [InlineData("did you mean identity/own-repository?", "check", "a.md", "--select", "identity/own-repositry")]
    [InlineData("--reveal and --mask contradict each other", "check", "a.md", "--reveal", "--mask")]
    [InlineData("no rule is left to run", "check", "a.md", "--select", "identity/email", "--ignore", "identity")]
    [InlineData("doubleblind", "check", "a.md", "--profile", "doubleblind")]
    [InlineData("did you mean check?", "chek", "a.md")]
    public void Bad_usage_says_what_is_wrong(string said, params string[] args)
    {
        using Run run = new Run().With("a.md", Clean);
        run.Start(args).Should().Be(2);
        run.Error.Should().Contain(said);
    }

    [Fact]
    public void The_nearest_configuration_is_used_and_named()
    {
        using Run run = new Run()
            .With(".git/HEAD", "")
            .With(".postlint.yml", "severities: { identity/commented-author: note }\n")
            .With("_posts/a.md", Leaking);
        run.Start("check", "_posts/a.md").Should().Be(0);
        run.Output.Should().Contain("note identity/commented-author").And.Contain("configuration: .postlint.yml");
        run.Start("check", "_posts/a.md", "--isolated").Should().Be(1);
    }

    [Fact]
    public void A_mistake_in_the_configuration_is_told_with_its_place()
    {
        using Run run = new Run().With(".git/HEAD", "").With(".postlint.yml", "profle: double-blind\n").With("a.md", Clean);
        run.Start("check", "a.md").Should().Be(2);
        run.Error.Should().Contain(".postlint.yml:1:1:").And.Contain("\"profile\"");
    }

    [Fact]
    public void A_suppression_counts_unless_it_is_refused()
    {
        const string Suppressed =
            "<!-- postlint-disable-next-block identity/affiliation-claim -- an invented example -->\nOur group at Examplia "
            + "works on this.\n";
        using Run run = new Run().With("a.md", Suppressed);
        run.Start("check", "a.md").Should().Be(0);
        run.Output.Should().Contain("1 suppressed");
        run.Start("check", "a.md", "--no-suppressions").Should().Be(1);
    }

    [Fact]
    public void Terminal_sequences_of_a_post_never_reach_the_terminal()
    {
        using Run run = new Run { IsTerminal = true }
            .With("a.md", "Our group at Ex\u001b[31mamplia works on \u202Ethis.\n")
            .Set("NO_COLOR", "1");
        run.Start("check", "a.md", "--reveal");
        run.Output.Should().NotContain("\u001b").And.NotContain("\u202E");
    }

    [Fact]
    public void The_number_of_jobs_changes_nothing()
    {
        using var run = new Run();
        for (int i = 0; i < 30; i++)
            run.With($"{i:00}/_posts/2024-05-07-p{i}.md", i % 3 == 0 ? Leaking : Clean);
        run.Start("check", ".", "--jobs", "1");
        string one = run.Output;
        run.Start("check", ".", "--jobs", "8");
        run.Output.Should().Be(one).And.Contain("10 errors, ").And.Contain(" in 30 submissions\n");
    }

    [Fact]
    public void The_camera_ready_phase_does_not_ask_for_anonymity()
    {
        using Run run = new Run().With("a.md", Leaking.Replace("Anonymous", "Ben Sample", StringComparison.Ordinal)).With("b.md", Leaking);
        run.Start("check", "a.md", "--phase", "camera-ready").Should().Be(0);
        run.Start("check", "b.md", "--phase", "camera-ready").Should().Be(1);
        run.Output.Should().Contain("attribution/anonymous-author").And.NotContain("identity/");
    }
}
