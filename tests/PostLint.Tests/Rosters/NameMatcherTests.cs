using PostLint.Names;

namespace PostLint.Tests.Rosters;

/// <summary>The list of pairs that a matcher has to tell; the figures are asked for by its users.</summary>
public sealed class NameMatcherTests
{
    private static readonly (bool IsSame, string Known, string Other)[] s_pairs =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "tests", "PostLint.Tests", "Rosters", "name-pairs.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .Select(parts => (parts[0] is "yes", parts[1], parts[2])),
    ];

    [Fact]
    public void Variants_of_a_name_are_told()
    {
        string[] missed =
        [
            .. s_pairs
                .Where(pair => pair.IsSame && NameMatcher.Match(pair.Known, pair.Other).Relation is NameRelation.None)
                .Select(pair => $"{pair.Known} | {pair.Other}"),
        ];
        s_pairs.Should().HaveCountGreaterThan(500);
        (1.0 - ((double)missed.Length / s_pairs.Count(pair => pair.IsSame)))
            .Should()
            .BeGreaterThanOrEqualTo(0.97, string.Join('\n', missed));
    }

    [Fact]
    public void Different_names_are_told_apart()
    {
        string[] wrong =
        [
            .. s_pairs
                .Where(pair => !pair.IsSame && NameMatcher.Match(pair.Known, pair.Other).Relation is not NameRelation.None)
                .Select(pair => $"{pair.Known} | {pair.Other}"),
        ];
        ((double)wrong.Length / s_pairs.Count(pair => !pair.IsSame)).Should().BeLessThanOrEqualTo(0.01, string.Join('\n', wrong));
    }

    [Fact]
    public void Surnames_are_told_without_reading_the_name()
    {
        string[] missed =
        [
            .. from name in s_pairs.SelectMany(pair => (string[])[pair.Known, pair.Other])
            from surname in KnownName.Read(name).SelectMany(form => form.SurnameWords)
            where !KnownName.SurnamesIn(name).Contains(surname)
            select $"{name}: {surname}",
        ];
        missed.Should().BeEmpty("who is at an institution is looked up by them");
    }

    [Theory]
    [InlineData("Wei Li", "Wei Li", 18, false)]
    [InlineData("Quirina Vandermolen", "Quirina Vandermolen", 18, true)]
    [InlineData("Quirina Vandermolen", "Q. Vandermolen", 18, false)]
    public void Common_names_and_initials_tell_less(string known, string other, int bits, bool isEnough) =>
        (NameMatcher.Match(known, other).Bits >= bits).Should().Be(isEnough);
}
