using PostLint.Profiles;
using PostLint.Rules;

namespace PostLint.Tests.Profiles;

/// <summary>What every profile that ships has to be.</summary>
public sealed class BuiltInProfileTests
{
    public static TheoryData<string> Names => [.. BuiltInPack.Catalogue.ProfileNames];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_requirement_has_rules_that_exist_or_says_why_there_are_none(string name)
    {
        string[] known =
        [
            .. BuiltInPack.Catalogue.Cards.Select(card => card.Id),
            .. BuiltInPack.Catalogue.Cards.Select(card => card.Family).Distinct(),
        ];
        Profile profile = BuiltInPack.Catalogue.Profile(name);

        profile.Name.Should().Be(name);
        profile.Requirements.Should().NotBeEmpty();
        profile.Requirements.SelectMany(requirement => requirement.Rules).Except(known).Should().BeEmpty();
        profile
            .Requirements.Where(requirement => requirement.Rules.Count == 0 && string.IsNullOrEmpty(requirement.Unchecked))
            .Should()
            .BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_rule_enforces_a_requirement(string name)
    {
        Profile profile = BuiltInPack.Catalogue.Profile(name);
        BuiltInPack.Catalogue.RuleIds.Where(id => profile.SettingOf(id).Requirement is null).Should().BeEmpty();
    }

    /// <summary>What stands beside a finding is what it breaks; what no line of a call asks for is asked by any review.</summary>
    [Theory]
    [InlineData("iclr-blog-2026", "template/broken-anchor", "The post is finished")]
    [InlineData("iclr-blog-2026", "template/broken-footnote", "The post is finished")]
    [InlineData("iclr-blog-2026", "template/added-script", "brings no JavaScript")]
    [InlineData("iclr-blog-2026", "scope/almost-empty", "length of the post")]
    [InlineData("iclr-blog-2026", "scope/verdict", "no review of a paper")]
    [InlineData("iclr-blog-2026", "conflict/section", "and not in the text")]
    [InlineData("iclr-blog-2026", "request/commit-author", "commit history may show who writes")]
    [InlineData("iclr-blog-2026", "request/past-leak", "keeps nothing in its commits")]
    [InlineData("iclr-blog-2026", "request/unticked-box", "checklist filled in")]
    [InlineData("iclr-blog-2026", "submission/late-submission", "handed in by 1 December 2025")]
    [InlineData("iclr-blog-2026", "attribution/anonymity-remark", "hides nothing any more")]
    [InlineData("iclr-blog-2022", "scope/advertisement", "advertises nothing")]
    [InlineData("iclr-blog-2022", "submission/no-reviewer", "joins the pool of reviewers")]
    public void A_finding_cites_the_requirement_that_it_breaks(string profile, string rule, string asked) =>
        BuiltInPack.Catalogue.Profile(profile).SettingOf(rule).Requirement!.Text.Should().Contain(asked);

    [Fact]
    public void Every_family_has_a_requirement_in_the_base() =>
        BuiltInPack
            .Catalogue.Profile("double-blind")
            .Requirements.SelectMany(requirement => requirement.Rules)
            .Should()
            .Contain(BuiltInPack.Catalogue.Cards.Select(card => card.Family).Distinct());

    [Theory]
    [MemberData(nameof(Names))]
    public void What_a_venue_asks_has_an_address(string name)
    {
        Profile profile = BuiltInPack.Catalogue.Profile(name);
        profile
            .Requirements.Where(requirement =>
                requirement.File == $"{name}.yml" && requirement.Asked.Address.Length == 0 == (profile.Edition is not null)
            )
            .Should()
            .BeEmpty();
    }
}
