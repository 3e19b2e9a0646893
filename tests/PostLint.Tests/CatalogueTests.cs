using System.Text.RegularExpressions;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Workshop;

namespace PostLint.Tests;

/// <summary>
/// The catalogue checks itself: what a rule needs to be one. Run with <c>POSTLINT_UPDATE_FIXTURES=1</c> to write the pages of rules anew.
/// </summary>
public sealed partial class CatalogueTests
{
    public static TheoryData<string> Reporting =>
        [.. BuiltInPack.Rules.Where(rule => rule.Pattern.Reports).Select(rule => rule.Descriptor.Id).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_rule_of_the_assembly_is_listed_once() =>
        BuiltInPack
            .Rules.Select(rule => rule.GetType())
            .Should()
            .BeEquivalentTo(typeof(BuiltInPack).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Rule))));

    [Fact]
    public void Ids_are_family_and_name_of_file_and_class()
    {
        foreach (Rule rule in BuiltInPack.Rules)
        {
            string type = rule.GetType().Name,
                family = rule.GetType().Namespace!.Split('.')[^1];
            string name = type.StartsWith(family, StringComparison.Ordinal) && type.Length > family.Length ? type[family.Length..] : type;
            rule.Descriptor.Id.Should().Be($"{family.ToLowerInvariant()}/{Kebab(name)}");
            File.Exists(Path.Combine(Repository.Root, "rules", family, $"{type}.cs")).Should().BeTrue($"{type} has a file of its own");
        }
    }

    [Fact]
    public void Cards_are_written_in_sentences()
    {
        foreach (RuleDescriptor card in BuiltInPack.Catalogue.Cards)
        {
            card.Summary.Should().MatchRegex("^[A-Z].*[^.]$", card.Id);
            card.Why.Should().MatchRegex("^[A-Z].*[.]$", card.Id);
            card.Fix.Should().MatchRegex("^[A-Z].*[.]$", card.Id);
        }
    }

    [Theory]
    [MemberData(nameof(Reporting))]
    public void Every_rule_has_fixtures_that_it_finds_and_traps_that_it_passes(string id)
    {
        string folder = Path.Combine(
            Repository.Fixtures,
            char.ToUpperInvariant(id[0]) + id[1..id.IndexOf('/', StringComparison.Ordinal)],
            id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..]
        );
        Directory.Exists(folder).Should().BeTrue($"{id} has fixtures");
        Directory.GetFileSystemEntries(folder, "bad*").Should().NotBeEmpty($"{id} has something to find");
        Directory.GetFileSystemEntries(folder, "good-*").Should().NotBeEmpty($"{id} has traps");
    }

    [Fact]
    public void Pages_and_schemas_are_those_of_the_cards()
    {
        foreach ((string path, string text) in CataloguePages.All(Repository.Root))
        {
            string full = Path.Combine(Repository.Root, path);
            if (Environment.GetEnvironmentVariable("POSTLINT_UPDATE_FIXTURES") is "1")
                File.WriteAllText(full, text);
            File.ReadAllText(full).Should().Be(text, $"{path} is written by the workshop");
        }
    }

    [Fact]
    public void Profiles_name_only_rules_and_options_that_exist()
    {
        foreach (Profile profile in BuiltInPack.Catalogue.ProfileNames.Select(BuiltInPack.Catalogue.Profile))
        {
            foreach (string rule in profile.Requirements.SelectMany(requirement => requirement.Rules).Concat(profile.Settings.Keys))
            {
                (BuiltInPack.Catalogue.RuleIds.Contains(rule) || BuiltInPack.Catalogue.Cards.Any(card => card.Family == rule))
                    .Should()
                    .BeTrue($"{profile.Name} names {rule}");
            }
        }
    }

    [Fact]
    public void Options_are_documented()
    {
        foreach (RuleOption option in BuiltInPack.Catalogue.Cards.SelectMany(card => card.Options))
        {
            option.Name.Should().MatchRegex("^[a-z][a-z-]*$");
            option.Unit.Should().NotBeEmpty(option.Name);
            option.LeastText.Should().NotBeNull($"{option.Name} has a range");
            option
                .Read("a/b", option.DefaultText)
                .Should()
                .Be(option.DefaultOf("a/b"), $"the default of {option.Name} is within its range");
            option.Summary.Should().MatchRegex("^[A-Z].*[^.]$");
        }
    }

    [Fact]
    public void A_rule_is_started_with_all_its_files()
    {
        using var folder = new Submissions.TemporaryFolder();
        Directory.CreateDirectory(folder.In("rules/Identity"));
        File.Copy(Path.Combine(Repository.Root, "rules/Identity/IdentityFamily.cs"), folder.In("rules/Identity/IdentityFamily.cs"));
        using var output = new StringWriter();

        NewRule.Start(folder.Path, "identity/secret-handshake", output, TextWriter.Null).Should().Be(0);

        File.ReadAllText(folder.In("rules/Identity/SecretHandshake.cs"))
            .Should()
            .Contain("internal sealed class SecretHandshake : Rule")
            .And.Contain("\"identity/secret-handshake\"");
        File.Exists(folder.In("fixtures/Identity/secret-handshake/bad.md")).Should().BeTrue();
        output.ToString().Should().Contain("IdentityFamily.cs").And.Contain("6. ");
        string[] rules =
        [
            .. File.ReadLines(folder.In("rules/Identity/IdentityFamily.cs"))
                .Where(line => line.StartsWith("        new ", StringComparison.Ordinal)),
        ];
        rules.Should().Contain("        new SecretHandshake(),").And.BeInAscendingOrder(StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("identity/email", "There is a rule identity/email already")]
    [InlineData("Identity/Email", "is no id")]
    [InlineData("unknown/email", "There is no family unknown")]
    public void What_cannot_be_started_is_refused(string id, string reason)
    {
        using var folder = new Submissions.TemporaryFolder();
        using var error = new StringWriter();

        NewRule.Start(folder.Path, id, TextWriter.Null, error).Should().Be(2);

        error.ToString().Should().Contain(reason);
    }

    private static string Kebab(string name) => Words().Replace(name, "-$1").ToLowerInvariant();

    [GeneratedRegex("(?<!^)([A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
