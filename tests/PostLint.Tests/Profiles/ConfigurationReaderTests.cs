using CsCheck;
using PostLint.Facts;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Tests.Submissions;

namespace PostLint.Tests.Profiles;

public sealed class ConfigurationReaderTests
{
    private const string Allow = "suppressions:\n  - rule: identity/email\n    path: refs/*.bib\n    reason: A journal's address.\n    ";
    private static readonly string s_path = Path.GetFullPath("/site/.postlint.yml");
    private static readonly Dictionary<string, IReadOnlyList<RuleOption>> s_rules = new()
    {
        ["identity/email"] = [new RuleOption<int>("most", 3, "How many", Min: 1, Max: 100) { Unit = "addresses" }],
        ["identity/phone"] = [],
        ["submission/broken"] = [],
    };

    private readonly ConfigurationReader _reader = new(s_rules, ["double-blind", "our-venue"]);

    [Fact]
    public void Everything_that_may_be_said_is_read()
    {
        Configuration read = _reader.Read(
            s_path,
            """
            profile: double-blind
            severities: { identity: note, identity/phone: off }
            options: { identity/email: { most: 5 } }
            exclude: [drafts, "*.min.js"]
            select: [identity]
            ignore:
              - identity/phone
            """
                + "\n"
                + Allow
                + "value: editor@example.org"
        );

        read.Profile.Should().Be("double-blind");
        read.Severities.Should()
            .BeEquivalentTo(new Dictionary<string, SeveritySetting> { ["identity"] = new(Severity.Note), ["identity/phone"] = new(null) });
        read.Options["identity/email"]["most"].Should().Be(new OptionValue<int>("identity/email", "most", 5));
        read.Exclude.Select(pattern => pattern.Glob).Should().Equal("drafts", "*.min.js");
        read.Exclude[0].IsMatch("/site/drafts/a.md").Should().BeTrue();
        read.Select.Should().Equal("identity");
        read.Ignore.Should().Equal("identity/phone");
        SuppressionEntry entry = read.Suppressions.Single();
        (entry.Rule, entry.Reason, entry.Line).Should().Be(("identity/email", "A journal's address.", 9));
        entry.Path.IsMatch("/site/refs/a.bib").Should().BeTrue();
        entry.IsValue("editor@example.org").Should().BeTrue();
        entry.IsValue("ada@example.org").Should().BeFalse();
    }

    [Fact]
    public void A_file_of_an_unknown_profiles_name_is_hinted_at()
    {
        using var folder = new TemporaryFolder();
        folder.Write("ours.yml", "extends: double-blind\n");
        Action read = () => _reader.Read(folder.In(".postlint.yml"), "profile: ours");

        read.Should().Throw<UserException>().WithMessage("*:1:10: *; the file ours.yml lies beside this one: write profile: ours.yml");
    }

    [Fact]
    public void Value_may_be_given_by_its_hash()
    {
        string hash = SuppressionEntry.HashOf("editor@example.org").ToUpperInvariant();
        _reader.Read(s_path, $"{Allow}hash: sha256:{hash}").Suppressions.Single().IsValue("editor@example.org").Should().BeTrue();
    }

    [Fact]
    public void Empty_file_says_nothing() => _reader.Read(s_path, "# nothing\n").Should().BeEquivalentTo(new Configuration(s_path));

    [Theory]
    [InlineData("levels: { identity: note }", 1, 1, "unknown key \"levels\"; it is called \"severities\"")]
    [InlineData("allow: []", 1, 1, "unknown key \"allow\"; it is called \"suppressions\"")]
    [InlineData("profle: x", 1, 1, "unknown key \"profle\"; the nearest that exists is \"profile\"")]
    [InlineData(
        "severities:\n  identity/emali: note",
        2,
        3,
        "unknown rule or family \"identity/emali\"; the nearest that exists is \"identity/email\""
    )]
    [InlineData("severities: { identity: fatal }", 1, 25, "unknown severity \"fatal\"; there are error, warning, note, off")]
    [InlineData("ignore: identity", 1, 9, "ignore has to be a list")]
    [InlineData("select: [idntity]", 1, 10, "unknown rule or family \"idntity\"; the nearest that exists is \"identity\"")]
    [InlineData("exclude: [{ a: b }]", 1, 11, "each item of exclude has to be a text")]
    [InlineData(
        "options: { identity/email: { most: [] } }",
        1,
        36,
        "most of identity/email has to be a whole number from 1 to 100, in addresses"
    )]
    [InlineData(
        "options:\n  identity/email: { most: lots }",
        2,
        27,
        "most of identity/email has to be a whole number from 1 to 100, in addresses; \"lots\" is not"
    )]
    [InlineData(
        "options:\n  identity/email:\n    most: 101",
        3,
        11,
        "most of identity/email has to be a whole number from 1 to 100, in addresses; \"101\" is not"
    )]
    [InlineData(
        "options: { identity/email: { most: 0 } }",
        1,
        36,
        "most of identity/email has to be a whole number from 1 to 100, in addresses; \"0\" is not"
    )]
    [InlineData(
        "options: { identity/email: { most: 1.5 } }",
        1,
        36,
        "most of identity/email has to be a whole number from 1 to 100, in addresses; \"1.5\" is not"
    )]
    [InlineData(
        "options: { identity/email: { mst: 5 } }",
        1,
        30,
        "unknown option of identity/email \"mst\"; the nearest that exists is \"most\""
    )]
    [InlineData("options: { identity/phone: { most: 5 } }", 1, 30, "identity/phone has no options")]
    [InlineData(
        "exclude:\n  - drafts/**\n  - \"drafts/[\"",
        3,
        5,
        "exclude “drafts/[”: the bracket at character 8 is not closed; write \\[ for the sign itself"
    )]
    [InlineData(
        "exclude: [\"!keep.md\"]",
        1,
        11,
        "exclude “!keep.md”: exceptions (!) are not known here; write \\! for a name that begins so"
    )]
    [InlineData("exclude: [../other]", 1, 11, "exclude “../other”: it leads out of its folder by “..”")]
    [InlineData(
        "exclude: ['drafts\\a']",
        1,
        11,
        "exclude “drafts\\a”: write folders with /; a backslash stands only before a sign that is meant literally"
    )]
    [InlineData("exclude: [\"a[z-a]\"]", 1, 11, "exclude “a[z-a]”: a range in [z-a] runs backwards")]
    [InlineData("profile: our-venu", 1, 10, "unknown profile \"our-venu\"; the nearest that exists is \"our-venue\"")]
    [InlineData("\nprofile: nowhere/none.yml", 2, 10, "there is no file nowhere/none.yml; profiles of a name are double-blind, our-venue")]
    [InlineData(
        "options: { identity/emial: { venue: a } }",
        1,
        12,
        "unknown rule \"identity/emial\"; the nearest that exists is \"identity/email\""
    )]
    [InlineData("- a", 1, 1, "the file has to be a mapping of keys to values")]
    [InlineData("select: []\n---\nselect: []", 3, 1, "one document is read, and a second begins here")]
    [InlineData("suppressions:\n  - rule: identity/email\n    path: a\n    value: b", 2, 5, "a suppression needs its reason")]
    [InlineData(Allow + "valeu: x\n    value: y", 5, 5, "unknown key \"valeu\"; the nearest that exists is \"value\"")]
    [InlineData(Allow + "hash: sha256:12", 5, 11, "a hash is \"sha256:\" and 64 hexadecimal digits")]
    [InlineData(
        "suppressions:\n  - rule: identity/email\n    path: a\n    reason: b",
        2,
        5,
        "a suppression needs either a value or its hash"
    )]
    [InlineData(
        "suppressions:\n  - rule: identity\n    path: a\n    value: x\n    reason: b",
        2,
        11,
        "unknown rule \"identity\"; there are identity/email, identity/phone, submission/broken"
    )]
    public void Mistakes_are_errors_with_their_place(string text, int line, int column, string message)
    {
        Action read = () => _reader.Read(s_path, text);
        read.Should().Throw<UserException>().Which.Errors.Should().Equal(new UserError(s_path, line, column, message));
    }

    [Fact]
    public void Any_text_is_read_or_refused() =>
        Gen.String[Gen.Char[": -[]{}\n\t#&*!|>'\"%@`,?alowrue\0"], 0, 60]
            .Sample(
                text =>
                {
                    try
                    {
                        _reader.Read(s_path, text);
                    }
                    catch (UserException refused)
                    {
                        refused.Errors.Should().NotBeEmpty();
                    }
                },
                iter: 20000
            );

    [Fact]
    public void Nearest_file_is_found_up_to_the_root_of_the_repository()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".postlint.yml", "");
        folder.Write("repo/.git/HEAD", "");
        folder.Write("repo/sub/.postlint.yml", "");
        folder.Write("repo/sub/_posts/a.md", "");

        ConfigurationReader.Find(folder.In("repo/sub/_posts/a.md")).Should().Be(folder.In("repo/sub/.postlint.yml"));
        ConfigurationReader.Find(folder.In("repo/other/a.md")).Should().BeNull();
        ConfigurationReader.Find(folder.In("plain")).Should().Be(folder.In(".postlint.yml"));
    }

    [Fact]
    public void Levels_change_the_profile_but_not_what_it_keeps_to_itself()
    {
        var settings = new Dictionary<string, RuleSetting>
        {
            ["identity"] = new(Requirement: new("Text.", "Source", "")),
            ["identity/email"] = new(IsSuppressible: false),
            ["identity/phone"] = new(Severity.Error),
        };

        Profile profile = _reader.Read(s_path, "severities: { identity: note, submission/broken: off }").ApplyTo(new("p", "", settings));

        profile.SettingOf("identity/other").Should().Be(settings["identity"] with { Severity = Severity.Note });
        profile.SettingOf("identity/email").Severity.Should().BeNull();
        profile.SettingOf("identity/phone").Severity.Should().Be(Severity.Note);
        profile.SettingOf("submission/broken").IsOff.Should().BeTrue();
    }
}
