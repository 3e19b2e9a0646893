using PostLint.Facts;
using PostLint.Profiles;
using PostLint.Rules;

namespace PostLint.Tests.Profiles;

public sealed class ProfileReaderTests
{
    private const string Base = """
        name: base
        summary: The base.
        rules:
          identity:
            severity: warning
            suppressible: false
          identity/email: { severity: error }
        requirements:
          - { text: Nobody is named., source: The call, rules: [identity] }
          - { text: The post is new., source: The call, unchecked: Reviewers judge. }
        """;

    private static readonly Dictionary<string, IReadOnlyList<RuleOption>> s_rules = new()
    {
        ["identity/email"] = [],
        ["identity/own-repository"] = [],
        ["acknowledgment/section"] = [],
        ["scope/long"] = [new RuleOption<int>("words", 300, "How many", Min: 1) { Unit = "words" }],
        ["submission/broken"] = [],
    };

    private readonly ProfileReader _reader = new(["base", "child"], name => name is "base" ? Base : "extends: base", s_rules);

    [Fact]
    public void Rule_takes_from_its_family_what_it_does_not_say()
    {
        RuleSetting setting = _reader.Load("base").SettingOf("identity/email");

        setting.Severity.Should().Be(Severity.Error);
        setting.IsSuppressible.Should().BeFalse();
        setting.Requirement.Should().Be(new Requirement("Nobody is named.", "The call", ""));
    }

    [Fact]
    public void Rule_that_is_not_named_takes_the_family() =>
        _reader.Load("base").SettingOf("identity/own-repository").Severity.Should().Be(Severity.Warning);

    [Fact]
    public void Family_that_is_not_named_keeps_the_rules_own_severity() =>
        _reader.Load("base").SettingOf("submission/broken").Should().Be(new RuleSetting());

    [Fact]
    public void Extending_profile_overrides_key_by_key()
    {
        Profile profile = _reader.Read(
            "venue.yml",
            """
            name: venue
            extends: base
            phase: camera-ready
            rules:
              identity: { suppressible: true }
              identity/email: { severity: off }
            """
        );

        profile.Name.Should().Be("venue");
        profile.Summary.Should().Be("The base.");
        profile.Phase.Should().Be(Phase.CameraReady);
        profile
            .SettingOf("identity/own-repository")
            .Should()
            .Match<RuleSetting>(setting => setting.Severity == Severity.Warning && setting.IsSuppressible);
        profile.SettingOf("identity/email").IsOff.Should().BeTrue();
    }

    [Fact]
    public void Extending_twice_is_an_error() =>
        Errors("extends: child").Should().ContainSingle().Which.Message.Should().Contain("only one level");

    [Theory]
    [InlineData("nam: x", 1, 1, "unknown key \"nam\"; the nearest that exists is \"name\"")]
    [InlineData("name: x\nrules:\n  identty: {}", 3, 3, "unknown rule or family \"identty\"; the nearest that exists is \"identity\"")]
    [InlineData(
        "rules:\n  identity/emial: {}",
        2,
        3,
        "unknown rule or family \"identity/emial\"; the nearest that exists is \"identity/email\""
    )]
    [InlineData("rules:\n  identity: { level: error }", 2, 15, "unknown key \"level\"; it is called \"severity\"")]
    [InlineData("rules:\n  identity: { severity: eror }", 2, 25, "unknown severity \"eror\"; the nearest that exists is \"error\"")]
    [InlineData("rules:\n  identity: { suppressible: maybe }", 2, 29, "suppressible has to be true or false")]
    [InlineData("rules:\n  identity: { requirement: x }", 2, 15, "unknown key \"requirement\"; there are severity, suppressible, options")]
    [InlineData("requirements:\n  - { text: x, rules: [identity] }", 2, 5, "a requirement needs its source")]
    [InlineData(
        "requirements:\n  - { text: x, source: y }",
        2,
        5,
        "a requirement needs the rules that enforce it, or has to say under unchecked why none does"
    )]
    [InlineData(
        "requirements:\n  - { text: x, source: y, rules: [identty] }",
        2,
        35,
        "unknown rule or family \"identty\"; the nearest that exists is \"identity\""
    )]
    [InlineData("requirements: { text: x }", 1, 15, "requirements has to be a list")]
    [InlineData("rules: [identity]", 1, 8, "rules has to be a mapping of keys to values")]
    [InlineData("phase: later", 1, 8, "unknown phase \"later\"; there are submission, camera-ready")]
    [InlineData("name: [x]", 1, 7, "name has to be a text")]
    [InlineData("extends: bse", 1, 10, "unknown profile \"bse\"; the nearest that exists is \"base\"")]
    [InlineData("name: a\nname: b", 2, 1, "the same key stands twice in one mapping")]
    [InlineData("rules:\n\tidentity: {}", 2, 1, "YAML does not allow tabs in indentation; use blanks")]
    public void Mistakes_are_errors_with_their_place(string text, int line, int column, string message) =>
        Errors(text).Should().Equal(new UserError("venue.yml", line, column, message));

    [Fact]
    public void All_mistakes_are_told_at_once() => Errors("x: 1\ny: 2\nphase: later").Select(error => error.Line).Should().Equal(1, 2, 3);

    [Fact]
    public void Deep_nesting_is_an_error_and_no_overflow() =>
        Errors("name: " + new string('[', 100_000)).Single().Message.Should().Contain("nested deeper than 32");

    [Fact]
    public void Unknown_name_of_a_profile_tells_the_nearest()
    {
        Action load = () => _reader.Load("bas");
        load.Should().Throw<UserException>().WithMessage("bas: unknown profile \"bas\"; the nearest that exists is \"base\"");
    }

    [Fact]
    public void Missing_file_is_an_error()
    {
        Action load = () => _reader.Load("/there/is/none.yml");
        load.Should().Throw<UserException>().WithMessage("/there/is/none.yml: the file cannot be read: there is no such file");
    }

    [Theory]
    [InlineData("{ text: Own., source: Here, rules: [identity/email] }", "identity/email", "Own.")]
    [InlineData("{ text: Own., source: Here, rules: [identity/email] }", "identity/own-repository", "Nobody is named.")]
    [InlineData("{ text: Own., source: Here, rules: [identity] }", "identity/email", "Own.")]
    [InlineData("{ text: Own., source: Here, rules: [scope] }", "scope/long", "Own.")]
    [InlineData("{ text: Own., source: Here, unchecked: Nobody can. }", "identity/email", "Nobody is named.")]
    [InlineData(
        "{ text: First., source: Here, rules: [scope/long] }, { text: Second., source: Here, rules: [scope/long] }",
        "scope/long",
        "First."
    )]
    [InlineData(
        "{ text: Family., source: Here, rules: [scope] }, { text: Rule., source: Here, rules: [scope/long] }",
        "scope/long",
        "Rule."
    )]
    public void Rule_is_told_with_the_nearest_requirement_that_names_it(string requirements, string rule, string text) =>
        _reader.Read("venue.yml", $"extends: base\nrequirements: [{requirements}]").SettingOf(rule).Requirement!.Text.Should().Be(text);

    [Fact]
    public void Parents_word_for_a_rule_goes_before_the_childs_for_its_family()
    {
        var reader = new ProfileReader(["base"], _ => "requirements: [{ text: Rule., source: There, rules: [scope/long] }]", s_rules);
        reader
            .Read("venue.yml", "extends: base\nrequirements: [{ text: Family., source: Here, rules: [scope] }]")
            .SettingOf("scope/long")
            .Requirement!.Text.Should()
            .Be("Rule.");
    }

    [Fact]
    public void Requirements_are_the_own_and_those_of_the_parent_that_are_not_said_anew()
    {
        Profile profile = _reader.Read(
            "venue.yml",
            "extends: base\nrequirements:\n  - { text: Own., source: Here, address: \"https://example.org\", rules: [identity] }"
        );

        profile.Requirements.Select(requirement => requirement.Asked.Text).Should().Equal("Own.", "The post is new.");
        profile
            .Requirements[0]
            .Should()
            .BeEquivalentTo(new CallRequirement(new("Own.", "Here", "https://example.org"), ["identity"], null, "venue.yml", 3));
        profile
            .Requirements[1]
            .Should()
            .BeEquivalentTo(
                new
                {
                    Unchecked = "Reviewers judge.",
                    File = "base.yml",
                    Line = 10,
                }
            );
        profile.Extends.Should().Be("base");
    }

    [Fact]
    public void Origins_are_the_lines_that_set_something()
    {
        Profile profile = _reader.Read(
            "venue.yml",
            "extends: base\nrules:\n  scope/long: { options: { words: 9000 } }\n  identity/email:\n    severity: note"
        );

        profile.Origins["scope/long"]["options.words"].Should().Be(new ProfileLine("venue.yml", 3));
        profile
            .Origins["identity/email"]
            .Should()
            .BeEquivalentTo(
                new Dictionary<string, ProfileLine> { ["severity"] = new("venue.yml", 5), ["suppressible"] = new("base.yml", 6) }
            );
    }

    private IReadOnlyList<UserError> Errors(string text)
    {
        Action read = () => _reader.Read("venue.yml", text);
        return read.Should().Throw<UserException>().Which.Errors;
    }

    [Fact]
    public void Options_of_a_rule_are_read_and_unknown_ones_refused()
    {
        _reader
            .Read("venue.yml", "rules: { scope/long: { options: { words: 9000 } } }")
            .SettingOf("scope/long")
            .Options!["words"]
            .Should()
            .Be(new OptionValue<int>("scope/long", "words", 9000));

        Errors("rules: { scope/long: { options: { word: 9000 } } }").Single().Message.Should().Match("unknown option of scope/long*words*");
        Errors("rules:\n  scope/long: { options: { words: three-thousand } }")
            .Single()
            .ToString()
            .Should()
            .Be("venue.yml:2:35: words of scope/long has to be a whole number from 1 on, in words; \"three-thousand\" is not");
    }

    [Fact]
    public void Edition_is_read()
    {
        Edition edition = _reader
            .Read(
                "venue.yml",
                "edition: { year: 2030, dates: [2030-05-07], paths: [\"_posts/{slug}.md\"], subject: venue-paper, conflicts: forbidden }"
            )
            .Edition!;
        edition.Year.Should().Be(2030);
        edition.Dates.Should().Equal("2030-05-07");
        edition.AllowedPaths.Should().Equal("_posts/{slug}.md");
        edition.Subject.Should().Be(SubjectPolicy.VenuePaper);
        edition.Conflicts.Should().Be(ConflictPolicy.Forbidden);
    }
}
