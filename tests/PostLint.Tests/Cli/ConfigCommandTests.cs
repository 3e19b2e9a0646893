namespace PostLint.Tests.Cli;

public sealed class ConfigCommandTests : IDisposable
{
    private readonly Run _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Each_value_is_shown_with_the_line_that_set_it()
    {
        _run.With(
            ".postlint.yml",
            "profile: own.yml\npacks: [venue.yml]\nseverities:\n  identity/email: note\n  acknowledgment: off\noptions:\n  "
                + "scope/long-post: { percent: 95 }\nexclude: [drafts/**]\n"
        );
        _run.With(
            "own.yml",
            "extends: double-blind\nrules:\n  conflict/own-paper: { severity: error }\n  scope/long-post:\n    options: { words: 9000 }\n"
        );
        _run.With(
            "venue.yml",
            "name: a\nrules:\n  a/b:\n    kind: pattern\n    summary: S\n    why: W.\n    fix: F.\n    severity: note\n    find: abc\n"
        );

        _run.Start("config", "show", "--origin").Should().Be(0);

        _run.Output.Split('\n')
            .Should()
            .Contain([
                "configuration: .postlint.yml",
                "profile: own    (.postlint.yml:1)",
                "pack: venue.yml    (.postlint.yml:2)",
                "exclude: drafts/**    (.postlint.yml:8)",
                "identity/email: note    (.postlint.yml:4)",
                "acknowledgment/section: off    (.postlint.yml:5)",
                "conflict/own-paper: error    (own.yml:3)",
                "  percent: 95    (.postlint.yml:7)",
                "  words: 9000    (own.yml:5)",
                "a/b: note    (built-in default)",
            ]);
    }

    [Fact]
    public void Without_a_configuration_the_cards_hold()
    {
        _run.Start("config", "show").Should().Be(0);

        _run.Output.Should()
            .StartWith("configuration: none\nprofile: told from each submission; double-blind where it cannot be\n")
            .And.Contain("\nidentity/email: ")
            .And.NotContain("(");
    }
}
