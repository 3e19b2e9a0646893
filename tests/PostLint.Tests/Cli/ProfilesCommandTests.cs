using System.Text.Json;
using PostLint.Cli;
using PostLint.Rules;

namespace PostLint.Tests.Cli;

public class ProfilesCommandTests
{
    private const string Venue = """
        name: venue
        summary: A venue.
        extends: double-blind
        edition: { year: 2030, subject: free }
        rules:
          scope/long-post:
            severity: off
            options: { percent: 95 }
          identity/email: { suppressible: false }
        requirements:
          - text: "Posts are anonymous: nobody is named."
            source: Call
            address: "https://example.org/call"
            rules: [identity/email, scope]
          - { text: Posts are short., source: Call, rules: [scope/long-post] }
          - { text: Posts are shortish., source: Call, rules: [scope/long-post] }
          - { text: Posts are new., source: Call, unchecked: Reviewers judge. }
        """;

    [Fact]
    public void Profiles_are_listed_as_text_and_json()
    {
        using var run = new Run();
        run.Start("profiles").Should().Be(0);
        run.Output.Should().MatchRegex(@"(?m)^double-blind +-  +\S").And.MatchRegex("(?m)^iclr-blog-2024 +2024  The ICLR");
        run.Start("profiles", "--format", "json").Should().Be(0);
        JsonElement list = JsonDocument.Parse(run.Output).RootElement;
        list.GetArrayLength().Should().Be(BuiltInPack.Catalogue.ProfileNames.Count);
        list[1].GetProperty("year").GetInt32().Should().Be(2022);
    }

    [Fact]
    public void Sheet_says_what_is_asked_what_enforces_it_and_what_is_set_where()
    {
        using Run run = new Run().With("venue.yml", Venue);
        run.Start("profiles", "show", "venue.yml").Should().Be(0);
        run.Output.Should()
            .ContainAll(
                "venue (phase submission, extends double-blind)",
                "  year          2030",
                "  Posts are anonymous: nobody is named.",
                "    call:    Call",
                "https://example.org/call",
                "    warning: identity/email",
                "    off:     scope/long-post",
                "    rules:   scope/long-post, as above",
                "    not checkable: Reviewers judge.",
                "  scope/long-post: severity off (card: note) venue.yml:7; percent 95 (card: 90) venue.yml:8",
                "  identity/email: suppressible false (card: true) venue.yml:9",
                "all others,"
            );
    }

    [Fact]
    public void Sheet_is_printed_as_json()
    {
        using Run run = new Run().With("venue.yml", Venue);
        run.Start("profiles", "show", "venue.yml", "--format", "json").Should().Be(0);
        JsonElement sheet = JsonDocument.Parse(run.Output).RootElement;
        sheet.GetProperty("edition").GetProperty("year").GetString().Should().Be("2030");
        JsonElement[] requirements = [.. sheet.GetProperty("requirements").EnumerateArray()];
        requirements[1].GetProperty("rules")[0].GetRawText().Should().Contain("scope/long-post").And.Contain("off");
        requirements[1].GetProperty("origin").GetString().Should().Be("venue.yml:15");
        requirements[3].GetProperty("unchecked").GetString().Should().Be("Reviewers judge.");
        sheet.GetProperty("rules").GetArrayLength().Should().Be(RulesCommand.All().Count);
    }

    [Fact]
    public void Every_profile_that_ships_can_be_shown()
    {
        using var run = new Run();
        foreach (string name in BuiltInPack.Catalogue.ProfileNames)
            run.Start("profiles", "show", name).Should().Be(0);
        run.Output.Should().Contain("lower-case    true").And.Contain("What the call asks");
    }

    [Fact]
    public void Unknown_profile_tells_the_nearest()
    {
        using var run = new Run();
        run.Start("profiles", "show", "iclr-blog-2042").Should().Be(2);
        run.Error.Should().Contain("the nearest that exists is \"iclr-blog-2022\"");
    }
}
