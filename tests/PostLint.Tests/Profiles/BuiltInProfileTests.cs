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

    [Fact]
    public void Every_family_has_a_requirement_in_the_base() =>
        BuiltInPack
            .Catalogue.Profile("double-blind")
            .Requirements.SelectMany(requirement => requirement.Rules)
            .Should()
            .BeEquivalentTo(BuiltInPack.Catalogue.Cards.Select(card => card.Family).Distinct());

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
