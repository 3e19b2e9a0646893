using CsCheck;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using static PostLint.Tests.Engine.TestRule;

namespace PostLint.Tests.Engine;

/// <summary>The matcher against loops over all facts, written without a key, an index or a stratum.</summary>
public sealed class NaiveParityTests
{
    private static readonly Gen<Place> s_place = Gen.Select(Gen.Int[0, 40], Gen.Bool, (start, other) => Numbered(start, other));

    private static readonly WeightTable s_table = WeightTable.Read(
        "test.txt",
        "hypothesis = h\nprior = -1\nnote = none\nwarning = none\nerror = none\nc1 | 3 | 0 | test | one\nc2 | 5 | 0 | test | "
            + "two\nc3 | -2 | 0 | test | three"
    );

    private static readonly Gen<World> s_world = Gen.Select(
        Gen.Select(Gen.Int[0, 4], s_place).Array[0, 12],
        Gen.Select(Gen.Int[0, 4], s_place).Array[0, 12],
        Gen.Select(Gen.Int[0, 4], s_place).Array[0, 12],
        (reds, greens, blues) =>
            new World(
                Sorted(reds.Select((red, i) => new Red(i, red.Item1, red.Item2))),
                Sorted(greens.Select((green, i) => new Green(i, green.Item1, green.Item2))),
                Sorted(blues.Select((blue, i) => new Blue(i, blue.Item1, blue.Item2)))
            )
    );

    [Fact]
    public void And_in_a_sentence() =>
        Agree(When<Red>(red => red.Value > 1).And<Green>(Within.Sentence).Report((red, green) => At(red, $"x")), world =>
            from red in world.Reds
            where red.Value > 1
            from green in world.Greens
            where SameSentence(red, green)
            select (red.Place, $"r{red.Id} g{green.Id}")
        );

    [Fact]
    public void And_near_by_with_a_test() =>
        Agree(
            When<Red>().And<Green>(Within.Lines(2), (red, green) => red.Value <= green.Value).Report((red, green) => At(green, $"x")),
            world =>
                from red in world.Reds
                from green in world.Greens
                where Near(red, green, 2) && red.Value <= green.Value
                select (green.Place, $"r{red.Id} g{green.Id}")
        );

    [Fact]
    public void And_of_the_same_kind_by_key() =>
        Agree(
            When<Red>()
                .And<Red>(red => red.Value, red => red.Value)
                .And<Red>((a, b) => a.Value + b.Value, c => c.Value)
                .Report((a, b, c) => At(b, $"x")),
            world =>
                from a in world.Reds
                from b in world.Reds
                where a != b && a.Value == b.Value
                from c in world.Reds
                where c != a && c != b && c.Value == a.Value + b.Value
                select (b.Place, $"r{a.Id} r{b.Id} r{c.Id}")
        );

    [Fact]
    public void Unless_and_With_by_place_and_by_key() =>
        Agree(
            When<Red>()
                .Unless<Green>(Within.Block)
                .With<Blue>(Within.File, (red, blue) => red.Value <= blue.Value)
                .Unless<Red>(red => red.Value, red => red.Value)
                .Report(red => At(red, $"x")),
            world =>
                from red in world.Reds
                where !world.Greens.Any(green => SameBlock(red, green))
                let blue = world.Blues.FirstOrDefault(blue => SameFile(red, blue) && red.Value <= blue.Value)
                where blue is not null && !world.Reds.Any(other => other != red && other.Value == red.Value)
                select (red.Place, $"r{red.Id} b{blue.Id}")
        );

    [Fact]
    public void Gather_and_Where() =>
        Agree(
            When<Red>()
                .Gather<Green>(Within.Block, (red, green) => green.Value != red.Value)
                .Where((_, greens) => greens.Sum(green => green.Value) >= 4)
                .Report((red, greens) => At(red, $"x")),
            world =>
                from red in world.Reds
                let greens = world.Greens.Where(green => SameBlock(red, green) && green.Value != red.Value).ToList()
                where greens.Sum(green => green.Value) >= 4
                select (red.Place, $"r{red.Id}{Ids(greens)}")
        );

    [Fact]
    public void WhenEach_then_Gather_then_And_by_key() =>
        Agree(
            WhenEach<Red>(red => red.Value == 3 ? Key.None : red.Value, red => red.Id % 3 != 0)
                .Gather<Green>(Within.Lines(1))
                .And<Blue>((reds, greens) => greens.Count, blue => blue.Value)
                .Report((reds, greens, blue) => At(blue, $"x")),
            world =>
                from reds in world.Reds.Where(red => red.Value != 3 && red.Id % 3 != 0).GroupBy(red => red.Value)
                let first = reds.First()
                let greens = world.Greens.Where(green => Near(first, green, 1)).ToList()
                from blue in world.Blues
                where blue.Value == greens.Count
                select (blue.Place, $"{string.Join(" ", reds.Select(red => $"r{red.Id}"))}{Ids(greens)} b{blue.Id}")
        );

    [Fact]
    public void Three_unkeyed_then_Unless() =>
        Agree(
            When<Red>()
                .And<Green>((red, green) => red.Value + 1 == green.Value)
                .And<Blue>((red, green, blue) => blue.Value >= green.Value)
                .Unless<Red>((red, green, blue, other) => other.Value > blue.Value)
                .Report((red, green, blue) => At(green, $"x")),
            world =>
                from red in world.Reds
                from green in world.Greens
                where red.Value + 1 == green.Value
                from blue in world.Blues
                where blue.Value >= green.Value && !world.Reds.Any(other => other != red && other.Value > blue.Value)
                select (green.Place, $"r{red.Id} g{green.Id} b{blue.Id}")
        );

    [Fact]
    public void Four_positions() =>
        Agree(
            When<Red>()
                .And<Green>(Within.Sentence)
                .Gather<Blue>(Within.Lines(1))
                .And<Red>(Within.Block, (red, green, blues, other) => other.Value + blues.Count > red.Value)
                .With<Green>((red, green, blues, other) => other.Value, last => last.Value)
                .Where((red, green, blues, other) => red.Id < other.Id)
                .Report((red, green, blues, other) => At(other, $"x")),
            world =>
                from red in world.Reds
                from green in world.Greens
                where SameSentence(red, green)
                let blues = world.Blues.Where(blue => Near(red, blue, 1)).ToList()
                from other in world.Reds
                where other != red && SameBlock(red, other) && other.Value + blues.Count > red.Value
                let last = world.Greens.FirstOrDefault(last => last != green && last.Value == other.Value)
                where last is not null && red.Id < other.Id
                select (other.Place, $"r{red.Id} g{green.Id}{Ids(blues)} r{other.Id} g{last.Id}")
        );

    [Fact]
    public void Weigh_by_place_and_by_key() =>
        Agree(
            When<Red>()
                .Weigh<Green>(() => s_table, Within.Block)
                .Where((_, weight) => weight.Sum >= -1)
                .Weigh<Green>(() => s_table, (red, _) => red.Value, green => green.Value, (red, weight, green) => green.Id != weight.Count)
                .Where((red, near, same) => same.Sum >= near.Sum)
                .Report((red, near, same) => At(red, $"x")),
            world =>
                from red in world.Reds
                let near = world.Greens.Where(green => SameBlock(red, green)).ToList()
                where Sum(near) >= -1
                let same = world.Greens.Where(green => green.Value == red.Value && green.Id != near.Count).ToList()
                where Sum(same) >= Sum(near)
                select (red.Place, $"r{red.Id}{Ids(near)}{Ids(same)}")
        );

    [Fact]
    public void Conclusions_that_other_rules_match_and_deny() =>
        Agree(
            [
                When<Sum>().Unless<Seen>((sum, seen) => sum.Value == seen.Value).Report(sum => At(sum, $"x")),
                When<Red>().And<Green>(Within.Block).Conclude((red, green) => new Sum(red.Value + green.Value, P(0))),
                When<Blue>().With<Sum>(blue => blue.Value, sum => sum.Value).Conclude(blue => new Seen(blue.Value, P(1))),
            ],
            world =>
                from sum in (
                    from red in world.Reds
                    from green in world.Greens
                    where SameBlock(red, green)
                    select red.Value + green.Value
                ).Distinct()
                where !world.Blues.Any(blue => blue.Value == sum)
                select (P(0), $"sum{sum}")
        );

    private static void Agree(Pattern pattern, Func<World, IEnumerable<(Place Place, string Premises)>> naive) => Agree([pattern], naive);

    /// <summary>One matcher for all samples, so that what one run leaves behind would show in the next.</summary>
    private static void Agree(Pattern[] patterns, Func<World, IEnumerable<(Place Place, string Premises)>> naive)
    {
        var matcher = new Matcher(Set(patterns));
        int matches = 0;
        var random = new PCG(1, 20_260_427);
        foreach (World world in Enumerable.Range(0, 300).Select(_ => s_world.Generate(random, null, out Size _)))
        {
            RunResult result = matcher.Run([.. world.Reds, .. world.Greens, .. world.Blues]);
            (Place Place, string Premises)[] found =
            [
                .. result.Findings.SelectMany(
                    finding => finding.Derivations,
                    (finding, derivation) => (finding.Place, Premises(derivation))
                ),
            ];

            found.Order().Should().Equal(naive(world).Order());
            result.Findings.Select(finding => finding.Place).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
            result.Faults.Should().BeEmpty();
            matches += found.Length;
        }
        matches.Should().BeGreaterThan(50, "samples must say something");
    }

    /// <summary>Some places lie in no line, sentence or block; numbers of lines begin anew in each file.</summary>
    private static Place Numbered(int start, bool isOther)
    {
        if (start == 40)
            return new("a.md", start);
        int block = start < 5 ? 0 : (start / 10) + (isOther ? 10 : 1);
        int sentence = start < 3 ? 0 : (start / 5) + (isOther ? 20 : 1);
        return new(isOther ? "b.md" : "a.md", start, 1, (start / 3) + 1, block, sentence);
    }

    private static IReadOnlyList<T> Sorted<T>(IEnumerable<T> facts)
        where T : Fact => [.. facts.OrderBy(fact => fact.Place)];

    private static bool SameSentence(Fact left, Fact right) => left.Place.Sentence != 0 && left.Place.Sentence == right.Place.Sentence;

    private static bool SameBlock(Fact left, Fact right) => left.Place.Block != 0 && left.Place.Block == right.Place.Block;

    private static bool SameFile(Fact left, Fact right) => left.Place.File == right.Place.File;

    private static bool Near(Fact left, Fact right, int radius) =>
        SameFile(left, right) && left.Place.Line != 0 && right.Place.Line != 0 && Math.Abs(left.Place.Line - right.Place.Line) <= radius;

    private static int Sum(IEnumerable<Green> clues) =>
        clues
            .Select(green => green.Value)
            .Distinct()
            .Sum(value =>
                value switch
                {
                    1 => 3,
                    2 => 5,
                    3 => -2,
                    _ => 0,
                }
            ) - 1;

    private static string Ids(IEnumerable<Fact> facts) =>
        string.Concat(facts.Select(fact => fact is Green green ? $" g{green.Id}" : $" b{((Blue)fact).Id}"));

    private sealed record World(IReadOnlyList<Red> Reds, IReadOnlyList<Green> Greens, IReadOnlyList<Blue> Blues);
}
