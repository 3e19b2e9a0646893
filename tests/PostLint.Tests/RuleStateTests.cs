using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Tests;

/// <summary>Rules that are tried run only where they are asked for, and old ids still name the rules that had them.</summary>
public sealed class RuleStateTests
{
    private static readonly Pack s_pack = new(
        "test",
        [
            new Headed("test/tried", RuleState.Preview),
            new Headed("test/kept", RuleState.Stable),
            new Headed("test/old", RuleState.Deprecated),
        ],
        [new HeadingExtractor()],
        new Lexicon()
    );

    [Fact]
    public void Preview_runs_only_where_it_is_asked_for()
    {
        RulesOf(new()).Should().Equal("test/kept", "test/old");
        RulesOf(new() { Preview = true }).Should().Equal("test/kept", "test/old", "test/tried");
        RulesOf(new() { Select = ["test/tried"] }).Should().Equal("test/tried");
        RulesOf(new() { Select = ["test"] }).Should().Equal("test/kept", "test/old");
    }

    [Fact]
    public void Old_ids_select_and_ignore()
    {
        RulesOf(new() { Select = ["test/kept-once"] }).Should().Equal("test/kept");
        RulesOf(new() { Ignore = ["test/kept-once"] }).Should().Equal("test/old");
    }

    [Fact]
    public void Old_ids_suppress()
    {
        const string Text = "<!-- postlint-disable-next-block test/kept-once -- a reason -->\n\n# A\n";
        IReadOnlyList<Finding> findings = FindingsIn(Text, new() { Select = ["test/kept", "submission"] });
        findings.Should().ContainSingle().Which.Suppression.Should().NotBeNull();
    }

    [Fact]
    public void Old_ids_configure()
    {
        var reader = new ConfigurationReader(
            new Dictionary<string, IReadOnlyList<RuleOption>> { ["test/kept"] = [new RuleOption<int>("most", 1, "How many")] },
            []
        )
        {
            Renamed = new Dictionary<string, string> { ["test/kept-once"] = "test/kept" },
        };
        using var folder = new Submissions.TemporaryFolder();
        string path = folder.Write(
            ".postlint.yml",
            "severities: { test/kept-once: note }\noptions: { test/kept-once: { most: 2 } }\nselect: [test/kept-once]\n"
                + "suppressions:\n  - { rule: test/kept-once, path: a.md, value: x, reason: why }\n"
        );
        Configuration configuration = reader.Load(path);
        configuration.Select.Should().Equal("test/kept");
        configuration.Suppressions.Should().ContainSingle().Which.Rule.Should().Be("test/kept");
        RuleSetting setting = configuration.ApplyTo(new("p", "", new Dictionary<string, RuleSetting>())).SettingOf("test/kept");
        setting.Severity.Should().Be(Severity.Note);
        setting.Options!["most"].Text.Should().Be("2");
    }

    private static IEnumerable<string> RulesOf(LintOptions options) =>
        new Linter(s_pack, new("p", "", new Dictionary<string, RuleSetting>()), options)
            .Rules.Select(rule => rule.Id)
            .Where(id => id.StartsWith("test/", StringComparison.Ordinal));

    private static IReadOnlyList<Finding> FindingsIn(string text, LintOptions options) =>
        new Linter(s_pack, new("p", "", new Dictionary<string, RuleSetting>()), options)
            .Lint(new Submission("a", [new("a.md", FileRole.Post, new("a.md", text), [])], []))
            .Findings;

    /// <summary>Finds every heading.</summary>
    private sealed class Headed(string id, RuleState state) : Rule
    {
        public override RuleDescriptor Descriptor { get; } =
            new(id)
            {
                Summary = "A heading",
                Why = "It is one.",
                Fix = "Leave it out.",
                Severity = Severity.Warning,
                State = state,
                FormerIds = [$"{id}-once"],
            };

        public override Pattern Pattern => When<Heading>().Report(heading => At(heading, $"A heading stands here"));
    }
}
