using PostLint.Packs;
using PostLint.Rules;
using PostLint.Workshop.Site;

namespace PostLint.Tests;

/// <summary>The website, as it is made from the repository.</summary>
public sealed class SiteTests
{
    private const string Sound = "<!doctype html><html lang=\"en\"><title>A</title><meta name=\"description\" content=\"A.\"><h1>A</h1>";

    private static readonly Lazy<IReadOnlyDictionary<string, string>> s_files = new(() => SiteFiles.All(Repository.Root));

    [Fact]
    public void Every_link_and_anchor_leads_somewhere_and_every_page_is_whole() => SiteCheck.Faults(s_files.Value).Should().BeEmpty();

    [Fact]
    public void Every_rule_profile_and_schema_has_its_page_where_links_say()
    {
        foreach (RuleDescriptor card in BuiltInPack.Catalogue.Cards)
        {
            string page = s_files.Value[Website.Rule(card.Id)[Website.Address.Length..] + "index.html"];
            page.Should().Contain($"<h1><code>{card.Id}</code></h1>").And.Contain("Since</dt>").And.Contain("<h2>Suppression</h2>");
            page.Should().Contain("class=\"example bad\"", card.Id).And.Contain("class=\"example good\"", card.Id);
        }
        foreach (string profile in BuiltInPack.Catalogue.ProfileNames)
            s_files.Value.Should().ContainKey($"profiles/{profile}/index.html");
        foreach (string schema in (string[])["pack", "profile", "configuration"])
            s_files.Value[Website.Schema(schema)[Website.Address.Length..]].Should().Contain($"\"$id\": \"{Website.Schema(schema)}\"");
    }

    [Theory]
    [InlineData("<a href=\"../nowhere/\">x</a>", "../nowhere/ leads to no file of the site")]
    [InlineData("<a href=\"#nothing\">x</a>", "#nothing leads to an anchor that is not there")]
    [InlineData("<a href=\"https://postlint.github.io/postlint/rules/identity/gone/\">x</a>", "leads to no file of the site")]
    [InlineData("<img src=\"gone.png\" alt=\"\">", "gone.png leads to no file of the site")]
    [InlineData("<h1>Another</h1>", "it has 2 first headings instead of one")]
    [InlineData("<p id=\"a\"></p><p id=\"a\"></p>", "the id a stands 2 times")]
    [InlineData("<script>1</script>", "it holds a script")]
    public void What_is_wrong_in_a_page_is_told(string html, string fault) =>
        SiteCheck
            .Faults(new Dictionary<string, string> { ["a/index.html"] = $"{Sound}{html}" })
            .Should()
            .ContainSingle()
            .Which.Should()
            .Contain(fault);

    [Fact]
    public void A_page_without_title_and_language_is_told() =>
        SiteCheck
            .Faults(new Dictionary<string, string> { ["index.html"] = "<h1>A</h1>" })
            .Should()
            .BeEquivalentTo("index.html: it has no title", "index.html: it does not say its language", "index.html: it has no description");
}
