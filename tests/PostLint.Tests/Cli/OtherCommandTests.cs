using System.Text.Json;
using PostLint.Cli;

namespace PostLint.Tests.Cli;

public class OtherCommandTests
{
    [Fact]
    public void Rules_are_listed_as_text_and_json()
    {
        using var run = new Run();
        run.Start("rules").Should().Be(0);
        run.Output.Should().Contain("identity/commented-author").And.Contain("submission/unused-suppression");
        run.Start("rules", "--format", "json").Should().Be(0);
        JsonDocument.Parse(run.Output).RootElement.GetArrayLength().Should().Be(RulesCommand.All().Count);
    }

    [Fact]
    public void Explain_prints_card_requirement_and_examples()
    {
        using var run = new Run();
        run.Start("explain", "identity/own-repository").Should().Be(0);
        run.Output.Should().ContainAll("Why:", "Fix:", "Call:", "Bad (bad.md):", "Good (good-");
    }

    [Fact]
    public void Explain_shows_of_every_rule_whole_examples_and_how_to_fix_and_suppress_it()
    {
        using var run = new Run();
        foreach (Rules.RuleDescriptor rule in RulesCommand.All())
        {
            run.Start("explain", rule.Id).Should().Be(0);
            run.Output.Should()
                .ContainAll("Why: ", "Fix: ", "By itself: ", "Phase: ", "Suppress:", "\nBad (", "Page: ")
                .And.NotContain("more lines");
        }
        run.Start("explain", "template/broken-anchor").Should().Be(0);
        run.Output.Should().Contain("postlint-disable-next-block template/broken-anchor");
        run.Start("explain", "scope/long-post").Should().Be(0);
        run.Output.Should().MatchRegex("Option: percent \\(90; a whole number from \\d+ to \\d+");
    }

    [Fact]
    public void Explain_tells_a_pull_request_in_words()
    {
        using var run = new Run();
        run.Start("explain", "request/wrong-title").Should().Be(0);
        run.Output.Should().Contain("    title of the request: ").And.Contain("    adds: _posts/");
    }

    [Fact]
    public void Explain_prints_json()
    {
        using var run = new Run();
        run.Start("explain", "scope/long-post", "--format", "json").Should().Be(0);
        JsonElement card = JsonDocument.Parse(run.Output).RootElement;
        card.GetProperty("id").GetString().Should().Be("scope/long-post");
        card.GetProperty("state").GetString().Should().Be("stable");
        card.GetProperty("options")[0].GetProperty("type").GetString().Should().Be("integer");
        card.GetProperty("examples").EnumerateArray().Should().Contain(example => example.GetProperty("isBad").GetBoolean());
    }

    [Fact]
    public void Explain_knows_what_was_meant()
    {
        using var run = new Run();
        run.Start("explain", "identity/own-repo").Should().Be(2);
        run.Error.Should().Contain("did you mean identity/own-repository?");
    }

    [Fact]
    public void The_version_is_printed_alone()
    {
        using var run = new Run();
        run.Start("--version").Should().Be(0);
        run.Output.Trim().Should().MatchRegex(@"^\d+\.\d+\.\d+$");
    }

    [Theory]
    [InlineData("bash", "complete -o filenames -F _postlint postlint")]
    [InlineData("zsh", "compdef _postlint postlint")]
    [InlineData("fish", "complete -c postlint")]
    public void Completions_are_scripts(string shell, string line)
    {
        using var run = new Run();
        run.Start("completions", shell).Should().Be(0);
        run.Output.Should().Contain(line);
    }
}
