using System.Text;
using System.Text.RegularExpressions;
using PostLint.Engine;
using PostLint.Findings;
using PostLint.Rules;

namespace PostLint.Tests;

/// <summary>The catalogue checks itself: what a rule needs to be one. Run with <c>POSTLINT_UPDATE_FIXTURES=1</c> to write rules/README.md anew.</summary>
public sealed partial class CatalogueTests
{
    private static readonly string s_page = Path.Combine(Repository.Root, "rules", "README.md");

    public static TheoryData<string> Reporting => [.. BuiltInPack.Rules.Where(rule => rule.Pattern.Reports).Select(rule => rule.Info.Id).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_rule_of_the_assembly_is_listed_once() =>
        BuiltInPack.Rules.Select(rule => rule.GetType()).Should().BeEquivalentTo(typeof(BuiltInPack).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Rule))));

    [Fact]
    public void Ids_are_family_and_name_of_file_and_class()
    {
        foreach (Rule rule in BuiltInPack.Rules)
        {
            string type = rule.GetType().Name, family = rule.GetType().Namespace!.Split('.')[^1];
            string name = type.StartsWith(family, StringComparison.Ordinal) && type.Length > family.Length ? type[family.Length..] : type;
            rule.Info.Id.Should().Be($"{family.ToLowerInvariant()}/{Kebab(name)}");
            File.Exists(Path.Combine(Repository.Root, "rules", family, $"{type}.cs")).Should().BeTrue($"{type} has a file of its own");
        }
    }

    [Fact]
    public void Cards_are_written_in_sentences()
    {
        foreach (RuleInfo card in BuiltInPack.Cards)
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
        string folder = Path.Combine(Repository.Fixtures, char.ToUpperInvariant(id[0]) + id[1..id.IndexOf('/', StringComparison.Ordinal)], id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        Directory.Exists(folder).Should().BeTrue($"{id} has fixtures");
        Directory.GetFiles(folder, "bad*.expected.txt").Should().NotBeEmpty($"{id} has something to find");
        Directory.GetFileSystemEntries(folder, "good-*").Should().NotBeEmpty($"{id} has traps");
    }

    [Fact]
    public void The_page_of_rules_is_that_of_the_cards()
    {
        string page = Page();
        if (Environment.GetEnvironmentVariable("POSTLINT_UPDATE_FIXTURES") is "1") File.WriteAllText(s_page, page);
        File.ReadAllText(s_page).Should().Be(page);
    }

    private static string Page()
    {
        var text = new StringBuilder("<!-- Generated from the rules' cards; see CatalogueTests. -->\n# Rules\n\nAn error is what a chair would act on, a warning what a chair would look at, a note what an author may want to know.\n`postlint explain RULE` prints a card with its examples.\n");
        foreach (IGrouping<string, RuleInfo> family in BuiltInPack.Cards.GroupBy(card => card.Family))
        {
            text.Append($"\n## {family.Key}\n\n| rule | severity | finds | why | mend |\n|---|---|---|---|---|\n");
            foreach (RuleInfo card in family) text.Append($"| `{card.Name}` | {card.Severity.ToString().ToLowerInvariant()} | {card.Summary} | {card.Why} | {card.Fix} |\n");
        }
        return text.ToString();
    }

    private static string Kebab(string name) => Words().Replace(name, "-$1").ToLowerInvariant();

    [GeneratedRegex("(?<!^)([A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
